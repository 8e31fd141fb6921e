package io.cupel.core.lifecycle;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Sighting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges leads in the order of a log: each entry when it was received, with the scores as then known. docs/lifecycle.md
 * tells how this differs from a file without positions. Not for several threads at once.
 */
public final class Docket {
    private final Judge judge;
    private final Register register = new Register();
    private final Map<Long, LeadCase> cases = new HashMap<>();
    private long position;

    public Docket(Judge judge) {
        this.judge = judge;
    }

    /**
     * Takes the next entry of the log.
     *
     * @param received in milliseconds since 1970 UTC, not before that of the entry before
     */
    public void take(long received, Sighting sighting) {
        Enrolled entry = register.enrol(++position, sighting);
        for (long loser : entry.losers()) {
            open(loser).revise(register.told(loser), register.events(loser));
        }
        for (long informed : entry.informed()) {
            open(informed).receive(received, List.of(), register.told(informed), true, List::of);
        }
        if (entry.lead() == Enrolled.NOBODY) {
            return;
        }
        LeadCase lead = open(entry.lead());
        for (long absorbed : entry.absorbed()) {
            lead.join(Objects.requireNonNull(cases.remove(absorbed)));
        }
        lead.receive(
                received,
                entry.news(),
                register.told(entry.lead()),
                entry.isPlain(),
                () -> register.events(entry.lead()));
        if (sighting.act() instanceof Decision decision) {
            lead.receive(received, decision);
        }
    }

    /** What holds of each lead at an instant not before the last entry was received. */
    public List<Judgement> judgements(long asOf) {
        return cases.entrySet().stream()
                .map(lead -> lead.getValue().at(register.name(lead.getKey()), asOf))
                .sorted(Comparator.comparing(Judgement::lead, CodePointOrder.INSTANCE))
                .toList();
    }

    private LeadCase open(long lead) {
        return cases.computeIfAbsent(lead, number -> judge.open(""));
    }
}
