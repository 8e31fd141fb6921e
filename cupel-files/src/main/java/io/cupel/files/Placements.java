package io.cupel.files;

import io.cupel.core.evidence.Decision;
import io.cupel.files.columns.Placement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last word of all rows about where each lead stands in the system that they come from. */
final class Placements {
    private final Map<String, SourceStages.Stand> stands = new LinkedHashMap<>();
    private final Map<String, LeadDraft> drafts = new LinkedHashMap<>();

    /** Rows come in the order of the files; a row that says nothing takes nothing back. */
    void add(LeadDraft draft) {
        if (draft.stand() != null) {
            stands.put(draft.name(), draft.stand());
            drafts.put(draft.name(), draft);
        }
    }

    /** The drafts whose word is the last one. */
    Collection<LeadDraft> last() {
        return drafts.values();
    }

    /** How many keep the place that the source shows; none where the contract judges everybody anyway. */
    List<String> sentences() {
        Map<Placement, Long> counts = new EnumMap<>(Placement.class);
        for (SourceStages.Stand stand : stands.values()) {
            Decision decision = stand.decision();
            if (decision != null) {
                counts.merge(stand.placement(), 1L, Long::sum);
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        counts.forEach((placement, count) -> told.add(count + " " + word(placement, count == 1)));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return List.of(String.join(", ", told)
                + (all == 1 ? " keeps the stage that its system shows" : " keep the stage that their system shows")
                + " and " + (all == 1 ? "is" : "are") + " not judged anew; --ignore-stages judges everybody");
    }

    private static String word(Placement placement, boolean isOne) {
        return switch (placement) {
            case CUSTOMER -> isOne ? "customer" : "customers";
            case OPPORTUNITY -> isOne ? "opportunity" : "opportunities";
            case SQL -> isOne ? "SQL" : "SQLs";
            case DISQUALIFIED, LOST, NURTURE, ACCEPTED, LEAD -> placement.written();
        };
    }
}
