package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.Appended;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.Submission;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.files.LiveCall;
import io.cupel.files.LoggedCalls;
import io.cupel.files.SuspectCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Events that were marked as a machine's doing. A release is an entry of the log for each mark, of which the same is
 * never counted twice; the events count again when that is judged. Safe for several threads.
 */
public final class Suspects {
    private static final int AT_ONCE = 1_000;

    private final SuspectTable table;
    private final Registers registers;
    private final EventLog log;
    private final Clock clock;

    Suspects(SuspectTable table, Registers registers, EventLog log, Clock clock) {
        this.table = table;
        this.registers = registers;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A marked event.
     *
     * @param number rises with each event that is marked
     * @param event its message id
     * @param entry its entry of the log; null where it did not come yet
     * @param name what happened, as the call of the event names it; null where it did not come yet
     * @param lead the number of its lead; null where nobody is known by the name of the mark
     * @param by who marked or released it last; empty for the detector
     * @param releasedAt null while it is suspect
     */
    public record Marked(
            long number,
            String event,
            @Nullable LogEntry entry,
            @Nullable String name,
            @Nullable Long lead,
            boolean isMarked,
            List<String> reasons,
            Instant markedAt,
            @Nullable Instant releasedAt,
            String by) {}

    /**
     * What became of a release.
     *
     * @param events that were suspect, and count again when the log is judged
     * @param entries of the log that say so
     * @param repeated of these, those that had been there before
     */
    public record Released(long events, long entries, long repeated) {
        static final Released NONE = new Released(0, 0, 0);

        Released plus(Released other) {
            return new Released(events + other.events, entries + other.entries, repeated + other.repeated);
        }
    }

    /** The newest first. */
    public List<Marked> list(SuspectQuery query, long before, int limit) {
        List<SuspectRow> rows = table.list(query, whose(query), before, limit);
        Map<UUID, Long> leads =
                registers.leadsOf(rows.stream().map(SuspectRow::who).toList());
        Map<String, LogEntry> entries =
                log.of(rows.stream().map(SuspectRow::event).toList());
        return rows.stream()
                .map(row -> marked(row, entries.get(row.event()), leads.get(row.who())))
                .toList();
    }

    private static Marked marked(SuspectRow row, @Nullable LogEntry entry, @Nullable Long lead) {
        SuspectRow.Word word = row.word();
        SuspectRow.Mark mark = row.mark();
        return new Marked(
                row.number(),
                row.event(),
                entry,
                entry == null ? null : name(entry),
                lead,
                row.isMarked(),
                row.reasons(),
                mark == null ? Instant.EPOCH : mark.at(),
                row.isMarked() || word == null ? null : word.received(),
                word == null ? "" : word.by());
    }

    private static String name(LogEntry entry) {
        Event event = LiveJudge.read(LoggedCalls.withoutContract(), entry).event();
        return event == null ? "" : event.type().written() + (event.name().isEmpty() ? "" : ' ' + event.name());
    }

    public long count(SuspectQuery query) {
        return table.count(query, whose(query));
    }

    /** The hashes of all names of the lead that is asked for; null for whosever. */
    private @Nullable Set<UUID> whose(SuspectQuery query) {
        if (query.lead() == null) {
            return null;
        }
        Set<UUID> whose = new HashSet<>();
        registers.keysOf(query.lead()).forEach(key -> whose.add(Registers.hashOf(key.node())));
        return whose;
    }

    /** Of these events those that are suspect, by their message ids. */
    static Set<String> among(SuspectTable table, Collection<String> events) {
        Set<String> suspect = new HashSet<>();
        if (!events.isEmpty()) {
            table.of(events).values().stream().filter(SuspectRow::isMarked).forEach(row -> suspect.add(row.event()));
        }
        return suspect;
    }

    /** Releases these events, as far as they are suspect. */
    public Released release(Collection<String> events, String by) {
        return say(
                table.of(events).values().stream().filter(SuspectRow::isMarked).toList(), by);
    }

    /**
     * Releases all that are meant and suspect.
     *
     * @param expected how many these are; null for whatever the number
     */
    public Released release(SuspectQuery query, @Nullable Long expected, String by) {
        SuspectQuery marked = new SuspectQuery(true, query.reason(), query.lead(), query.from(), query.to());
        if (expected != null && count(marked) != expected) {
            throw JudgingProblem.SUSPECTS_CHANGED.exception();
        }
        Released sum = Released.NONE;
        long before = Long.MAX_VALUE;
        List<SuspectRow> some = table.list(marked, whose(marked), before, AT_ONCE);
        while (!some.isEmpty()) {
            sum = sum.plus(say(some, by));
            before = some.get(some.size() - 1).number();
            some = table.list(marked, whose(marked), before, AT_ONCE);
        }
        return sum;
    }

    private Released say(List<SuspectRow> rows, String by) {
        Map<Long, List<String>> byMark = new TreeMap<>();
        for (SuspectRow row : rows) {
            if (row.mark() != null) {
                byMark.computeIfAbsent(row.mark().position(), mark -> new ArrayList<>())
                        .add(row.event());
            }
        }
        LoggedCalls calls = LoggedCalls.withoutContract();
        Instant now = clock.instant();
        Map<Origin, Map<LiveCall.Accepted, Integer>> words = new TreeMap<>();
        for (LogEntry entry : log.at(byMark.keySet())) {
            List<String> events = byMark.getOrDefault(entry.position(), List.of()).stream()
                    .sorted()
                    .toList();
            Sighting mark = LiveJudge.read(calls, entry);
            SuspectCalls.of(mark.keys(), word(entry, mark, events, by, now), now.toEpochMilli())
                    .ifPresent(call -> words.computeIfAbsent(entry.origin(), origin -> new LinkedHashMap<>())
                            .put(call, events.size()));
        }
        Released sum = Released.NONE;
        for (Map.Entry<Origin, Map<LiveCall.Accepted, Integer>> each : words.entrySet()) {
            sum = sum.plus(append(each.getKey(), each.getValue(), now));
        }
        return sum;
    }

    /** Said as of now; of a browser's event at its own time, for whose the browser is depends on it. */
    private static Suspicion word(LogEntry entry, Sighting mark, List<String> events, String by, Instant now) {
        Keys keys = mark.keys();
        long at = keys.isContact() ? now.toEpochMilli() : mark.at();
        return SuspectCalls.release(at, events, List.of(Long.toString(entry.position())), by);
    }

    private Released append(Origin origin, Map<LiveCall.Accepted, Integer> words, Instant now) {
        long events = words.values().stream().mapToLong(Integer::longValue).sum();
        Appended appended = append(new Submission(
                SpokenCalls.NO_KEY, origin, now, null, null, List.copyOf(words.keySet()), List.of(), null));
        return new Released(events, appended.fresh() + (long) appended.duplicates(), appended.duplicates());
    }

    private Appended append(Submission submission) {
        try {
            return log.append(submission).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
