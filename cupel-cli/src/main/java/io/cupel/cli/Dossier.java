package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Evidence.Suspect;
import io.cupel.core.evidence.Touch;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that can be said of one lead at one instant.
 *
 * @param acts touches and decisions up to the instant, oldest first
 * @param events the lead's own, by id
 * @param suspects events up to the instant that count for nothing, oldest first
 */
record Dossier(
        Contract contract,
        Judgement judgement,
        Explanation explanation,
        List<Act> acts,
        Map<String, Event> events,
        List<Suspect> suspects,
        List<Enough.Way> enough) {
    static Dossier of(Contract contract, Judge judge, Evidence evidence, long asOf) {
        return of(contract, judge, evidence, judge.judge(evidence, asOf), Enough.of(judge, evidence, asOf));
    }

    static Dossier of(Reading reading, Judge judge, Evidence evidence) {
        Population leads = reading.population();
        Judgement judgement = leads.judge(judge, evidence, reading.asOf());
        return of(reading.contract(), judge, evidence, judgement, leads.enough(judge, evidence, reading.asOf()));
    }

    private static Dossier of(
            Contract contract, Judge judge, Evidence evidence, Judgement judgement, List<Enough.Way> enough) {
        long asOf = judgement.asOf();
        Map<String, Event> events = new HashMap<>();
        evidence.events().forEach(event -> events.put(event.id(), event));
        evidence.suspects().forEach(each -> events.put(each.event().id(), each.event()));
        return new Dossier(
                contract,
                judgement,
                judge.explain(evidence, asOf),
                evidence.acts().stream().filter(act -> act.at() <= asOf).toList(),
                events,
                evidence.suspects().stream()
                        .filter(each -> each.event().at() <= asOf)
                        .toList(),
                enough);
    }

    /** What people and other systems decided up to the instant, oldest first. */
    List<Decision> decisions() {
        return acts.stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .toList();
    }

    /** What sales did to reach the lead up to the instant, oldest first. */
    List<Touch> touches() {
        return acts.stream()
                .filter(Touch.class::isInstance)
                .map(Touch.class::cast)
                .toList();
    }

    /** Whether the cycle in work was opened by an event that is suspect now. */
    boolean isOpenedBySuspect() {
        return judgement.isOpenedBy(
                suspects.stream().map(each -> each.event().id()).collect(Collectors.toSet()));
    }

    /** Whether an event was made of a dated column of an export. */
    boolean isFromExport(String messageId) {
        Event event = events.get(messageId);
        return event != null && event.fromExport();
    }

    /** What an event was, in the words of its source: "page /pricing", "Playbook Downloaded"; else its id. */
    String described(String messageId) {
        Event event = events.get(messageId);
        if (event == null) {
            return messageId;
        }
        Object path = event.values().get("path");
        return switch (event.type()) {
            case PAGE, SCREEN ->
                event.type().written() + (event.name().isEmpty() ? path == null ? "" : " " + path : " " + event.name());
            case TRACK -> event.name();
            case EMAIL_DELIVERED,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    EMAIL_REPLIED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_COMPLAINED,
                    IDENTIFY,
                    GROUP,
                    ALIAS -> event.type().written();
        };
    }
}
