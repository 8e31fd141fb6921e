package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts together what is known about each lead. The order in which things were seen makes no difference. */
public final class Gathering {
    private static final String COMPANY = "company.";

    private final Identities identities;
    private final List<Evidence> evidence;

    private Gathering(Identities identities, List<Evidence> evidence) {
        this.identities = identities;
        this.evidence = List.copyOf(evidence);
    }

    public static Gathering of(Collection<Sighting> sightings) {
        Identities identities = Identities.of(sightings);
        TreeMap<String, List<Sighting>> leads = new TreeMap<>(CodePointOrder.INSTANCE);
        CompanyWords companies = new CompanyWords();
        for (Sighting sighting : sightings) {
            String lead = identities.lead(sighting.keys(), sighting.at());
            if (lead != null) {
                leads.computeIfAbsent(lead, id -> new ArrayList<>()).add(sighting);
            } else if (sighting.company() != null) {
                companies.tell(
                        sighting.company(), sighting); // what a visitor tells about a company is told all the same
            }
        }
        Map<String, Draft> drafts = new HashMap<>();
        leads.forEach((lead, seen) -> drafts.put(lead, new Draft(seen, companies)));
        List<Evidence> evidence = new ArrayList<>(leads.size());
        for (String lead : leads.keySet()) {
            Draft draft = drafts.remove(lead);
            if (draft != null) {
                evidence.add(draft.evidence(lead, companies));
            }
        }
        return new Gathering(identities, evidence);
    }

    /** In code-point order of the lead ids. */
    public List<Evidence> evidence() {
        return evidence;
    }

    public Identities identities() {
        return identities;
    }

    /** One lead before all is known about its company. */
    private static final class Draft {
        private final List<Event> events = new ArrayList<>();
        private final List<Told> own = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final TreeSet<String> crm = new TreeSet<>(CodePointOrder.INSTANCE);
        private final CompanyKeys keys;

        Draft(List<Sighting> seen, CompanyWords companies) {
            keys = CompanyKeys.of(seen);
            for (Sighting sighting : seen) {
                if (sighting.event() != null) {
                    events.add(sighting.event());
                }
                if (sighting.act() != null) {
                    acts.add(sighting.act());
                }
                crm.addAll(sighting.keys().crm());
                tell(sighting, companies);
            }
        }

        private void tell(Sighting sighting, CompanyWords companies) {
            String company = keys.at(sighting.at());
            Map<String, Object> values = new HashMap<>(sighting.values());
            if (company != null) {
                companies.tell(company, sighting);
                values.keySet().removeIf(path -> path.startsWith(COMPANY));
            }
            // A dated row is an instant at which the lead is judged, whatever it tells.
            if (!values.isEmpty() || sighting.fromRow()) {
                own.add(told(sighting, values));
            }
        }

        Evidence evidence(String lead, CompanyWords companies) {
            List<Evidence.Membership> memberships = new ArrayList<>();
            keys.since().forEach((since, key) -> memberships.add(new Evidence.Membership(since, companies.log(key))));
            return new Evidence(lead, events, AttributeLog.of(news(own, true)), memberships, acts, List.copyOf(crm));
        }
    }

    /** What was told about each company that has a key. */
    private static final class CompanyWords {
        private final Map<String, List<Told>> told = new HashMap<>();
        private final Map<String, AttributeLog> logs = new HashMap<>();

        void tell(String company, Sighting sighting) {
            Map<String, Object> values = new HashMap<>(sighting.values());
            values.keySet().removeIf(path -> !path.startsWith(COMPANY));
            if (sighting.company() != null) {
                values.putIfAbsent("company.domain", company);
            }
            if (!values.isEmpty()) {
                told.computeIfAbsent(company, key -> new ArrayList<>()).add(Gathering.told(sighting, values));
            }
        }

        AttributeLog log(@Nullable String company) {
            if (company == null) {
                return AttributeLog.EMPTY;
            }
            return logs.computeIfAbsent(
                    company, key -> AttributeLog.of(news(told.getOrDefault(key, List.of()), false)));
        }
    }

    /**
     * The words that change something. Pages identify their visitor again and again, and a company's leads are judged
     * only when something about it changed. Of a lead's own words, rows are kept all the same: a dated one is an
     * instant at which it is judged, as a call is by its event.
     */
    private static List<Told> news(List<Told> told, boolean withRows) {
        List<Told> sorted = new ArrayList<>(told);
        sorted.sort(Told.ORDER);
        Map<String, Object> known = new HashMap<>();
        List<Told> news = new ArrayList<>();
        for (Told word : sorted) {
            if ((withRows && word.fromRow())
                    || !known.entrySet().containsAll(word.values().entrySet())) {
                news.add(word);
                known.putAll(word.values());
            }
        }
        return news;
    }

    private static Told told(Sighting sighting, Map<String, Object> values) {
        return new Told(sighting.at(), sighting.fromRow(), sighting.order(), Map.copyOf(values));
    }
}
