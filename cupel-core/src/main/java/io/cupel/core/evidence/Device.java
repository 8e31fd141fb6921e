package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser or device: what was done under its anonymous id alone, and as whom it was recognised when. */
final class Device {
    final List<Enrolment> entries = new ArrayList<>(1);
    /** In order of time. */
    private final List<Seen> seen = new ArrayList<>(1);

    /** A call named this key beside the anonymous id. */
    private record Seen(long at, String order, KnownKey key) {}

    void recognise(long at, String order, KnownKey key) {
        int place = seen.size();
        while (place > 0 && isBefore(at, order, seen.get(place - 1))) {
            place--;
        }
        seen.add(place, new Seen(at, order, key));
    }

    private static boolean isBefore(long at, String order, Seen other) {
        return at < other.at || (at == other.at && CodePointOrder.INSTANCE.compare(order, other.order) < 0);
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
