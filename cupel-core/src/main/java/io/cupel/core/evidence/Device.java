package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A browser or device: what was done under its anonymous id alone, and as whom it was recognised when. */
final class Device {
    final long number;
    final String anonymous;
    private final List<Enrolment> entries = new ArrayList<>(1);
    /** Whether those are all: else only what is new since it was filed. */
    private boolean isRead;
    /** In order of time. */
    private final List<Seen> seen = new ArrayList<>(1);

    private boolean isWhole;

    /** A call named this key beside the anonymous id. */
    record Seen(long at, String order, KnownKey key) {}

    Device(long number, String anonymous, boolean isWhole, boolean isRead) {
        this.number = number;
        this.anonymous = anonymous;
        this.isWhole = isWhole;
        this.isRead = isRead;
    }

    boolean isWhole() {
        return isWhole;
    }

    boolean isRead() {
        return isRead;
    }

    /** Whether nobody was ever recognised by it. */
    boolean isNobodys() {
        return seen.isEmpty();
    }

    /** Takes in all its entries that were filed. */
    void read(List<Enrolment> filed) {
        isRead = true;
        Set<Long> fresh = new HashSet<>();
        entries.forEach(entry -> fresh.add(entry.position));
        filed.stream().filter(entry -> !fresh.contains(entry.position)).forEach(entries::add);
    }

    List<Enrolment> entries() {
        return entries;
    }

    void add(Enrolment entry) {
        entries.add(entry);
    }

    /**
     * Whether a call that names a key says what was said before. While a device was recognised as one key alone, it
     * makes no difference how often and when.
     */
    boolean isSaidAgain(KnownKey key) {
        return !seen.isEmpty() && seen.stream().allMatch(each -> each.key == key);
    }

    /** What was said again is left out. */
    void leaveOut() {
        isWhole = false;
    }

    void recognise(long at, String order, KnownKey key) {
        seen.add(place(at, order), new Seen(at, order, key));
    }

    /**
     * Forgets that it was ever a lead's, and what it did as that lead's.
     *
     * @return whether it was nobody else's
     */
    boolean forget(Person lead) {
        entries.removeIf(entry -> owner(entry.sighting.at()) == lead);
        seen.removeIf(each -> each.key.person == lead);
        return seen.isEmpty();
    }

    /** Forgets that a call told as whom it is recognised. */
    void forget(Sighting sighting) {
        seen.removeIf(each -> each.at == sighting.at() && each.order.equals(sighting.order()));
    }

    void remove(Enrolment entry) {
        entries.remove(entry);
    }

    /** Everything that was ever left out is among these. */
    void expand(List<Seen> all) {
        seen.clear();
        restore(all);
        isWhole = true;
    }

    /** As it was filed. */
    void restore(List<Seen> filed) {
        filed.forEach(each -> recognise(each.at, each.order, each.key));
    }

    private int place(long at, String order) {
        int place = seen.size();
        while (place > 0 && isBefore(at, order, seen.get(place - 1))) {
            place--;
        }
        return place;
    }

    private static boolean isBefore(long at, String order, Seen other) {
        return at < other.at || (at == other.at && CodePointOrder.INSTANCE.compare(order, other.order) < 0);
    }

    List<FiledSeen> seen() {
        return seen.stream()
                .map(each -> new FiledSeen(number, each.at, each.order, each.key.node))
                .toList();
    }

    /** All whom it was recognised as. */
    Set<Person> recognised() {
        Set<Person> all = new LinkedHashSet<>();
        seen.forEach(each -> all.add(each.key.person));
        return all;
    }

    /** Whose it was at an instant: as whom it was recognised last by then, or first at all; null while nobody's. */
    @Nullable
    Person owner(long at) {
        if (seen.isEmpty()) {
            return null;
        }
        int i = seen.size() - 1;
        while (i > 0 && seen.get(i).at > at) {
            i--;
        }
        return seen.get(i).key.person;
    }

    /** Whose each of its entries is. */
    List<@Nullable Person> owners() {
        List<@Nullable Person> owners = new ArrayList<>(entries.size());
        entries.forEach(entry -> owners.add(owner(entry.sighting.at())));
        return owners;
    }
}
