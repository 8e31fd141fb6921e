package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/*
 * An entry that is believed otherwise stands under another key or browser than before. A key may be told by nobody any
 * more, or only beside another one; then it is as if it had not been told.
 */
/**
 * Entries that are believed otherwise than before, and what of their keys and browsers changes with that. Done once.
 */
final class Retelling {
    private final Shelves shelves;
    private final Recognising recognising;
    private final Collection<Enrolment> others;
    /** The keys under which the entries stood, or stand now. */
    private final Set<String> nodes = new TreeSet<>(CodePointOrder.INSTANCE);

    Retelling(Shelves shelves, Collection<Enrolment> others) {
        this.shelves = shelves;
        this.recognising = new Recognising(shelves);
        this.others = others;
    }

    private Sighting believed(Enrolment entry) {
        return shelves.denials().believed(entry.told);
    }

    /** The browsers and devices that the entries name, with all that is known of them. */
    Set<Device> devices() {
        Set<Device> devices = new LinkedHashSet<>();
        for (Enrolment entry : others) {
            Keys keys = entry.told.keys();
            for (String anonymous : new @Nullable String[] {keys.anonymous(), keys.previous()}) {
                Device device = anonymous == null ? null : shelves.device(anonymous);
                if (device != null) {
                    devices.add(device);
                }
            }
        }
        devices.forEach(shelves::read);
        devices.forEach(recognising::know);
        return devices;
    }

    /** All leads that may have something else by it. */
    Set<Person> concerned() {
        Set<Person> concerned = new LinkedHashSet<>();
        for (Enrolment entry : others) {
            Sighting believed = believed(entry);
            Key.named(entry.told.keys()).forEach(key -> concerned.add(known(key.node()).person));
            for (Key key : Key.of(believed.keys())) {
                KnownKey known = known(key.node());
                concerned.add(known.person);
                if (!known.isMet) {
                    shelves.answer(key.node()).forEach(answer -> concerned.add(answer.person));
                }
            }
        }
        devices().forEach(device -> concerned.addAll(device.recognised()));
        List<Person> open = new ArrayList<>(concerned);
        while (!open.isEmpty()) {
            Person person = open.remove(open.size() - 1);
            claimed(person).stream().filter(concerned::add).forEach(open::add);
        }
        return concerned;
    }

    /** As whose browsers named those of its users of whom nobody told how to reach them. */
    private Set<Person> claimed(Person person) {
        Set<Person> claimed = new LinkedHashSet<>();
        boolean isReached = person.isReached();
        for (KnownKey key : person.keys) {
            if (!isReached || key.claimedSince != null) {
                key.claims.stream()
                        .map(shelves::key)
                        .filter(Objects::nonNull)
                        .forEach(address -> claimed.add(address.person));
            }
        }
        return claimed;
    }

    private KnownKey known(String node) {
        KnownKey known = shelves.key(node);
        return known != null
                ? known
                : shelves.add(new KnownKey(shelves.number(), node, shelves.add(new Person(shelves.number()))));
    }

    /** From now on the entries are believed so. */
    void retell() {
        for (Enrolment entry : others) {
            retell(entry, believed(entry));
        }
    }

    /** The leads whose something of the entries, or of their browsers and devices, is. */
    Set<Person> owners() {
        Set<Person> owners = new LinkedHashSet<>();
        for (Enrolment entry : others) {
            Key.of(entry.sighting.keys()).forEach(key -> owners.add(known(key.node()).person));
        }
        devices().forEach(device -> owners.addAll(device.recognised()));
        return owners;
    }

    /** Forgets the entries. */
    void forget() {
        others.forEach(this::remove);
    }

    private void retell(Enrolment entry, Sighting believed) {
        remove(entry);
        long from = entry.subject;
        entry.sighting = believed;
        List<Key> named = Key.of(believed.keys());
        if (named.isEmpty()) {
            Device device =
                    shelves.deviceOrNew(Objects.requireNonNull(believed.keys().anonymous()));
            device.add(entry);
            entry.subject = device.number;
        } else {
            nodes.add(named.get(0).node());
            stand(entry, known(named.get(0).node()));
        }
        shelves.filing().move(entry, from);
    }

    private void remove(Enrolment entry) {
        Sighting before = entry.sighting;
        for (String anonymous :
                new @Nullable String[] {before.keys().anonymous(), before.keys().previous()}) {
            Device device = anonymous == null ? null : shelves.device(anonymous);
            if (device != null) {
                recognising.takeBack(device, before);
                device.remove(entry);
            }
        }
        for (Key key : Key.of(before.keys())) {
            known(key.node()).person.entries.remove(entry);
            nodes.add(key.node());
        }
    }

    private void stand(Enrolment entry, KnownKey subject) {
        Keys keys = entry.sighting.keys();
        subject.person.entries.add(entry);
        entry.subject = subject.number;
        for (String anonymous : new @Nullable String[] {keys.anonymous(), keys.previous()}) {
            if (anonymous != null) {
                recognising.recognise(shelves.deviceOrNew(anonymous), entry.sighting, subject);
            }
        }
        Key claimed = Key.claimed(keys);
        if (claimed != null) {
            known(claimed.node()).claims.add(subject.node);
        }
    }

    /** After it was found out who is who: what of the keys is told. */
    void settle(Collection<Person> leads) {
        Map<String, List<Enrolment>> telling = new HashMap<>();
        nodes.forEach(node -> telling.put(node, new ArrayList<>()));
        for (Person lead : leads) {
            for (Enrolment entry : lead.entries) {
                for (Key key : Key.of(entry.sighting.keys())) {
                    List<Enrolment> all = telling.get(key.node());
                    if (all != null) {
                        all.add(entry);
                    }
                }
            }
        }
        nodes.forEach(node -> settle(known(node), telling.getOrDefault(node, List.of())));
        for (Person lead : leads) {
            lead.entries.forEach(this::waitAgain);
        }
    }

    private void settle(KnownKey key, List<Enrolment> telling) {
        key.isMet = !telling.isEmpty();
        if (key.node.indexOf('@') >= 0) {
            key.told.clear();
            for (Enrolment entry : telling) {
                for (Key told : Key.of(entry.sighting.keys())) {
                    if (told.node().equals(key.node)) {
                        key.tell(told, entry.sighting.at());
                    }
                }
            }
            shelves.filing().retold.put(key.node, key);
        }
        shelves.file(key);
    }

    /** An alias names what is told only beside an address, as if it had not been told. */
    private void waitAgain(Enrolment entry) {
        Keys keys = entry.sighting.keys();
        String previous = keys.isClaimed() ? null : keys.previous();
        if (previous != null && nodes.contains(previous) && !known(previous).isMet) {
            shelves.wait(previous, known(Key.of(keys).get(0).node()));
        }
    }
}
