package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.Appended;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Review;
import io.cupel.core.lifecycle.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person's yes or no. What is said is an entry of the log for each lead, of which the same is never
 * counted twice; the lead moves when that is judged. Safe for several threads.
 */
public final class Tray {
    private static final int AT_ONCE = 1_000;

    private final TrayTable table;
    private final Registers registers;
    private final SpokenCalls spoken;
    private final Clock clock;

    Tray(TrayTable table, Registers registers, SpokenCalls spoken, Clock clock) {
        this.table = table;
        this.registers = registers;
        this.spoken = spoken;
        this.clock = clock;
    }

    /** How many leads wait, as one thing brought it about. */
    public record Count(String cause, String target, Instant since, String contract, long leads) {}

    /**
     * What became of a review.
     *
     * @param leads about which something was said
     * @param repeated of these, about how many the same had been said before
     */
    public record Reviewed(long leads, long repeated) {}

    public List<LeadRow> list(TrayQuery query, Instant behindSince, long behind, int limit) {
        return table.list(query, behindSince, behind, limit);
    }

    public List<Count> counts(TrayQuery query) {
        return table.counts(query);
    }

    /**
     * Says the same of all that wait so.
     *
     * @param expected how many these are; null for whatever the number
     */
    public Reviewed all(TrayQuery query, @Nullable Long expected, Review.Verdict verdict, String by) {
        if (expected != null && table.count(query) != expected) {
            throw JudgingProblem.TRAY_CHANGED.exception();
        }
        Reviewed sum = new Reviewed(0, 0);
        Instant since = Instant.EPOCH;
        long behind = 0;
        List<LeadRow> some = table.list(query, since, behind, AT_ONCE);
        while (!some.isEmpty()) {
            sum = sum(sum, say(some, verdict, by));
            LeadRow last = some.get(some.size() - 1);
            since = last.waiting() == null
                    ? since
                    : Instant.ofEpochMilli(last.waiting().since());
            behind = last.number();
            some = table.list(query, since, behind, AT_ONCE);
        }
        return sum;
    }

    /** Says the same of these leads, as far as they wait. */
    public Reviewed of(Collection<Long> leads, Review.Verdict verdict, String by) {
        return say(table.of(leads), verdict, by);
    }

    private static Reviewed sum(Reviewed one, Reviewed other) {
        return new Reviewed(one.leads + other.leads, one.repeated + other.repeated);
    }

    private Reviewed say(List<LeadRow> waiting, Review.Verdict verdict, String by) {
        if (waiting.isEmpty()) {
            return new Reviewed(0, 0);
        }
        Instant now = clock.instant();
        Map<Long, List<FiledKey>> keys =
                registers.keysOf(waiting.stream().map(LeadRow::number).toList());
        List<Object> calls = new ArrayList<>(waiting.size());
        for (LeadRow row : waiting) {
            Waiting waits = row.waiting();
            if (waits != null) {
                calls.add(call(row.number(), waits, keys.getOrDefault(row.number(), List.of()), verdict, by, now));
            }
        }
        Appended appended = spoken.append(calls, now);
        return new Reviewed(appended.fresh() + appended.duplicates(), appended.duplicates());
    }

    private static Map<String, @Nullable Object> call(
            long lead, Waiting waits, List<FiledKey> keys, Review.Verdict verdict, String by, Instant now) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("type", "track");
        call.put("event", "Cupel Review");
        call.put(
                "messageId",
                "review-" + waits.cause().written() + "-" + Instant.ofEpochMilli(waits.since()) + "-" + lead + "-"
                        + verdict.written());
        call.put("timestamp", now.toString());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", verdict.written());
        properties.put("by", by);
        SpokenCalls.name(keys, call, properties);
        call.put("properties", properties);
        return call;
    }
}
