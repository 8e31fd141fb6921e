package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps as whom browsers and devices were recognised, and files it. */
final class Recognising {
    private final Shelves shelves;

    Recognising(Shelves shelves) {
        this.shelves = shelves;
    }

    /** A device was recognised, in another way than the last time. */
    void recognise(Device device, Sighting sighting, KnownKey key) {
        key.person.devices.add(device);
        if (!device.isWhole()) {
            expand(device);
            device.recognise(sighting.at(), sighting.order(), key);
            refile(device);
        } else {
            device.recognise(sighting.at(), sighting.order(), key);
            shelves.filing().seen.add(new FiledSeen(device.number, sighting.at(), sighting.order(), key.node));
        }
    }

    /** Finds out again, from the entries, what was left out because it said the same. */
    private void expand(Device device) {
        List<Device.Seen> all = new ArrayList<>();
        for (Person person : device.recognised()) {
            Map<Long, KnownKey> subjects = new HashMap<>();
            person.keys.forEach(key -> subjects.put(key.number, key));
            for (Enrolment entry : shelves.whole(person.number).entries) {
                Sighting word = entry.sighting;
                if (device.anonymous.equals(word.keys().anonymous())
                        || device.anonymous.equals(word.keys().previous())) {
                    KnownKey key = Objects.requireNonNull(subjects.get(entry.subject));
                    all.add(new Device.Seen(word.at(), word.order(), key));
                }
            }
        }
        device.expand(all);
    }

    /** Finds out again what was left out, where that is not known, because some of it may be taken back. */
    void know(Device device) {
        if (!device.isWhole()) {
            expand(device);
            refile(device);
        }
    }

    /** A call says no more as whom a device is recognised. */
    void takeBack(Device device, Sighting sighting) {
        know(device);
        device.forget(sighting);
        refile(device);
    }

    private void refile(Device device) {
        shelves.file(device);
        shelves.filing().expanded.add(device.number);
        shelves.filing().seen.removeIf(seen -> seen.device() == device.number);
        shelves.filing().seen.addAll(device.seen());
    }
}
