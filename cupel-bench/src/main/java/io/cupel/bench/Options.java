package io.cupel.bench;

import java.util.List;

/**
 * What a run of the benchmark is asked to do.
 *
 * @param rounds how many times each thing is timed
 */
record Options(int leads, int events, int rounds) {
    static final String USE = """
            Use: ./cupel bench [engine | files | ingest] [--leads N] [--events N] [--rounds N] [--full]

            engine   the live engine in memory on workload W1, beside its anchor (the default)
            files    cupel qualify on workload W1 in files, from start to end; the files stay in .cupel/bench
            ingest   the server, beside COPY and single commits in its own database; also --rate N (events a second of
                     the steady part) and --seconds N (how long each part by time takes)

            Without sizes 100,000 leads and 2,000,000 events, 7 rounds (files: 3). --full: 1,000,000 leads and
            20,000,000 events, 3 rounds. The large run of the engine takes 9 GB and 5 minutes:
              CUPEL_JAVA_OPTIONS=-Xmx9g ./cupel bench engine --full
            ingest: 10,000 leads, 20,000 events a round, 3 rounds, 5,000 a second, 5 seconds. --full: 100,000 leads,
            200,000 events a round, 5 rounds, 60 seconds.

            bench/README.md says what is measured, and which goals are met.
            """;

    private static final Options USUAL = new Options(100_000, 2_000_000, 7);
    private static final Options USUAL_FILES = new Options(100_000, 2_000_000, 3);
    private static final Options FULL = new Options(1_000_000, 20_000_000, 3);

    Options {
        if (leads < 1 || events < 1 || rounds < 1) {
            throw new IllegalArgumentException("leads, events and rounds are at least 1");
        }
    }

    /**
     * Reads the arguments after the name of the benchmark.
     *
     * @throws IllegalArgumentException if one is not known or is no number
     */
    static Options of(List<String> arguments) {
        return of(arguments, USUAL);
    }

    /** The same for the benchmark of files. */
    static Options ofFiles(List<String> arguments) {
        return of(arguments, USUAL_FILES);
    }

    /** For the history. */
    Json size() {
        return new Json().put("leads", leads).put("events", events).put("rounds", rounds);
    }

    private static Options of(List<String> arguments, Options usual) {
        Options options = arguments.contains("--full") ? FULL : usual;
        List<String> rest =
                arguments.stream().filter(each -> !each.equals("--full")).toList();
        for (int i = 0; i < rest.size(); i += 2) {
            String name = rest.get(i);
            int value = number(name, i + 1 < rest.size() ? rest.get(i + 1) : "");
            options = switch (name) {
                case "--leads" -> new Options(value, options.events, options.rounds);
                case "--events" -> new Options(options.leads, value, options.rounds);
                case "--rounds" -> new Options(options.leads, options.events, value);
                default -> throw new IllegalArgumentException("bench knows no " + name);
            };
        }
        return options;
    }

    static int number(String name, String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number, not '" + written + "'", e);
        }
    }
}
