package io.cupel.core.reference;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Review;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.reference.RandomLog.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges by what was found slowly, all events folded anew each time. */
final class SlowCases {
    private Judge judge;
    /** By the lead's first entry. */
    private final Map<Integer, LeadCase> cases = new HashMap<>();

    SlowCases(Judge judge) {
        this.judge = judge;
    }

    /** Whoever waits for nothing sees each cycle expire as soon as it is due. */
    void arrive(long received) {
        cases.values().forEach(each -> each.arrive(received));
    }

    void hear(Received entry, SlowDocket.Hearing hearing) {
        LeadCase lead = cases.computeIfAbsent(hearing.lead(), number -> judge.open((long) number));
        for (int other : hearing.before()) {
            if (other != hearing.lead()) {
                lead.join(cases.remove(other));
            }
        }
        Evidence evidence = hearing.known().evidence();
        if (!hearing.withdrawn().isEmpty()) {
            List<Event> left = new ArrayList<>(evidence.events());
            left.removeAll(hearing.news());
            lead.revise(hearing.known().told(), left);
            lead.withdraw(hearing.withdrawn(), left);
        }
        if (hearing.isQuiet()) {
            return;
        }
        lead.receive(
                entry.received(),
                cause(entry, hearing),
                hearing.news(),
                hearing.known().told(),
                false,
                evidence::events);
        if (hearing.isOwn() && entry.sighting().act() instanceof Decision decision) {
            lead.receive(entry.received(), decision);
        } else if (hearing.isOwn() && entry.sighting().act() instanceof Review review) {
            lead.receive(entry.received(), review);
        }
    }

    private static Cause cause(Received entry, SlowDocket.Hearing hearing) {
        if (hearing.isGain()) {
            return Cause.CLAIM;
        }
        return hearing.isOwn() && entry.sighting().keys().origin() == Origin.IMPORT ? Cause.IMPORT : Cause.EVENT;
    }

    void revise(Map<Integer, SlowDocket.Known> known) {
        known.forEach((first, lead) -> cases.computeIfAbsent(first, number -> judge.open((long) number))
                .revise(lead.told(), lead.evidence().events()));
    }

    void turn(Turns.Turn turn, Map<Integer, SlowDocket.Known> known) {
        judge = turn.judge();
        known.forEach((first, lead) -> cases.computeIfPresent(
                first,
                (number, before) -> before.turn(
                        turn.at(), judge, lead.told(), lead.evidence().events())));
    }

    Map<Integer, Glance> glances(long end) {
        Map<Integer, Glance> glances = new HashMap<>();
        cases.forEach((first, lead) -> glances.put(first, lead.glance(end)));
        return glances;
    }

    Judgement at(int first, long end) {
        return cases.get(first).at(end);
    }
}
