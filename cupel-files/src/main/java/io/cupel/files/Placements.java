package io.cupel.files;

import io.cupel.files.columns.Placement;
import io.cupel.files.text.Numerals;
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

    /** Of rows of one lead the later word counts; a row that says nothing takes nothing back. */
    void add(LeadDraft draft) {
        LeadDraft known = draft.stand() == null ? null : drafts.get(draft.name());
        if (draft.stand() != null && (known == null || known.order().compareTo(draft.order()) < 0)) {
            stands.put(draft.name(), draft.stand());
            drafts.put(draft.name(), draft);
        }
    }

    /** The drafts whose word is the last one. */
    Collection<LeadDraft> last() {
        return drafts.values();
    }

    /** How many begin where the source puts them; none where the contract judges everybody anyway. */
    List<String> sentences() {
        Map<Placement, Long> counts = new EnumMap<>(Placement.class);
        for (SourceStages.Stand stand : stands.values()) {
            if (stand.decision() != null) {
                counts.merge(stand.placement(), 1L, Long::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, counts, false, "not judged anew");
        add(parts, counts, true, "judged from there on");
        return parts.isEmpty()
                ? List.of()
                : List.of("by the stages that the source shows, " + String.join(", ", parts)
                        + "; --ignore-stages judges everybody from the beginning");
    }

    private static void add(List<String> parts, Map<Placement, Long> counts, boolean comesBack, String what) {
        List<String> told = new ArrayList<>();
        long all = 0;
        for (Map.Entry<Placement, Long> each : counts.entrySet()) {
            if (comesBack(each.getKey()) == comesBack) {
                told.add(Numerals.of(each.getValue()) + " " + word(each.getKey(), each.getValue() == 1));
                all += each.getValue();
            }
        }
        if (all > 0) {
            String last = told.remove(told.size() - 1);
            String list = told.isEmpty() ? last : String.join(", ", told) + " and " + last;
            parts.add(list + (all == 1 ? " is " : " are ") + what);
        }
    }

    /** Whether a lead that is there can qualify again by what it does. */
    private static boolean comesBack(Placement placement) {
        return switch (placement) {
            case NURTURE, LOST, LEAD -> true;
            case CUSTOMER, DISQUALIFIED, OPPORTUNITY, SQL, ACCEPTED -> false;
        };
    }

    private static String word(Placement placement, boolean isOne) {
        return switch (placement) {
            case CUSTOMER -> isOne ? "customer" : "customers";
            case OPPORTUNITY -> isOne ? "open opportunity" : "open opportunities";
            case SQL -> isOne ? "SQL" : "SQLs";
            case NURTURE -> "in nurture";
            case DISQUALIFIED, LOST, ACCEPTED, LEAD -> placement.written();
        };
    }
}
