package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who and who belongs where, kept entry by entry in the order of the log. At each position it knows what
 * {@link Gathering} finds out from the entries up to there. Not for several threads at once.
 */
public final class Register {
    private final Map<String, KnownKey> keys = new HashMap<>();
    private final Map<String, Device> devices = new HashMap<>();
    /** By what is not known yet as a lead's key: whom an alias named with it. */
    private final Map<String, List<KnownKey>> aliases = new HashMap<>();

    private final Map<String, Company> companies = new HashMap<>();
    /** By company: who belongs to it as last told. */
    private final Map<Company, Set<Person>> members = new HashMap<>();

    private final Map<Long, Person> persons = new HashMap<>();
    private long numbers;

    /**
     * What an entry changed.
     *
     * @param lead the number of the lead whose the entry is; {@link #NOBODY} for a visitor nobody knows
     * @param absorbed numbers of leads that turned out to be this one
     * @param losers numbers of leads of which something turned out to be this one's
     * @param news events that became the lead's with it, in their order
     * @param isPlain whether the lead only got this entry: no other entry became its own, and its company is the same
     * @param informed numbers of other leads whose company something else is known about now
     */
    public record Enrolled(
            long lead, Set<Long> absorbed, Set<Long> losers, List<Event> news, boolean isPlain, Set<Long> informed) {
        /** Nobody's number. */
        public static final long NOBODY = 0;

        public Enrolled {
            absorbed = Set.copyOf(absorbed);
            losers = Set.copyOf(losers);
            news = List.copyOf(news);
            informed = Set.copyOf(informed);
        }
    }

    /** Takes in the next entry of the log. */
    public Enrolled enrol(Sighting sighting) {
        Enrolment entry = new Enrolment(sighting);
        List<Key> told = Key.of(sighting.keys());
        Changes changes = new Changes();
        Person lead = told.isEmpty() ? ofDevice(entry, changes) : ofKeys(entry, told, changes);
        return changes.enrolled(lead, sighting.event());
    }

    private @Nullable Person ofDevice(Enrolment entry, Changes changes) {
        Device device = device(Objects.requireNonNull(entry.sighting.keys().anonymous()));
        device.entries.add(entry);
        Person owner = device.owner(entry.sighting.at());
        if (owner != null) {
            changes.hear(owner, entry);
        } else if (entry.sighting.company() != null) {
            entry.tell(changes.touched(entry.sighting.company()));
        }
        return owner;
    }

    private Person ofKeys(Enrolment entry, List<Key> told, Changes changes) {
        Sighting sighting = entry.sighting;
        Set<String> nodes = new LinkedHashSet<>();
        told.forEach(key -> nodes.add(key.node()));
        String waiting = alias(sighting.keys().previous(), nodes);
        Person lead = lead(nodes, changes);
        for (Key key : told) {
            key(key.node(), lead).tell(key, sighting.at());
        }
        nodes.forEach(node -> key(node, lead));
        KnownKey subject = key(told.get(0).node(), lead);
        if (waiting != null) {
            aliases.computeIfAbsent(waiting, node -> new ArrayList<>(1)).add(subject);
        }
        lead.entries.add(entry);
        changes.recognise(sighting.keys().anonymous(), sighting, subject);
        changes.recognise(sighting.keys().previous(), sighting, subject);
        changes.hear(lead, entry);
        return lead;
    }

    /**
     * Adds what an alias says is the same lead's, where it is an address or a known key.
     *
     * @return what may become known as a key later; else null
     */
    private @Nullable String alias(@Nullable String previous, Set<String> nodes) {
        if (previous == null) {
            return null;
        }
        Optional<String> mail = MailDomains.normaliseEmail(previous);
        if (mail.isPresent()) {
            if (!MailDomains.roleAddress(mail.get())) {
                nodes.add(mail.get());
            }
            return null;
        }
        if (keys.containsKey(previous)) {
            nodes.add(previous);
            return null;
        }
        return previous;
    }

    /** Whose these keys are: all leads that have one of them are one from now on, under the oldest one's number. */
    private Person lead(Set<String> nodes, Changes changes) {
        Set<Person> same = new TreeSet<>(Comparator.comparingLong(person -> person.number));
        for (String node : nodes) {
            KnownKey known = keys.get(node);
            if (known != null) {
                same.add(known.person);
            }
            for (KnownKey alias : aliases.getOrDefault(node, List.of())) {
                same.add(alias.person);
            }
        }
        nodes.forEach(aliases::remove);
        if (same.isEmpty()) {
            Person fresh = new Person(++numbers);
            persons.put(fresh.number, fresh);
            return fresh;
        }
        Iterator<Person> oldestFirst = same.iterator();
        Person lead = oldestFirst.next();
        oldestFirst.forEachRemaining(other -> changes.absorb(lead, other));
        return lead;
    }

    private KnownKey key(String node, Person lead) {
        return keys.computeIfAbsent(node, fresh -> {
            KnownKey key = new KnownKey(lead);
            lead.keys.add(key);
            return key;
        });
    }

