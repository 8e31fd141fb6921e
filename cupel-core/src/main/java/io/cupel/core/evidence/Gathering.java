package io.cupel.core.evidence;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
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
    /** From so many companies on several threads are worth it. */
    private static final long SIDE_BY_SIDE = 1_000;

    private final Identities identities;
    private final SeenByLead seen;
    private final ConcurrentHashMap<String, Company> companies = new ConcurrentHashMap<>();
    /** By place of the lead: its company over time. */
    private final @Nullable Belonging[] belongings;

    /** The places of leads about whom sales did something. */
    private final BitSet acted = new BitSet();

    public Gathering(Identities identities, SeenByLead seen) {
        this.identities = identities;
        this.seen = seen;
        this.belongings = new Belonging[size()];
        // what a visitor tells about a company is told all the same
        for (Sighting stranger : seen.strangers()) {
            if (stranger.company() != null) {
                company(stranger.company()).tell(stranger);
            }
        }
        boolean[] isActed = new boolean[size()];
        IntStream.range(0, size()).parallel().forEach(place -> isActed[place] = look(place));
        for (int place = 0; place < isActed.length; place++) {
            acted.set(place, isActed[place]);
        }
        companies.forEachValue(SIDE_BY_SIDE, Company::settle);
    }

    private Company company(String key) {
        return companies.computeIfAbsent(key, Company::new);
    }

    /** Takes in what a lead's words tell about companies; gives whether sales did something about the lead. */
    private boolean look(int place) {
        List<Sighting> words = seen.words(place);
        boolean isActed = false;
        for (Sighting word : words) {
            isActed |= word.act() != null;
        }
        Belonging belonging = Belonging.of(isActed ? Mentioned.words(words) : words, this::company);
        belongings[place] = belonging;
        for (Sighting word : words) {
            Company company = isAboutCompany(word) ? Belonging.at(belonging, word.at()) : null;
            if (company != null) {
                company.tell(word);
            }
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
        List<Sighting> words = acted.get(place) ? Mentioned.words(seen.words(place)) : seen.words(place);
        return Known.evidence(identities.leads().get(place), seen.events(place), words, belongings[place]);
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
}
