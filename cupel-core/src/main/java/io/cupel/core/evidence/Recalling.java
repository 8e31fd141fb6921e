package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which entries of leads and devices are in memory, and how the others are read from the archive. */
final class Recalling {
    private final Archive archive;
    private final Supplier<Denials> denials;
    private final Function<String, Company> companies;
    /** So many entries were read or enrolled since some were let go: no more are in memory. */
    private long entries;

    Recalling(Archive archive, Supplier<Denials> denials, Function<String, Company> companies) {
        this.archive = archive;
        this.denials = denials;
        this.companies = companies;
    }

    long entries() {
        return entries;
    }

    /** An entry was enrolled. */
    void count() {
        entries++;
    }

    Enrolment restored(FiledEntry filed) {
        entries++;
        Sighting believed = denials.get().believed(filed.sighting());
        Enrolment entry = new Enrolment(filed.position(), filed.subject(), filed.sighting(), believed);
        if (filed.about() != null) {
            entry.restore(companies.apply(filed.about()));
        }
        return entry;
    }

    /** Reads all entries of a lead. */
    void whole(Person person) {
        if (!person.isWhole) {
            person.isWhole = true;
            Set<Long> positions = new HashSet<>();
            person.entries.forEach(entry -> positions.add(entry.position));
            for (FiledEntry filed : archive.entries(subjects(person))) {
                if (positions.add(filed.position())) {
                    person.entries.add(restored(filed));
                }
            }
        }
        person.devices.forEach(this::read);
    }

    /** Reads what was done under a device's own name. */
    void read(Device device) {
        if (!device.isRead()) {
            List<Enrolment> own = new ArrayList<>();
            archive.entries(List.of(device.number)).forEach(filed -> own.add(restored(filed)));
            device.read(own);
        }
    }

    /** Of a lead's events those that were enrolled behind a position of the log and are not suspect, in their order. */
    List<Event> events(Person person, long position) {
        person.devices.forEach(this::read);
        List<Enrolment> behind = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (Enrolment entry : person.all()) {
            if (entry.position > position && known.add(entry.position)) {
                behind.add(entry);
            }
        }
        if (!person.isWhole) {
            for (FiledEntry filed : archive.entries(subjects(person), position)) {
                if (known.add(filed.position())) {
                    behind.add(restored(filed));
                }
            }
        }
        return person.events(behind);
    }

    private static List<Long> subjects(Person person) {
        return person.keys.stream().map(key -> key.number).toList();
    }

    /**
     * Lets go of entries that only tell that something happened, of those leads first of whom nothing was heard for
     * longest; all that is in memory has to be filed.
     *
     * @param most that are to be left, as far as the others tell nothing
     */
    void letGo(Collection<Person> persons, Collection<Device> devices, long most) {
        List<Person> longestSilent = new ArrayList<>(persons);
        longestSilent.sort(Comparator.comparingLong(Person::lastHeard));
        long left = 0;
        for (Person person : persons) {
            left += person.entries.size();
        }
        for (Device device : devices) {
            left += device.entries().size();
        }
        for (Person person : longestSilent) {
            if (left <= most) {
                break;
            }
            left -= person.letGo();
        }
        entries = left;
    }
}
