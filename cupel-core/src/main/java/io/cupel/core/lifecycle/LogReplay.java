package io.cupel.core.lifecycle;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A log judged from its first entry to its last, with all in memory. Not for several threads at once. */
public final class LogReplay {
    private final Register register = new Register();
    private final Map<Long, LeadCase> cases = new HashMap<>();
    private final Docket docket;

    public LogReplay(Judge judge) {
        docket = new Docket(register, new Docket.Cases() {
            @Override
            public LeadCase of(long number) {
                return cases.computeIfAbsent(number, judge::open);
            }

            @Override
            public LeadCase close(long number, long into) {
                return Objects.requireNonNull(cases.remove(number));
            }
        });
    }

    /** Takes the next entry, as {@link Docket#take} does. */
    public void take(long position, long received, Sighting sighting) {
        docket.take(position, received, sighting);
    }

    /** What holds of each lead at an instant not before the last entry was received, in the order of their ids. */
    public List<Judgement> judgements(long asOf) {
        return cases.entrySet().stream()
                .map(lead -> lead.getValue().at(register.name(lead.getKey()), asOf))
                .sorted(Comparator.comparing(Judgement::lead, CodePointOrder.INSTANCE))
                .toList();
    }

    /** All that is known about each lead, in the order of their ids. */
    public List<Evidence> evidence() {
        return cases.keySet().stream()
                .map(register::evidence)
                .sorted(Comparator.comparing(Evidence::lead, CodePointOrder.INSTANCE))
                .toList();
    }
}
