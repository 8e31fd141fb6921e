package io.cupel.core.evidence;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is known about each lead. The order in which things were seen makes no difference. What is told
 * about companies is gathered at once, for it holds for leads that others tell of; the evidence of a lead is made when
 * it is asked for. Safe for several threads.
 */
public final class Gathering {
    private static final String DOMAIN = "company.domain";
    /** From so many companies on several threads are worth it. */
    private static final long SIDE_BY_SIDE = 1_000;

    private final Identities identities;
    private final SeenByLead seen;
    private final CompanyWords companies = new CompanyWords();
    /** The places of leads about whom sales did something. */
    private final BitSet acted = new BitSet();

    public Gathering(Identities identities, SeenByLead seen) {
        this.identities = identities;
        this.seen = seen;
        seen.strangers().forEach(companies::tellFromStranger);
        boolean[] isActed = new boolean[size()];
        IntStream.range(0, size()).parallel().forEach(place -> isActed[place] = look(seen.words(place)));
        for (int place = 0; place < isActed.length; place++) {
            acted.set(place, isActed[place]);
        }
        companies.settle();
    }

    /** Takes in what a lead's words tell about companies; gives whether sales did something about the lead. */
    private boolean look(List<Sighting> words) {
        boolean isAboutCompany = false;
        boolean isActed = false;
        for (Sighting word : words) {
            isAboutCompany |= isAboutCompany(word);
            isActed |= word.act() != null;
        }
        if (isAboutCompany) {
            CompanyKeys keys = CompanyKeys.of(words);
            words.forEach(word -> companies.tell(keys.at(word.at()), word));
        }
        return isActed;
    }

    /** Of so little that it is kept as it is. */
    public static Gathering of(Collection<Sighting> sightings) {
        FewSightings few = new FewSightings(sightings);
        return new Gathering(few.identities(), few);
    }

    /** How many leads there are. */
    public int size() {
        return identities.leads().size();
    }

    /** All that is known about the lead at a place, in code-point order of the lead ids; made anew by each call. */
    public Evidence evidence(int place) {
        List<Sighting> words = seen.words(place);
        CompanyKeys keys = CompanyKeys.of(words);
        List<Told> own = new ArrayList<>(words.size());
        List<Act> acts = new ArrayList<>(0);
        Set<String> crm = Set.of();
        for (Sighting word : words) {
            if (word.act() != null) {
                acts.add(word.act());
            }
            if (!word.keys().crm().isEmpty()) {
                crm = crm.isEmpty() ? new TreeSet<>(CodePointOrder.INSTANCE) : crm;
                crm.addAll(word.keys().crm());
            }
            Map<String, Object> values =
                    keys.at(word.at()) == null ? word.values() : Attributes.part(word.values(), false);
            // A dated row is an instant at which the lead is judged, whatever it tells.
            if (!values.isEmpty() || word.fromRow()) {
                own.add(told(word, values));
            }
        }
        List<Evidence.Membership> memberships = new ArrayList<>(1);
        for (CompanyKeys.Since change : keys.changes()) {
            memberships.add(new Evidence.Membership(change.instant(), companies.log(change.key())));
        }
        return new Evidence(
                identities.leads().get(place),
                seen.events(place),
                AttributeLog.of(news(own, true)),
                memberships,
                once(acts),
                crm.isEmpty() ? List.of() : List.copyOf(crm));
    }

    /** Files may tell of one act under several names of its lead; without ids it is known by what it says. */
    private static List<Act> once(List<Act> acts) {
        if (acts.size() < 2) {
            return acts;
        }
        Set<Act> said = new HashSet<>();
        return acts.stream()
                .sorted(Act.ORDER)
                .filter(act -> !act.isIdOfContent() || said.add(act.withId("")))
                .toList();
    }

    /** The evidence of all leads, each made when it is asked for. */
    public List<Evidence> evidence() {
        return new EvidenceList(size(), place -> place);
    }

    /** The evidence of the leads about whom sales did something, each made when it is asked for. */
    public List<Evidence> acted() {
        int[] places = acted.stream().toArray();
        return new EvidenceList(places.length, i -> places[i]);
    }

    public Identities identities() {
        return identities;
    }

    private final class EvidenceList extends AbstractList<Evidence> implements RandomAccess {
        private final int size;
        private final IntUnaryOperator places;

        EvidenceList(int size, IntUnaryOperator places) {
            this.size = size;
            this.places = places;
        }

        @Override
        public Evidence get(int i) {
            return evidence(places.applyAsInt(i));
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static boolean isAboutCompany(Sighting word) {
        return word.company() != null || Attributes.hasCompany(word.values());
    }

    /** What was told about each company that has a key. */
    private static final class CompanyWords {
        private final ConcurrentHashMap<String, List<Told>> told = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<String, AttributeLog> logs = new ConcurrentHashMap<>();

        /** What a visitor tells about a company is told all the same. */
        void tellFromStranger(Sighting sighting) {
            tell(sighting.company(), sighting);
        }

        void tell(@Nullable String company, Sighting sighting) {
            if (company == null) {
                return;
            }
            Map<String, Object> values = Attributes.part(sighting.values(), true);
            if (sighting.company() != null && !values.containsKey(DOMAIN)) {
                values = with(values, company);
            }
            if (!values.isEmpty()) {
                Told word = Gathering.told(sighting, values);
                told.compute(company, (key, words) -> with(words, word));
            }
        }

        private static Map<String, Object> with(Map<String, Object> values, String company) {
            Map<String, Object> all = new HashMap<>(values);
            all.put(DOMAIN, company);
            return Map.copyOf(all);
        }

        private static List<Told> with(@Nullable List<Told> words, Told word) {
            List<Told> all = words == null ? new ArrayList<>(1) : words;
            all.add(word);
            return all;
        }

        /** All is told. */
        void settle() {
            told.forEach(SIDE_BY_SIDE, (company, words) -> logs.put(company, AttributeLog.of(news(words, false))));
            told.clear();
        }

        AttributeLog log(@Nullable String company) {
            return company == null ? AttributeLog.EMPTY : logs.getOrDefault(company, AttributeLog.EMPTY);
        }
    }

    /**
     * The words that change something. Pages identify their visitor again and again, and a company's leads are judged
     * only when something about it changed. Of a lead's own words, rows are kept all the same: a dated one is an
     * instant at which it is judged, as a call is by its event.
     */
    private static List<Told> news(List<Told> told, boolean withRows) {
        if (told.size() < 2) {
            return told;
        }
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
        return new Told(sighting.at(), sighting.fromRow(), sighting.order(), values);
    }
}
