package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
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
 * {@link Gathering} finds out from the entries up to there. What it has not in memory it asks of an {@link Archive}.
 * Not for several threads at once.
 */
public final class Register {
    private final Shelves shelves;
    private long numbers;

    /** An empty register that keeps all in memory. */
    public Register() {
        this(Archive.NONE, 0);
    }

    /**
     * A register that was kept before.
     *
     * @param numbers the largest number given so far to a key, a device or a lead
     */
    public Register(Archive archive, long numbers) {
        this.shelves = new Shelves(archive);
        this.numbers = numbers;
    }

    /**
     * What an entry changed. Numbers stand in ascending order.
     *
     * @param lead the number of the lead whose the entry is; {@link #NOBODY} for a visitor nobody knows
     * @param absorbed numbers of leads that turned out to be this one
     * @param losers numbers of leads of which something turned out to be this one's
     * @param news events that became the lead's with it, in their order
     * @param isPlain whether the lead only got this entry: no other entry became its own
     * @param informed numbers of other leads about whose company something else is known now
     */
    public record Enrolled(
            long lead, List<Long> absorbed, List<Long> losers, List<Event> news, boolean isPlain, List<Long> informed) {
        /** Nobody's number. */
        public static final long NOBODY = 0;

        public Enrolled {
            absorbed = List.copyOf(absorbed);
            losers = List.copyOf(losers);
            news = List.copyOf(news);
            informed = List.copyOf(informed);
        }
    }

    /**
     * Takes in the next entry of the log.
     *
     * @param position above those of all entries before
     */
    public Enrolled enrol(long position, Sighting sighting) {
        List<Key> told = Key.of(sighting.keys());
        Changes changes = new Changes();
        Person lead =
                told.isEmpty() ? ofDevice(position, sighting, changes) : ofKeys(position, sighting, told, changes);
        return changes.enrolled(lead, sighting.event());
    }

    private @Nullable Person ofDevice(long position, Sighting sighting, Changes changes) {
        Device device = device(Objects.requireNonNull(sighting.keys().anonymous()));
        Enrolment entry = shelves.file(new Enrolment(position, device.number, sighting));
        device.add(entry);
        Person owner = device.owner(sighting.at());
        if (owner != null) {
            changes.hear(owner, entry);
        } else if (sighting.company() != null) {
            entry.tell(changes.touched(sighting.company()));
        }
        return owner;
    }

    private Person ofKeys(long position, Sighting sighting, List<Key> told, Changes changes) {
        Set<String> nodes = new LinkedHashSet<>();
        told.forEach(key -> nodes.add(key.node()));
        String waiting = alias(sighting.keys().previous(), nodes);
        Person lead = lead(nodes, changes);
        for (Key key : told) {
            KnownKey known = key(key.node(), lead);
            if (known.tell(key, sighting.at())) {
                shelves.file(known);
            }
        }
        nodes.forEach(node -> key(node, lead));
        KnownKey subject = key(told.get(0).node(), lead);
        if (waiting != null) {
            shelves.wait(waiting, subject);
        }
        Enrolment entry = shelves.file(new Enrolment(position, subject.number, sighting));
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
        if (shelves.key(previous) != null) {
            nodes.add(previous);
            return null;
        }
        return previous;
    }

    /** Whose these keys are: all leads that have one of them are one from now on, under the oldest one's number. */
    private Person lead(Set<String> nodes, Changes changes) {
        Set<Person> same = new TreeSet<>(Comparator.comparingLong(person -> person.number));
        for (String node : nodes) {
            KnownKey known = shelves.key(node);
            if (known != null) {
                same.add(known.person);
            } else {
                shelves.answer(node).forEach(alias -> same.add(alias.person));
            }
        }
        if (same.isEmpty()) {
            return shelves.add(new Person(++numbers));
        }
        Iterator<Person> oldestFirst = same.iterator();
        Person lead = oldestFirst.next();
        oldestFirst.forEachRemaining(other -> changes.absorb(lead, other));
        return lead;
    }

    private KnownKey key(String node, Person lead) {
        KnownKey known = shelves.key(node);
        return known != null ? known : shelves.add(new KnownKey(++numbers, node, lead));
    }

