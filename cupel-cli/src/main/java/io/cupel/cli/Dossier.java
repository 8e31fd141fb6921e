package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that can be said of one lead at one instant. */
record Dossier(
        Contract contract,
        Judgement judgement,
        Explanation explanation,
        Map<String, Event> events,
        List<Enough.Way> enough) {
    static Dossier of(Contract contract, Judge judge, Evidence evidence, long asOf) {
        Map<String, Event> events = new HashMap<>();
        evidence.events().forEach(event -> events.put(event.id(), event));
        return new Dossier(
                contract,
                judge.judge(evidence, asOf),
                judge.explain(evidence, asOf),
                events,
                Enough.of(judge, evidence, asOf));
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
