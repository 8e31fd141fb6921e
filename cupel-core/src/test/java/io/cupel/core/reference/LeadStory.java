package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.state.UnreadableState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one lead of Nordwind is known for and does, day by day. Day 1 is 2 March 2026; on each day the clock begins at
 * ten.
 */
final class LeadStory {
    private static final Instant DAY_ONE = Instant.parse("2026-03-02T10:00:00Z");

    private final Contract contract;
    private final Map<String, Object> known = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private long now = day(1);

    LeadStory(Contract contract) {
        this.contract = contract;
        known.put("company.domain", "nordwind.example");
    }

    /** The instant of ten o'clock UTC of a day. */
    static long day(int day) {
        return DAY_ONE.toEpochMilli() + 86_400_000L * (day - 1);
    }

    LeadStory knownFor(String path, Object value) {
        known.put(path, value);
        return this;
    }

    LeadStory on(int day) {
        now = day(day);
        return this;
    }

    LeadStory laterBy(long millis) {
        now += millis;
        return this;
    }

    LeadStory tracks(String name) {
        return does(EventType.TRACK, name, Map.of());
    }

    LeadStory tracksWith(String name, String property, Object value) {
        return does(EventType.TRACK, name, Map.of("properties." + property, value));
    }

    LeadStory does(EventType type) {
        return does(type, "", Map.of());
    }

    LeadStory visits(String path) {
        return does(EventType.PAGE, "", Map.of("path", path));
    }

    LeadStory replies() {
        return does(EventType.EMAIL_REPLIED, "", Map.of());
    }

    LeadStory tells(String path, Object value) {
        does(EventType.IDENTIFY, "", Map.of());
        told.add(new Told(now, false, events.get(events.size() - 1).id(), Map.of(path, value)));
        return this;
    }

    LeadStory decided(Outcome outcome, String reason) {
        acts.add(new Decision("decision-" + (acts.size() + 1), now, outcome, reason, "", null, false, ""));
        return this;
    }

    /** As an export without a date shows it. */
    LeadStory shownAs(Outcome outcome) {
        acts.add(new Decision("import-" + (acts.size() + 1), Told.BEFORE_ALL, outcome, "", "", null, true, ""));
        return this;
    }

    /** As an export tells of one deal. */
    LeadStory hasDeal(String deal, Outcome outcome) {
        acts.add(new Decision(deal + "-" + (acts.size() + 1), now, outcome, "", "", null, true, deal));
        return this;
    }

    private LeadStory does(EventType type, String name, Map<String, Object> values) {
        events.add(new Event("event-%03d".formatted(events.size() + 1), now, type, name, values));
        return this;
    }

    /** What the engine says on a day at ten, and the reference too. */
    Judgement judgedOn(int day) {
        return judgedAt(day(day));
    }

    Judgement judgedAt(long instant) {
        return Agreement.judge(contract, evidence(events), instant);
    }

    /** The case as it is written after all that was done; read and written again after every instant. */
    byte[] written() throws UnreadableState {
        Continued lead = new Continued(new World(contract, evidence(events), List.of()));
        byte[] written = {};
        for (long instant : lead.instants()) {
            lead.goTo(instant);
            written = lead.cutAt(instant);
        }
        return written;
    }

    /** The same, where the events come in the opposite order. */
    Judgement judgedBackwardsOn(int day) {
        List<Event> backwards = new ArrayList<>(events);
        Collections.reverse(backwards);
        return Agreement.judge(contract, evidence(backwards), day(day));
    }

    private Evidence evidence(List<Event> inAnyOrder) {
        List<Told> all = new ArrayList<>(told);
        all.add(new Told(Told.BEFORE_ALL, true, "row-1", known));
        return new Evidence("vp@nordwind.example", inAnyOrder, AttributeLog.of(all), List.of(), acts, List.of());
    }
}
