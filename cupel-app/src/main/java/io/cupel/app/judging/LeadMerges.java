package io.cupel.app.judging;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.identity.LeadMerge;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.core.evidence.Archive.FiledKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leads that people hold for one. What is said is an entry of the log; the leads are one, or no more, when that is
 * judged. Safe for several threads.
 */
public final class LeadMerges {
    private static final int CANDIDATES_MAX = 100;

    private final JudgingTables tables;
    private final Registers registers;
    private final EventLog log;
    private final SpokenCalls spoken;
    private final MergePreviews previews;
    private final Clock clock;

    LeadMerges(JudgingTables tables, Registers registers, EventLog log, MergePreviews previews, Clock clock) {
        this.tables = tables;
        this.registers = registers;
        this.log = log;
        this.spoken = new SpokenCalls(log);
        this.previews = previews;
        this.clock = clock;
    }

    /**
     * A merge, as it stands.
     *
     * @param at when it was said
     * @param by by whom
     */
    public record Said(LeadMerge merge, Instant at, String by) {}

    /** Merges before a number, the newest first; of one lead those in which it has a part. */
    public List<Said> list(long before, @Nullable Long lead, int limit) {
        List<Long> parts = lead == null ? List.of() : parts(lead);
        return said(registers.merges(before, parts, limit));
    }

    private List<Long> parts(long lead) {
        List<Long> parts = new ArrayList<>(registers.parts(whole(lead)));
        if (!parts.contains(lead)) {
            parts.add(lead);
        }
        return parts;
    }

    /** The merge that an entry of this id made; empty where it made none, or is not yet judged. */
    public Optional<Said> find(String id) {
        return registers.merge(id).map(merge -> said(List.of(merge)).get(0));
    }

    private List<Said> said(List<LeadMerge> merges) {
        Map<Long, Said> found = new LinkedHashMap<>();
        Map<Long, LeadMerge> places = new LinkedHashMap<>();
        merges.forEach(merge -> places.put(merge.position(), merge));
        log.at(places.keySet()).forEach(entry -> {
            LeadMerge merge = places.get(entry.position());
            if (merge != null) {
                found.put(entry.position(), new Said(merge, entry.receivedAt(), SpokenCalls.by(entry)));
            }
        });
        return merges.stream()
                .map(merge -> found.getOrDefault(merge.position(), new Said(merge, Instant.EPOCH, "")))
                .toList();
    }

    /** Other leads that were recognised by the same browser or device. */
    public List<LeadRow> candidates(long lead) {
        List<Long> wholes = registers.sharingDevices(whole(lead), CANDIDATES_MAX).stream()
                .map(this::whole)
                .distinct()
                .toList();
        return tables.cases().find(wholes).stream().map(Kept::row).toList();
    }

    /** What two leads would be together; nothing is written. */
    public MergePreview preview(long one, long other) {
        Two two = two(one, other);
        return previews.of(two.one, two.other, clock.instant());
    }

    /**
     * Says that two leads are one.
     *
     * @return the id of the entry that says so
     */
    public String merge(long one, long other, String by) {
        Two two = two(one, other);
        Instant now = clock.instant();
        String id = "merge-" + UUID.randomUUID();
        spoken.append(List.of(call(id, two.one, two.other, by, now)), now);
        return id;
    }

    private static Map<String, @Nullable Object> call(
            String id, List<FiledKey> one, List<FiledKey> other, String by, Instant now) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", "merge");
        properties.put("other", SpokenCalls.text(other));
        properties.put("by", by);
        Map<String, @Nullable Object> call = said(id, now);
        SpokenCalls.name(one, call, properties);
        call.put("properties", properties);
        return call;
    }

    private static Map<String, @Nullable Object> said(String id, Instant now) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("type", "track");
        call.put("event", "Cupel Merge");
        call.put("messageId", id);
        call.put("timestamp", now.toString());
        return call;
    }

    /** Takes a merge back. */
    public Said undo(String id, String by) {
        Said merge = find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no such merge"));
        if (!merge.merge.holds()) {
            throw JudgingProblem.TAKEN_BACK.exception();
        }
        List<LeadMerge> later = registers.merges(Long.MAX_VALUE, merge.merge.leads(), 1_000).stream()
                .filter(each -> each.holds() && each.number() > merge.merge.number())
                .toList();
        if (!later.isEmpty()) {
            throw JudgingProblem.LATER_MERGE.exception();
        }
        Instant now = clock.instant();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", "undo");
        properties.put("merge", id);
        properties.put("by", by);
        Map<String, @Nullable Object> call = said("undo-" + id, now);
        call.put("properties", properties);
        spoken.append(List.of(call), now);
        return merge;
    }

    /** Two leads, by their keys. */
    private record Two(List<FiledKey> one, List<FiledKey> other) {}

    private Two two(long one, long other) {
        long first = whole(one);
        long second = whole(other);
        if (first == second) {
            throw JudgingProblem.IS_ONE.exception();
        }
        return new Two(keys(first), keys(second));
    }

    private List<FiledKey> keys(long lead) {
        List<FiledKey> keys = registers.keysOf(lead);
        if (keys.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND, "there is no lead of this number");
        }
        return keys;
    }

    private long whole(long lead) {
        return tables.parts().whole(tables.cases().present(lead));
    }
}
