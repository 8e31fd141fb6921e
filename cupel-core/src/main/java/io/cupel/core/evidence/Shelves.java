package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledDevice;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FiledLead;
import io.cupel.core.evidence.Archive.FiledSeen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a register has in memory: what it was asked for, read from the archive, and what is new. */
final class Shelves {
    private final Archive archive;
    private final Map<String, KnownKey> keys = new HashMap<>();
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<String, Company> companies = new HashMap<>();
    private final Map<Long, Person> persons = new HashMap<>();
    private final Members members;
    private final Aliases aliases;
    private final Recalling recalling;
    /** Null while they were not read. */
    private @Nullable Denials denials;

    /** Leads that turned out to be others. */
    private final Set<Long> gone = new HashSet<>();

    private Filing filing = new Filing();
    /** Read, but not all that they share with others. */
    private final List<Person> unrestored = new ArrayList<>();

    /** How many readings within each other are going on. */
    private int reading;

    /** The largest number given so far to a key, a device or a lead. */
    private long numbers;

    Shelves(Archive archive, long numbers, int many) {
        this.archive = archive;
        this.members = new Members(this, archive, many);
        this.numbers = numbers;
        this.aliases = new Aliases(archive, this::key);
        this.recalling = new Recalling(archive, this::denials, this::company);
    }

    /** What people said not to be true. */
    Denials denials() {
        Denials known = denials;
        if (known == null) {
            known = new Denials();
            archive.denials().forEach(known::add);
            denials = known;
        }
        return known;
    }

    /** The next number for a key, a device or a lead. */
    long number() {
        return ++numbers;
    }

    long numbers() {
        return numbers;
    }

    long entries() {
        return recalling.entries();
    }

    /**
     * Lets go of what can be read again, when all is filed.
     *
     * @param most entries that are to be left, as far as the others only tell that something happened
     */
    void letGo(long most) {
        // who comes back is read again; whose it was once known to be is not forgotten
        devices.values().removeIf(Device::isNobodys);
        recalling.letGo(persons.values(), devices.values(), most);
    }

    /** What is to be filed. */
    Filing filing() {
        return filing;
    }

    Filing toFile() {
        Filing done = filing;
        filing = new Filing();
        return done;
    }

    @Nullable
    KnownKey key(String node) {
        KnownKey known = keys.get(node);
        if (known == null) {
            FiledLead filed = archive.leadOf(node);
            if (filed != null) {
                person(filed);
                known = Objects.requireNonNull(keys.get(node));
            }
        }
        return known;
    }

    boolean hasKey(String node) {
        return keys.containsKey(node);
    }

    boolean hasDevice(String anonymous) {
        return devices.containsKey(anonymous);
    }

    KnownKey add(KnownKey key) {
        keys.put(key.node, key);
        key.person.keys.add(key);
        file(key);
        return key;
    }

    void file(KnownKey key) {
        filing.keys.put(key.node, key);
    }

    Person add(Person person) {
        persons.put(person.number, person);
        filing.members.put(person.number, person);
        return person;
    }

    Set<Long> leads() {
        return Collections.unmodifiableSet(persons.keySet());
    }

    int devices() {
        return devices.size();
    }

    boolean hasLead(long number) {
        return persons.containsKey(number);
    }

    /** A lead, if it is in memory. */
    @Nullable
    Person known(long number) {
        return persons.get(number);
    }

    Person person(long number) {
        Person known = persons.get(number);
        return known != null ? known : person(Objects.requireNonNull(archive.lead(number)));
    }

    private Person person(FiledLead filed) {
        Person person = new Person(filed.number());
        person.isWhole = false;
        persons.put(person.number, person);
        for (FiledKey each : filed.keys()) {
            KnownKey key = new KnownKey(each.number(), each.node(), person);
            key.restore(each);
            person.keys.add(key);
            keys.put(key.node, key);
        }
        filed.telling().forEach(entry -> person.entries.add(recalling.restored(entry)));
        unrestored.add(person);
        reading++;
        readDevices(person);
        restore();
        return person;
    }

    /** Through a device others are read, who are read through it: all are there before any is looked at. */
    private void restore() {
        reading--;
        if (reading == 0) {
            List<Person> read = List.copyOf(unrestored);
            unrestored.clear();
            read.forEach(each -> each.restore(this::company));
            read.forEach(members::note);
        }
    }

    private void readDevices(Person person) {
        List<String> nodes = person.keys.stream().map(key -> key.node).toList();
        for (String anonymous : archive.devicesOf(nodes)) {
            Device device = Objects.requireNonNull(device(anonymous));
            person.devices.add(device);
            read(device);
        }
    }

