package io.cupel.core.lifecycle;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.state.UnreadableState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A log judged from its first entry to its last, with all in memory. Not for several threads at once. */
public final class LogReplay {
    private Judge judge;
    private Register register = new Register();
    private final Map<Long, LeadCase> cases = new HashMap<>();
    /** By number of a lead that people hold for one with others: the merge of which it is a part. */
    private final Map<Long, Long> wholes = new HashMap<>();

    private Docket docket;

    /**
     * A lead as the register numbers it.
     *
     * @param id by which people know it
     */
    public record Lead(long number, String id) {}

    public LogReplay(Judge judge) {
        this.judge = judge;
        docket = new Docket(register, new InMemory());
    }

    private final class InMemory implements Docket.Cases {
        @Override
        public LeadCase of(long number) {
            return cases.computeIfAbsent(number, judge::open);
        }

        @Override
        public LeadCase close(long number, long into) {
            return Objects.requireNonNull(cases.remove(number));
        }

        @Override
        public void place(Map<Long, Long> places) {
            wholes.putAll(places);
            wholes.values().removeIf(whole -> whole == Enrolled.NOBODY);
        }

        @Override
        public void drop(long whole) {
            cases.remove(whole);
            wholes.remove(whole);
        }
    }

    /** Takes the next entry, as {@link Docket#take} does. */
    public void take(long position, long received, Sighting sighting) {
        docket.take(position, received, sighting);
    }

    /**
     * Another contract is in force from an instant on: all leads go over to it, as {@link LeadCase#turn} says.
     *
     * @param at after the receipt of the entries so far, and not after that of any to come
     */
    public void turn(long at, Judge other) {
        turn(at, other, register);
    }

    /**
     * The same where the other contract looks at other attributes, or at other facts of events.
     *
     * @param again the entries so far, enrolled in their order as the other contract reads them
     */
    public void turn(long at, Judge other, Register again) {
        judge = other;
        register = again;
        docket = new Docket(register, new InMemory());
        cases.replaceAll((number, lead) -> lead.turn(at, other, register.told(number), register.events(number)));
    }

    /** All leads, in the order of their ids. Those that people hold for one are one. */
    public List<Lead> leads() {
        return cases.keySet().stream()
                .filter(number -> !wholes.containsKey(number))
                .map(number -> new Lead(number, register.name(number)))
                .sorted(Comparator.comparing(Lead::id, CodePointOrder.INSTANCE))
                .toList();
    }

    /** What holds of a lead at an instant not before the last entry was received. */
    public Judgement judgement(Lead lead, long asOf) {
        return found(lead).at(lead.id(), asOf);
    }

    /** The smallest ways in which a lead would qualify, as {@link Enough} tells them. */
    public List<Enough.Way> enough(Lead lead, long asOf) {
        byte[] written = found(lead).written();
        Map<String, Object> told = register.told(lead.number());
        return Enough.of(judge, judgement(lead, asOf), () -> {
            try {
                LeadCase copy = judge.read(lead.number(), written);
                copy.tellAgain(told);
                return copy;
            } catch (UnreadableState e) {
                throw new IllegalStateException("what was just written can be read", e);
            }
        });
    }

    /** All that is known about a lead. */
    public Evidence evidence(Lead lead) {
        return register.evidence(lead.number());
    }

    /** What holds of each lead at an instant not before the last entry was received, in the order of their ids. */
    public List<Judgement> judgements(long asOf) {
        return leads().stream().map(lead -> judgement(lead, asOf)).toList();
    }

    /** All that is known about each lead, in the order of their ids. */
    public List<Evidence> evidence() {
        return leads().stream().map(this::evidence).toList();
    }

    private LeadCase found(Lead lead) {
        return Objects.requireNonNull(cases.get(lead.number()));
    }
}
