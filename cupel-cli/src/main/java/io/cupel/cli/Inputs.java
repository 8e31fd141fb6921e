package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.files.LeadFiles;
import io.cupel.files.LogOrder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that judges leads from files. */
final class Inputs {
    @Option(
            names = "--contract",
            required = true,
            paramLabel = "FILE",
            description = "The contract (YAML) that says what a qualified lead is.")
    private Path contract = Path.of("");

    @Option(
            names = "--leads",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tables of leads, companies and deals, as HubSpot, Salesforce and others export them, or with"
                    + " columns named as in docs/files.md: CSV, JSON Lines, also .gz, or Parquet. May be"
                    + " left out where the events tell who the leads are.")
    private List<Path> leads = List.of();

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "What they did: JSON Lines of Segment calls or a table, in the same forms. Without it, only the fit"
                            + " is judged.")
    private List<Path> events = List.of();

    @Option(
            names = "--touches",
            arity = "1..*",
            paramLabel = "FILE",
            description = "What sales did to reach them: a table of lead, at, by, channel, direction, outcome.")
    private List<Path> touches = List.of();

    @Option(
            names = "--outcomes",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "What sales decided: a table of lead, at, decision, reason, amount, currency, or a CRM's deals.")
    private List<Path> outcomes = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Judge as of this instant (2026-03-06T17:00:00Z), or of the end of this day in the contract's time"
                            + " zone (2026-03-06). Default: the newest event, touch or outcome not later than now.")
    private @Nullable String asOf;

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--ignore-stages",
            description = "Judge also the customers, open deals and others whom the source has already placed.")
    private boolean ignoreStages;

    @Option(
            names = "--ignore-positions",
            description = "Judge an exported log as other events: each when it occurred, not when it was received.")
    private boolean ignorePositions;

    /** Refuses to run on nothing. */
    void expectSome() {
        if (leads.isEmpty() && events.isEmpty()) {
            throw Stop.usage("Missing required option: '--leads=FILE', or --events with an export of a server's log");
        }
    }

    /** Refuses to write where one of the inputs stands. */
    void keepFrom(String option, @Nullable Path written) {
        if (written == null) {
            return;
        }
        Stream.of(List.of(contract), leads, events, touches, outcomes, tables.maps())
                .flatMap(List::stream)
                .filter(read -> Target.isSame(written, read))
                .findFirst()
                .ifPresent(read -> {
                    throw Stop.usage(option + " " + written + " would overwrite " + read + ", which is read;"
                            + " name another file");
                });
    }

    Path contract() {
        return contract;
    }

    List<Path> leads() {
        return leads;
    }

    List<Path> events() {
        return events;
    }

    List<Path> touches() {
        return touches;
    }

    List<Path> outcomes() {
        return outcomes;
    }

    boolean withoutEvents() {
        return events.isEmpty();
    }

    List<Path> maps() {
        return tables.maps();
    }

    /** What is made of the places in a log that calls tell. */
    LogOrder order(@Nullable Long until) {
        return new LogOrder(ignorePositions, until);
    }

    /** How the files are to be read. */
    LeadFiles.Manner manner(long now) {
        return tables.manner(now, ignoreStages);
    }

    /** The instant asked for, in milliseconds; null where the files are to say it. */
    @Nullable
    Long asOf(Contract judged) {
        String asked = asOf;
        if (asked == null) {
            return null;
        }
        try {
            return asked.contains("T")
                    ? OffsetDateTime.parse(asked).toInstant().toEpochMilli()
                    : LocalDate.parse(asked)
                                    .plusDays(1)
                                    .atStartOfDay(judged.zone())
                                    .toInstant()
                                    .toEpochMilli()
                            - 1;
        } catch (DateTimeException | ArithmeticException e) {
            throw Stop.usage("--as-of '" + asked + "' is no time: write an instant with its zone, such as"
                    + " 2026-03-06T17:00:00Z, or a day, such as 2026-03-06");
        }
    }
}