    /** A lead with all its entries. */
    Person whole(long number) {
        Person person = person(number);
        recalling.whole(person);
        return person;
    }

    /** Of a lead's events those that were enrolled behind a position of the log and are not suspect, in their order. */
    List<Event> events(Person person, long position) {
        return recalling.events(person, position);
    }

    /** Leads as the one that people hold them for. */
    Person together(long number, Set<Long> leads) {
        Person whole = new Person(number, leads.stream().map(this::person).toList());
        whole.restore(this::company);
        return whole;
    }

    /** Reads what a lead's devices did. */
    void readTelling(Person person) {
        person.devices.forEach(this::read);
    }

    @Nullable
    Device device(String anonymous) {
        Device known = devices.get(anonymous);
        if (known == null) {
            FiledDevice filed = archive.device(anonymous);
            if (filed != null) {
                known = new Device(filed.number(), anonymous, filed.isWhole(), false);
                devices.put(anonymous, known);
                List<Device.Seen> seen = new ArrayList<>();
                reading++;
                for (FiledSeen each : filed.seen()) {
                    seen.add(new Device.Seen(each.at(), each.order(), Objects.requireNonNull(key(each.node()))));
                }
                known.restore(seen);
                restore();
            }
        }
        return known;
    }

    Device deviceOrNew(String anonymous) {
        Device known = device(anonymous);
        if (known != null) {
            return known;
        }
        Device device = new Device(number(), anonymous, true, true);
        devices.put(anonymous, device);
        file(device);
        return device;
    }

    void file(Device device) {
        filing.devices.put(device.number, device);
    }

    /** Reads what was done under a device's own name. */
    void read(Device device) {
        recalling.read(device);
    }

    Enrolment file(Enrolment entry) {
        filing.entries.add(entry);
        recalling.count();
        return entry;
    }

    void refile(Collection<Enrolment> entries) {
        entries.forEach(entry -> filing.abouts.put(entry.position, entry));
    }

    Company company(String key) {
        Company known = companies.get(key);
        if (known == null) {
            known = new Company(
                    key,
                    () -> archive.about(key).stream()
                            .map(entry -> denials().believed(entry.sighting()))
                            .toList());
            companies.put(key, known);
        }
        return known;
    }

    Members members() {
        return members;
    }

    /** Whether a lead is in memory, and no other one by now. */
    boolean has(Person person) {
        return persons.get(person.number) == person;
    }

    /** Whether a lead is in the archive alone. */
    boolean lacks(long number) {
        return !gone.contains(number) && !persons.containsKey(number);
    }

    /** Reads leads at once. */
    void read(Collection<Long> numbers) {
        reading++;
        for (FiledLead filed : archive.leads(numbers)) {
            // it may have been read with one before it, whose device was its too
            if (!persons.containsKey(filed.number())) {
                person(filed);
            }
        }
        restore();
    }

    /** A lead belongs to another company than before. */
    void move(Person person, @Nullable Company from) {
        Company to = person.company();
        if (from == to) {
            return;
        }
        filing.members.put(person.number, person);
        members.move(person, from, to);
    }

    /** Two leads turned out to be one. */
    void absorb(Person lead, Person other) {
        for (KnownKey key : other.keys) {
            key.person = lead;
            file(key);
        }
        if (!lead.isWhole || !other.isWhole) {
            whole(lead.number);
            whole(other.number);
        }
        lead.keys.addAll(other.keys);
        lead.entries.addAll(other.entries);
        lead.devices.addAll(other.devices);
        remove(other);
    }

    /** A lead is another one now. */
    void remove(Person person) {
        members.move(person, person.company(), null);
        persons.remove(person.number);
        gone.add(person.number);
        filing.gone(person.number);
    }

    /** Forgets what a device was a lead's; gives whether it was nobody else's. */
    boolean forget(Device device, Person lead) {
        boolean isOwn = device.forget(lead);
        filing.seen.removeIf(seen -> seen.device() == device.number);
        if (isOwn) {
            devices.remove(device.anonymous);
            filing.devices.remove(device.number);
        } else {
            filing.expanded.add(device.number);
            filing.seen.addAll(device.seen());
        }
        return isOwn;
    }

    void forget(Person lead) {
        for (KnownKey key : lead.keys) {
            keys.remove(key.node);
            filing.keys.remove(key.node);
            filing.retold.remove(key.node);
            aliases.forget(key);
        }
        remove(lead);
    }

    /** Keys that an alias named together with what is no key yet. */
    void wait(String previous, KnownKey key) {
        aliases.wait(previous, key, filing);
    }

    /** What is becoming a key: the keys that were waiting for it. */
    Set<KnownKey> answer(String node) {
        return aliases.answer(node, filing);
    }
}
