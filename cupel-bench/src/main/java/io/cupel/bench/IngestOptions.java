package io.cupel.bench;

import java.util.List;

/**
 * What a run of the benchmark of the server is asked to do.
 *
 * @param events of one round in batches
 * @param rounds how many times each thing is timed
 * @param rate events a second of the steady part
 * @param seconds how long the steady part takes; single events take as long, at most 10 in each round
 */
record IngestOptions(int leads, int events, int rounds, int rate, int seconds) {
    private static final IngestOptions USUAL = new IngestOptions(10_000, 20_000, 3, 5_000, 5);
    private static final IngestOptions FULL = new IngestOptions(100_000, 200_000, 5, 5_000, 60);
    private static final int SINGLE_SECONDS_MAX = 10;
    /** So long at least a server that has just started compiles Java beside its work. */
    private static final int WARM_UP_EVENTS_MIN = 500_000;
    /** Of each lead: with the rounds about as many as W1 has. */
    private static final int WARM_UP_EVENTS = 15;

    private static final int WARM_UP_ACTIVATIONS = 3;

    IngestOptions {
        if (leads < 1 || events < 1 || rounds < 1 || rate < 1 || seconds < 1) {
            throw new IllegalArgumentException("leads, events, rounds, rate and seconds are at least 1");
        }
    }

    /**
     * Reads the arguments after the name of the benchmark.
     *
     * @throws IllegalArgumentException if one is not known or is no number
     */
    static IngestOptions of(List<String> arguments) {
        IngestOptions options = arguments.contains("--full") ? FULL : USUAL;
        List<String> rest =
                arguments.stream().filter(each -> !each.equals("--full")).toList();
        for (int i = 0; i < rest.size(); i += 2) {
            options = options.with(rest.get(i), i + 1 < rest.size() ? rest.get(i + 1) : "");
        }
        return options;
    }

    private IngestOptions with(String name, String written) {
        int value = Options.number(name, written);
        return switch (name) {
            case "--leads" -> new IngestOptions(value, events, rounds, rate, seconds);
            case "--events" -> new IngestOptions(leads, value, rounds, rate, seconds);
            case "--rounds" -> new IngestOptions(leads, events, value, rate, seconds);
            case "--rate" -> new IngestOptions(leads, events, rounds, value, seconds);
            case "--seconds" -> new IngestOptions(leads, events, rounds, rate, value);
            default -> throw new IllegalArgumentException("bench ingest knows no " + name);
        };
    }

    int singleSeconds() {
        return Math.min(seconds, SINGLE_SECONDS_MAX);
    }

    /** Rounds in batches that do not count. */
    int warmUpRounds() {
        return 1 + Math.max(WARM_UP_EVENTS_MIN, WARM_UP_EVENTS * leads) / events;
    }

    /** The same of activations, of each kind. */
    int warmUpActivations() {
        return WARM_UP_ACTIVATIONS;
    }

    /** How often another version of the contract comes into force, for each re-reads all that came before. */
    int activations() {
        return Math.max(1, rounds / 2);
    }

    /** For the history. */
    Json size() {
        return new Json()
                .put("leads", leads)
                .put("events", events)
                .put("rounds", rounds)
                .put("rate", rate)
                .put("seconds", seconds);
    }
}
