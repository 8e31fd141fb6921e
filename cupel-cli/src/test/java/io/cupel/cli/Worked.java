package io.cupel.cli;

import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A lead of the workshop that fits, what it did, and what sales did about it. Times are such as 2026-03-02T10:00. */
final class Worked {
    static final Contract CONTRACT = Objects.requireNonNull(
            ContractFile.read(Run.file(Run.WORKSHOP)).check().contract());

    private final Map<String, Object> known = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<String> crm = new ArrayList<>();

    static Worked lead(String email) {
        return new Worked()
                .knownFor("lead.email", email)
                .knownFor("lead.title", "VP of Sales")
                .knownFor("company.name", "Nordwind Analytics")
                .knownFor("company.employees", 180L)
                .knownFor("company.revenue", 24_000_000L)
                .knownFor("company.industry", "SaaS")
                .knownFor("company.region", "North America");
    }

    static long at(String time) {
        return Instant.parse(time + ":00Z").toEpochMilli();
    }

    Worked knownFor(String path, Object value) {
        known.put(path, value);
        return this;
    }

    Worked inCrm(String id) {
        crm.add(id);
        return this;
    }

    Worked tracked(String time, String name) {
        events.add(new Event("e-" + events.size(), at(time), EventType.TRACK, name, Map.of()));
        return this;
    }

    /** As a dated column of an export tells it. */
    Worked replied(String time) {
        events.add(new Event("e-" + events.size(), at(time), EventType.EMAIL_REPLIED, "", Map.of(), true));
        return this;
    }

    /** Qualified since 2026-03-03T10:00. */
    Worked qualified() {
        return tracked("2026-03-02T10:00", "Playbook Downloaded")
                .tracked("2026-03-02T11:00", "Case Study Downloaded")
                .replied("2026-03-03T09:00")
                .tracked("2026-03-03T10:00", "Webinar Attended");
    }

    Worked decided(String time, Decision.Outcome outcome, String reason) {
        return acted(new Decision("d-" + acts.size(), at(time), outcome, reason, "ann", null, false, ""));
    }

    Worked won(String time, Sum amount) {
        return acted(new Decision("d-" + acts.size(), at(time), Decision.Outcome.WON, "", "", amount, false, ""));
    }

    Worked shownAs(Decision.Outcome outcome) {
        return acted(new Decision("i-" + acts.size(), Told.BEFORE_ALL, outcome, "", "", null, true, ""));
    }

    Worked touched(String time, Touch.Channel channel, String outcome) {
        return acted(new Touch("t-" + acts.size(), at(time), "ann", channel, Touch.Direction.OUTBOUND, outcome, false));
    }

    Worked acted(Act act) {
        acts.add(act);
        return this;
    }

    Evidence evidence() {
        AttributeLog own = AttributeLog.of(List.of(new Told(Told.BEFORE_ALL, true, "row-1", known)));
        return new Evidence(String.valueOf(known.get("lead.email")), events, own, List.of(), acts, crm);
    }

    Judgement judged(String asOf) {
        return Judge.of(CONTRACT).judge(evidence(), at(asOf));
    }

    Dossier dossier(String asOf) {
        return Dossier.of(CONTRACT, Judge.of(CONTRACT), evidence(), at(asOf));
    }
}