    private Device device(String anonymous) {
        return devices.computeIfAbsent(anonymous, fresh -> new Device());
    }

    private Person person(long lead) {
        return Objects.requireNonNull(persons.get(lead));
    }

    /** The numbers of all leads. */
    public Set<Long> leads() {
        return Collections.unmodifiableSet(persons.keySet());
    }

    /** The attributes of a lead as known now, not yet derived; not to be changed. */
    public Map<String, Object> told(long lead) {
        return person(lead).told();
    }

    /** All events of a lead as known now, in their order. */
    public List<Event> events(long lead) {
        return person(lead).events();
    }

    /** All that is known about a lead. */
    public Evidence evidence(long lead) {
        return person(lead).evidence();
    }

    /** The id of a lead: the key told first, of the best kind of which any was told. */
    public String name(long lead) {
        return person(lead).name();
    }

    /** What one entry changes. */
    private final class Changes {
        private final Set<Long> absorbed = new TreeSet<>();
        /** With what was known about them before. */
        private final Map<Person, Map<String, Object>> losers = new LinkedHashMap<>();

        private final List<Event> gained = new ArrayList<>(0);
        /** What was known about companies before. */
        private final Map<Company, Map<String, Object>> before = new LinkedHashMap<>();

        private boolean isPlain = true;

        Company touched(String key) {
            Company company = companies.computeIfAbsent(key, Company::new);
            before.computeIfAbsent(company, Company::known);
            return company;
        }

        void hear(Person lead, Enrolment entry) {
            Company company = lead.company();
            if (company != null && entry.isTelling()) {
                touched(company.key());
            }
            if (isPlain && lead.hear(entry, this::touched)) {
                moved(lead, company);
            } else {
                isPlain = false;
                regard(lead);
                losers.keySet().forEach(this::regard);
            }
        }

        private void regard(Person lead) {
            Company company = lead.company();
            for (Enrolment entry : lead.all()) {
                if (entry.about != null) {
                    touched(entry.about.key());
                }
            }
            lead.regard(this::touched);
            moved(lead, company);
        }

        private void moved(Person lead, @Nullable Company from) {
            Company to = lead.company();
            if (from != to) {
                if (from != null) {
                    Objects.requireNonNull(members.get(from)).remove(lead);
                }
                if (to != null) {
                    members.computeIfAbsent(to, company -> new HashSet<>()).add(lead);
                }
            }
        }

        void absorb(Person lead, Person other) {
            isPlain = false;
            absorbed.add(other.number);
            other.keys.forEach(key -> key.person = lead);
            lead.keys.addAll(other.keys);
            lead.entries.addAll(other.entries);
            lead.devices.addAll(other.devices);
            Company company = other.company();
            if (company != null) {
                Objects.requireNonNull(members.get(company)).remove(other);
            }
            persons.remove(other.number);
        }

        void recognise(@Nullable String anonymous, Sighting sighting, KnownKey key) {
            if (anonymous == null) {
                return;
            }
            Device device = device(anonymous);
            List<@Nullable Person> owners = device.owners();
            device.recognise(sighting.at(), sighting.order(), key);
            key.person.devices.add(device);
            for (int i = 0; i < owners.size(); i++) {
                Enrolment entry = device.entries.get(i);
                Person loser = owners.get(i);
                if (device.owner(entry.sighting.at()) != loser) {
                    isPlain = false;
                    if (loser != null) {
                        losers.putIfAbsent(loser, loser.told());
                    }
                    if (entry.sighting.event() != null) {
                        gained.add(entry.sighting.event());
                    }
                }
            }
        }

        Enrolled enrolled(@Nullable Person lead, @Nullable Event event) {
            Set<Long> informed = informed();
            if (lead == null) {
                return new Enrolled(Enrolled.NOBODY, absorbed, Set.of(), List.of(), isPlain, informed);
            }
            informed.remove(lead.number);
            List<Event> news = new ArrayList<>(gained);
            if (event != null) {
                news.add(event);
            }
            news.sort(Event.ORDER);
            Set<Long> lost = new TreeSet<>();
            losers.keySet().forEach(loser -> lost.add(loser.number));
            return new Enrolled(lead.number, absorbed, lost, news, isPlain, informed);
        }

        /** Of whose company something else is known now. */
        private Set<Long> informed() {
            Set<Long> informed = new TreeSet<>();
            before.forEach((company, known) -> {
                if (!company.known().equals(known)) {
                    for (Person member : members.getOrDefault(company, Set.of())) {
                        if (!losers.containsKey(member)
                                && !member.toldWith(known).equals(member.told())) {
                            informed.add(member.number);
                        }
                    }
                }
            });
            losers.forEach((loser, told) -> {
                if (!Attributes.part(told, true).equals(Attributes.part(loser.told(), true))) {
                    informed.add(loser.number);
                }
            });
            return informed;
        }
    }
}