    private Device device(String anonymous) {
        Device known = shelves.device(anonymous);
        return known != null ? known : shelves.add(new Device(++numbers, anonymous, true, true));
    }

    /** Whether all that these keys name is in memory. */
    public boolean knows(Keys named) {
        String anonymous = named.anonymous();
        return (anonymous == null || shelves.hasDevice(anonymous))
                && Key.of(named).stream().allMatch(key -> shelves.hasKey(key.node()));
    }

    /** The numbers of all leads in memory: of all, where nothing was filed. */
    public Set<Long> leads() {
        return shelves.leads();
    }

    /** The attributes of a lead as known now, not yet derived; not to be changed. */
    public Map<String, Object> told(long lead) {
        return shelves.person(lead).told();
    }

    /** The company to which a lead belongs as last told: its domain as a rule; null for none. */
    public @Nullable String company(long lead) {
        Company company = shelves.person(lead).company();
        return company == null ? null : company.key();
    }

    /** What is known about a company, by path; at least its domain. */
    public Map<String, Object> known(String company) {
        return shelves.company(company).known();
    }

    /** Positions of what was done under anonymous ids alone and is a lead's as known now, in no order. */
    public List<Long> unnamed(long lead) {
        return shelves.person(lead).unnamed();
    }

    /** All events of a lead as known now, in their order. */
    public List<Event> events(long lead) {
        return shelves.whole(lead).events();
    }

    /** All that is known about a lead. */
    public Evidence evidence(long lead) {
        return shelves.whole(lead).evidence();
    }

    /** The id of a lead: the key told first, of the best kind of which any was told. */
    public String name(long lead) {
        return shelves.person(lead).name();
    }

    /** The largest number given so far to a key, a device or a lead. */
    public long numbers() {
        return numbers;
    }

    /** What has to be filed since this was asked the last time. */
    public Filing toFile() {
        return shelves.toFile();
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
            Company company = shelves.company(key);
            before.computeIfAbsent(company, Company::known);
            return company;
        }

        void hear(Person lead, Enrolment entry) {
            Company company = lead.company();
            if (company != null && entry.isTelling()) {
                touched(company.key());
            }
            if (isPlain && lead.hear(entry, this::touched)) {
                shelves.move(lead, company);
            } else {
                isPlain = false;
                regard(lead);
                losers.keySet().forEach(this::regard);
            }
        }

        private void regard(Person lead) {
            shelves.readTelling(lead);
            Company company = lead.company();
            for (Enrolment entry : lead.telling()) {
                Company about = entry.about();
                if (about != null) {
                    touched(about.key());
                }
            }
            shelves.refile(lead.regard(this::touched));
            shelves.move(lead, company);
        }

        void absorb(Person lead, Person other) {
            isPlain = false;
            absorbed.add(other.number);
            shelves.readTelling(lead);
            shelves.readTelling(other);
            shelves.absorb(lead, other);
        }

        void recognise(@Nullable String anonymous, Sighting sighting, KnownKey key) {
            if (anonymous == null) {
                return;
            }
            Device device = device(anonymous);
            if (device.isSaidAgain(key)) {
                if (device.isWhole()) {
                    device.leaveOut();
                    shelves.file(device);
                }
                return;
            }
            shelves.read(device);
            List<@Nullable Person> owners = device.owners();
            shelves.recognise(device, sighting, key);
            for (int i = 0; i < owners.size(); i++) {
                Enrolment entry = device.entries().get(i);
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
                return new Enrolled(Enrolled.NOBODY, List.of(), List.of(), List.of(), isPlain, List.copyOf(informed));
            }
            informed.remove(lead.number);
            List<Event> news = new ArrayList<>(gained);
            if (event != null) {
                news.add(event);
            }
            news.sort(Event.ORDER);
            Set<Long> lost = new TreeSet<>();
            losers.keySet().forEach(loser -> lost.add(loser.number));
            return new Enrolled(
                    lead.number, List.copyOf(absorbed), List.copyOf(lost), news, isPlain, List.copyOf(informed));
        }

        /** Of whose company something else is known now. */
        private Set<Long> informed() {
            Set<Long> informed = new TreeSet<>();
            before.forEach((company, known) -> {
                if (!company.known().equals(known)) {
                    for (Person member : shelves.members(company)) {
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
