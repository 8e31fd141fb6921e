package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.Appended;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.Submission;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Review;
import io.cupel.core.lifecycle.Waiting;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import io.cupel.files.answers.Json;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person's yes or no. What is said is an entry of the log for each lead, of which the same is never
 * counted twice; the lead moves when that is judged. Safe for several threads.
 */
public final class Tray {
    /** The number under which the log has what no write key brought. */
    static final int NO_KEY = 0;

    private static final int AT_ONCE = 1_000;

    private final TrayTable table;
    private final Registers registers;
    private final EventLog log;
    private final Clock clock;

    Tray(TrayTable table, Registers registers, EventLog log, Clock clock) {
        this.table = table;
        this.registers = registers;
        this.log = log;
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
        Appended appended = append(calls, now);
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
        name(keys, call, properties);
        call.put("properties", properties);
        return call;
    }

    /** By the best key that the lead has. */
    private static void name(
            List<FiledKey> keys, Map<String, @Nullable Object> call, Map<String, @Nullable Object> properties) {
        for (Key.Kind kind : Key.Kind.values()) {
            for (FiledKey key : keys) {
                var told = key.told().get(kind);
                if (told != null && kind == Key.Kind.USER) {
                    call.put("userId", told.text());
                    return;
                } else if (told != null) {
                    properties.put("lead", told.text());
                    return;
                }
            }
        }
        throw new IllegalStateException("a lead that waits has no key");
    }

    private Appended append(List<Object> calls, Instant now) {
        Map<String, @Nullable Object> batch = new LinkedHashMap<>();
        batch.put("batch", calls);
        List<LiveCall.Accepted> accepted = new ArrayList<>();
        try {
            RequestCalls read = RequestCalls.of(Json.of(batch).getBytes(StandardCharsets.UTF_8));
            for (LiveCall call : read.read(new Receipt(now.toEpochMilli(), false, null))) {
                if (!(call instanceof LiveCall.Accepted one)) {
                    throw new IllegalStateException("a review cannot be read");
                }
                accepted.add(one);
            }
        } catch (Refusal refusal) {
            throw new IllegalStateException("reviews " + refusal.told(), refusal);
        }
        try {
            return log.append(new Submission(NO_KEY, Origin.SERVER, now, null, null, accepted, List.of(), null))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
