package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FirstText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lead in the register: its keys, its devices, its entries, its company as known now. */
final class Person {
    /** The order of first mention, which tells which of two leads that turn out to be one gives its number to both. */
    final long number;

    final Set<KnownKey> keys = new LinkedHashSet<>();
    /** All of which it is known that they were recognised as this lead. */
    final Set<Device> devices = new LinkedHashSet<>();
    /** Those under its own keys: all, or while {@code isWhole} is not, all that tell something. */
    final ArrayList<Enrolment> entries = new ArrayList<>(1);

    boolean isWhole = true;
    private @Nullable Belonging belonging;
    /** When the newest of those words was told by which anything about it is told. */
    private long lastTold = Long.MIN_VALUE;

    private Affiliation affiliation = new Affiliation();
    /** What was told about itself, by path. */
    private Map<String, Object> own = Map.of();
    /** As it was asked for last. */
    private @Nullable Both both;
    /** As it was asked for last. */
    private @Nullable About about;
    /** Paths under which others than browsers told something about itself. */
    private Set<String> verified = Set.of();

    private Suspicions suspicions = Suspicions.NONE;

    /** Of several leads that are one: these; else none. */
    private final List<Person> parts;

    Person(long number) {
        this(number, List.of());
    }

    /** Leads as one, to be looked at. */
    Person(long number, List<Person> parts) {
        this.number = number;
        this.parts = List.copyOf(parts);
        for (Person part : parts) {
            keys.addAll(part.keys);
            entries.addAll(part.entries);
        }
    }

    /** The oldest of the keys that nobody only claimed. */
    KnownKey core() {
        return keys.stream()
                .filter(key -> key.claimedSince == null)
                .min(Comparator.comparingLong(key -> key.number))
                .orElseThrow();
    }

    /** Whether a server told how to reach it. */
    boolean isReached() {
        return keys.stream().anyMatch(key -> key.isReached && key.claimedSince == null);
    }

    /** Whether it is not reached, and some of its keys are its own by a browser's word alone. */
    boolean isClaimedInPart() {
        return keys.stream().anyMatch(key -> key.claimedSince != null) && !isReached();
    }

    /** Before all that it has is given to it anew. */
    void clear() {
        keys.clear();
        devices.clear();
        entries.clear();
    }

    /** Its own entries, and those of its devices that are its. */
    List<Enrolment> all() {
        List<Enrolment> all = new ArrayList<>(entries);
        all.addAll(ofDevices());
        return all;
    }

    private List<Enrolment> ofDevices() {
        List<Enrolment> own = new ArrayList<>(0);
        parts.forEach(part -> own.addAll(part.ofDevices()));
        for (Device device : devices) {
            for (Enrolment entry : device.entries()) {
                if (device.owner(entry.sighting.at()) == this) {
                    own.add(entry);
                }
            }
        }
        return own;
    }

    /** Positions of those of its entries that name none of its keys. */
    List<Long> unnamed() {
        return ofDevices().stream().map(entry -> entry.position).toList();
    }

