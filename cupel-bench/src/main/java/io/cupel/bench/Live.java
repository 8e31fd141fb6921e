package io.cupel.bench;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Scorer;
import io.cupel.core.engine.Signature;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The engine as it runs live: one case per lead is kept, every event is taken in and judged when it comes. */
final class Live {
    static final long AS_OF = Workload.millis(Workload.YEAR);

    private final Workload workload;
    private final Judge judge;
    private final Signature[] signatures = new Signature[Catalog.SIZE];
    private LeadCase[] cases = {};

    Live(Workload workload, Contract contract) {
        this.workload = workload;
        this.judge = Judge.of(contract);
        for (int code = 0; code < signatures.length; code++) {
            signatures[code] = judge.scorer().signature(Catalog.event(code, 0));
        }
    }

    /** Every lead anew, told its attributes, without events. */
    void open(List<Map<String, Object>> told) {
        LeadCase[] opened = new LeadCase[workload.leads];
        for (int lead = 0; lead < opened.length; lead++) {
            opened[lead] = judge.open(name(lead));
            opened[lead].begin(told.get(lead));
        }
        cases = opened;
    }

    void forget() {
        cases = new LeadCase[0];
    }

    /** All events, one lead after the other. */
    void runByLead() {
        for (int lead = 0; lead < workload.leads; lead++) {
            LeadCase one = cases[lead];
            int until = workload.offsets[lead + 1];
            for (int e = workload.offsets[lead]; e < until; ) {
                e = judgeInstant(one, e, until);
            }
        }
    }

    /** All events in the order of time, so that nearly each is another lead's than the one before. */
    void runByTime(int[] places, int[] leadOfEvents) {
        for (int i = 0; i < places.length; ) {
            int place = places[i];
            int lead = leadOfEvents[place];
            i += judgeInstant(cases[lead], place, workload.offsets[lead + 1]) - place;
        }
    }

    /** The events of one lead and instant, which begin at a place in the columns; gives the place after them. */
    private int judgeInstant(LeadCase one, int from, int until) {
        int second = workload.seconds[from];
        long at = Workload.millis(second);
        one.arrive(at);
        List<Event> events = List.of(fold(one, from, at));
        int next = from + 1;
        while (next < until && workload.seconds[next] == second) {
            events = new ArrayList<>(events);
            events.add(fold(one, next, at));
            next++;
        }
        one.settle(at, events);
        return next;
    }

    private Event fold(LeadCase one, int place, long at) {
        int code = workload.codes[place];
        Event event = Catalog.event(code, at);
        one.fold(event, signatures[code]);
        return event;
    }

    Judgement judgement(int lead) {
        return cases[lead].at(AS_OF);
    }

    /** Looks up the signature of every event as a server must: from what the event says. */
    long runSignatures(int events) {
        Scorer scorer = judge.scorer();
        long empty = 0;
        for (int e = 0; e < events; e++) {
            empty += scorer.signature(Catalog.event(workload.codes[e], 0)).isEmpty() ? 1 : 0;
        }
        return empty;
    }

    /** Takes scores apart into lines; gives the number of lines. */
    long runExplanations(List<Evidence> logs) {
        long lines = 0;
        for (Evidence log : logs) {
            for (KindPart kind : judge.explain(log, AS_OF).kinds()) {
                lines += kind.signals().stream()
                        .mapToInt(signal -> signal.lines().size())
                        .sum();
            }
        }
        return lines;
    }

    /** All that is known of a lead, as a log. */
    Evidence evidence(int lead) {
        List<Event> events = new ArrayList<>();
        for (int e = workload.offsets[lead]; e < workload.offsets[lead + 1]; e++) {
            Event event = Catalog.event(workload.codes[e], Workload.millis(workload.seconds[e]));
            events.add(new Event(id(e), event.at(), event.type(), event.name(), event.values()));
        }
        Told told = new Told(Told.BEFORE_ALL, true, "", workload.told(lead));
        return new Evidence(name(lead), events, AttributeLog.of(List.of(told)), List.of());
    }

    Judgement judgedFromLog(int lead) {
        return judge.judge(evidence(lead), AS_OF);
    }

    /** As long for every event, so that their order as texts is that of the columns. */
    private static String id(int place) {
        return Integer.toString(1_000_000_000 + place);
    }

    static String name(int lead) {
        return "lead-" + lead;
    }
}
