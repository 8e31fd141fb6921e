package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known about one lead, over time.
 *
 * @param events the lead's own, each message id once, none suspect, in {@link Event#ORDER}
 * @param own what was told about the lead itself, and about a company that has no key
 * @param company to which keyed company it belonged since when, ascending; empty where to none
 * @param acts touches and decisions about the lead, each id once, in {@link Act#ORDER}
 * @param crm ids of the lead in other systems, as {@link Keys#crm}
 * @param suspects events that a machine did, as somebody said: kept, and counting for nothing
 */
public record Evidence(
        String lead,
        List<Event> events,
        AttributeLog own,
        List<Membership> company,
        List<Act> acts,
        List<String> crm,
        List<Suspect> suspects) {
    /**
     * The lead belongs to a company from an instant on.
     *
     * @param since {@link Told#BEFORE_ALL} for always
     * @param log what anybody told about that company
     */
    public record Membership(long since, AttributeLog log) {}

    /**
     * A suspect event.
     *
     * @param reasons why, in their order; empty where nobody said why
     */
    public record Suspect(Event event, List<String> reasons) {
        public Suspect {
            reasons = List.copyOf(reasons);
        }
    }

    public Evidence {
        events = sorted(events);
        company = List.copyOf(company);
        acts = acts.isEmpty() ? List.of() : acts.stream().sorted(Act.ORDER).toList();
        crm = crm.isEmpty() ? List.of() : List.copyOf(crm);
        suspects = List.copyOf(suspects);
    }

    private static List<Event> sorted(List<Event> events) {
        for (int i = 1; i < events.size(); i++) {
            Event before = events.get(i - 1);
            Event event = events.get(i);
            if (before.at() >= event.at() && Event.ORDER.compare(before, event) > 0) {
                List<Event> sorted = new ArrayList<>(events);
                sorted.sort(Event.ORDER);
                return List.copyOf(sorted);
            }
        }
        return List.copyOf(events);
    }

    /** A lead of whose events none is suspect. */
    public Evidence(
            String lead,
            List<Event> events,
            AttributeLog own,
            List<Membership> company,
            List<Act> acts,
            List<String> crm) {
        this(lead, events, own, company, acts, crm, List.of());
    }

    /** A lead about whom sales did nothing yet. */
    public Evidence(String lead, List<Event> events, AttributeLog own, List<Membership> company) {
        this(lead, events, own, company, List.of(), List.of());
    }

    /** Of what sales did, the decisions, in {@link Act#ORDER}. */
    public List<Decision> decisions() {
        return acts.isEmpty()
                ? List.of()
                : acts.stream()
                        .filter(Decision.class::isInstance)
                        .map(Decision.class::cast)
                        .toList();
    }

    /** The attributes as told up to an instant, not yet derived: the lead's own word first, then its company's. */
    public Map<String, Object> toldAt(long instant) {
        Map<String, Object> values = new HashMap<>(own.at(instant));
        for (int i = company.size() - 1; i >= 0; i--) {
            if (company.get(i).since() <= instant) {
                values.putAll(company.get(i).log().at(instant));
                break;
            }
        }
        return values;
    }

    /** The same, for instants asked for in their order. */
    public Telling telling() {
        return new Telling(this);
    }

    /**
     * The instants at which the lead is judged, ascending: those of its own events, of dated rows about it, and of
     * calls and dated rows that changed what is known about the company it then belonged to.
     */
    public long[] judgedInstants() {
        Instants instants = new Instants(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            instants.add(events.get(i).at());
        }
        for (Told told : own.told()) {
            if (told.at() != Told.BEFORE_ALL) {
                instants.add(told.at());
            }
        }
        for (int i = 0; i < company.size(); i++) {
            long from = company.get(i).since();
            long until = i + 1 < company.size() ? company.get(i + 1).since() : Long.MAX_VALUE;
            for (Told told : company.get(i).log().told()) {
                if (told.at() != Told.BEFORE_ALL && told.at() >= from && told.at() < until) {
                    instants.add(told.at());
                }
            }
        }
        return instants.ascending();
    }

    /** The instants at which what is told about the lead or its company may change, ascending. */
    public long[] toldInstants() {
        Instants instants = new Instants(own.told().size() + 2 * company.size());
        for (Told told : own.told()) {
            instants.add(told.at());
        }
        for (Membership membership : company) {
            instants.add(membership.since());
            for (Told told : membership.log().told()) {
                instants.add(told.at());
            }
        }
        return instants.ascending();
    }
}