    /** The position of the last entry under its own keys that is in memory; 0 for none. */
    long lastHeard() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position;
    }

    /** Lets go of its own entries that tell nothing; gives how many these were. */
    int letGo() {
        int before = entries.size();
        if (entries.removeIf(entry -> !entry.isTelling())) {
            isWhole = false;
            entries.trimToSize();
        }
        return before - entries.size();
    }

    /** All its entries that tell something. */
    List<Enrolment> telling() {
        return all().stream().filter(Enrolment::isTelling).toList();
    }

    /** The company that it belongs to as last told. */
    @Nullable
    Company company() {
        return belonging == null ? null : belonging.company();
    }

    /**
     * Takes in what a new entry tells, if it is the newest word.
     *
     * @return whether it was; else all has to be {@link #regard regarded} anew
     */
    boolean hear(Enrolment entry, Function<String, Company> companies) {
        Sighting word = entry.sighting;
        if (!entry.isTelling()) {
            return true;
        }
        if (word.act() != null || word.at() <= lastTold) {
            return false;
        }
        lastTold = word.at();
        affiliation.take(word);
        if (word.company() != null || word.values().containsKey("lead.email")) {
            turnTo(affiliation.key(), word.at(), companies);
        }
        entry.tell(entry.isAboutCompany() ? company() : null);
        learn(
                company() == null ? word.values() : Attributes.part(word.values(), false),
                word.keys().isClaimed());
        return true;
    }

    private void learn(Map<String, Object> values, boolean isClaimed) {
        Map<String, Object> news = values;
        if (!isClaimed) {
            if (!verified.containsAll(values.keySet())) {
                verified = new HashSet<>(verified);
                verified.addAll(values.keySet());
            }
        } else if (!Collections.disjoint(verified, values.keySet())) {
            news = new HashMap<>(values);
            news.keySet().removeAll(verified);
        }
        if (!own.entrySet().containsAll(news.entrySet())) {
            own = new HashMap<>(own);
            own.putAll(news);
        }
    }

    private void turnTo(@Nullable String key, long at, Function<String, Company> companies) {
        Company company = key == null ? null : companies.apply(key);
        if (company != company()) {
            belonging = new Belonging(at, company, belonging);
        }
    }

    /**
     * Looks at all that was told anew: to which company the lead belonged when, and which company each word tells
     * about.
     *
     * @return the entries that are taken to tell about another company now
     */
    List<Enrolment> regard(Function<String, Company> companies) {
        List<Enrolment> telling = telling();
        belonging = Belonging.of(words(telling), companies);
        List<Enrolment> changed = new ArrayList<>(0);
        for (Enrolment entry : telling) {
            Sighting word = entry.sighting;
            if (entry.tell(entry.isAboutCompany() ? Belonging.at(belonging, word.at()) : null)) {
                changed.add(entry);
            }
        }
        recall(telling);
        return changed;
    }

    /** Reads again what was filed, which changes nothing. */
    void restore(Function<String, Company> companies) {
        List<Enrolment> telling = telling();
        belonging = Belonging.of(words(telling), companies);
        recall(telling);
    }

    private void recall(List<Enrolment> telling) {
        lastTold =
                telling.stream().mapToLong(entry -> entry.sighting.at()).max().orElse(Long.MIN_VALUE);
        List<Sighting> words = new ArrayList<>(words(telling));
        words.sort(Sighting.ORDER);
        affiliation = new Affiliation();
        words.forEach(affiliation::take);
        suspicions = Suspicions.of(words);
        own = Known.own(words, parts.isEmpty() ? belonging : null).at(Long.MAX_VALUE);
        verified = new HashSet<>();
        for (Sighting word : words) {
            if (!word.keys().isClaimed()) {
                verified.addAll((parts.isEmpty() ? Known.ofLead(word, belonging) : word.values()).keySet());
            }
        }
    }

    private List<Sighting> words(List<Enrolment> telling) {
        List<Sighting> words = parts.isEmpty()
                ? telling.stream().map(entry -> entry.sighting).toList()
                : Consents.strictest(parts.stream().map(Person::own).toList());
        return words.stream().anyMatch(word -> word.act() != null) ? Mentioned.words(words) : words;
    }

    /** What is told about itself: what it told about its company is told of that, whatever it is a part of. */
    private List<Sighting> own() {
        return all().stream()
                .map(entry -> entry.sighting.with(Known.ofLead(entry.sighting, belonging)))
                .toList();
    }

    /** Whether others than browsers told something under a path of the lead itself. */
    boolean isVerified(String path) {
        return verified.contains(path);
    }

    /** The attributes as known now; not to be changed. */
    Map<String, Object> told() {
        Company company = company();
        return company == null ? own : toldWith(company.known());
    }

    /** What it told itself of a company, where it has one: what is known about that stands over it. */
    Map<String, Object> under() {
        return company() == null || !Attributes.hasCompany(own) ? Map.of() : Attributes.part(own, true);
    }

    /** The same, were this known about its company. */
    Map<String, Object> toldWith(Map<String, Object> company) {
        if (company.isEmpty()) {
            return own;
        }
        Both last = both;
        if (last == null || !last.isOf(own, company)) {
            Map<String, Object> all = new HashMap<>(own);
            all.putAll(company);
            last = new Both(own, company, all);
            both = last;
        }
        return last.all;
    }

    /** Who it is and what it was told: the same object for as long as nothing of it changes. */
    About about() {
        String name = name();
        boolean isMailVerified = isVerified("lead.email");
        Company company = company();
        String key = company == null ? null : company.key();
        Map<String, Object> told = told();
        About last = about;
        if (last == null
                || !isSame(last.told(), told)
                || last.isMailVerified() != isMailVerified
                || !Objects.equals(last.company(), key)
                || !last.name().equals(name)) {
            last = new About(name, isMailVerified, key, told, under());
            about = last;
        }
        return last;
    }

    /** Of maps that never change: what was told of itself and of its company is as it was. */
    private static boolean isSame(Object told, Object now) {
        return told == now;
    }

    /** What was told about a lead and about its company, neither of which ever changes, and both in one. */
    private static final class Both {
        private final Map<String, Object> own;
        private final Map<String, Object> company;
        private final Map<String, Object> all;

        Both(Map<String, Object> own, Map<String, Object> company, Map<String, Object> all) {
            this.own = own;
            this.company = company;
            this.all = all;
        }

        boolean isOf(Object owns, Object companys) {
            return own == owns && company == companys;
        }
    }

    /** All that is known about it. */
    Evidence evidence() {
        List<Sighting> words = words(all());
        if (parts.isEmpty()) {
            return Known.evidence(name(), did(), words, belonging);
        }
        Evidence own = Known.evidence(name(), did(), words, null);
        List<Evidence.Membership> companies = Belonging.memberships(belonging);
        return new Evidence(own.lead(), own.events(), own.own(), companies, own.acts(), own.crm(), own.suspects());
    }

    /** What was said about which of its events are suspect. */
    Suspicions suspicions() {
        return suspicions;
    }

    /** Its events that are not suspect, in their order. */
    List<Event> events() {
        return suspicions.among(did(), false);
    }

    /** Those that are, in their order. */
    List<Event> suspects() {
        return suspicions.isEmpty() ? List.of() : suspicions.among(did(), true);
    }

    /** Of its events that are not suspect those of some of its entries, in their order. */
    List<Event> events(List<Enrolment> entries) {
        return suspicions.among(did(entries), false);
    }

    private List<Event> did() {
        return did(all());
    }

    private static List<Event> did(List<Enrolment> entries) {
        List<Event> events = new ArrayList<>();
        for (Enrolment entry : entries) {
            if (entry.sighting.event() != null) {
                events.add(entry.sighting.event());
            }
        }
        events.sort(Event.ORDER);
        return events;
    }

    /** Its id: the key told first, of the best kind of which any was told. */
    String name() {
        Key.Kind best = null;
        FirstText first = null;
        for (KnownKey key : keys) {
            for (Map.Entry<Key.Kind, FirstText> told : key.told.entrySet()) {
                int order = best == null ? -1 : told.getKey().compareTo(best);
                if (order < 0) {
                    best = told.getKey();
                    first = told.getValue();
                } else if (order == 0 && first != null) {
                    first = KnownKey.first(first, told.getValue());
                }
            }
        }
        return first == null ? bareName() : first.text();
    }

    /** Of one of whom nothing is told any more: the key under which it stood. */
    private String bareName() {
        return keys.stream()
                .min(Comparator.comparingLong(key -> key.number))
                .map(key -> key.node)
                .orElse("");
    }
}
