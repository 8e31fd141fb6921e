package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out anew who is who among a few leads, where a word takes back what a browser claimed: a lead may lose keys,
 * and what was done under them, to another one. Done once.
 */
final class Regrouping {
    private final Shelves shelves;
    /** The leads as they were. */
    private final List<Person> before;

    private final Introductions introductions = new Introductions();
    private final Map<Integer, List<KnownKey>> parts = new LinkedHashMap<>();
    /** Each lead that is there now, by the root of its keys. */
    private final Map<Integer, Person> leads = new HashMap<>();

    /** By number of the key: whose it is now. */
    private final Map<Long, Person> bySubject = new HashMap<>();

    /** Leads that are another one now, and which. */
    private final Map<Person, Person> gone = new LinkedHashMap<>();

    private final Set<Device> devices = new LinkedHashSet<>();
    /** Each key that nothing tells of any more is a lead by itself: under which number in place of a root. */
    private final Map<String, Integer> bare = new HashMap<>();

    /** With what was told of them before. */
    private final Map<Person, Map<String, Object>> changed = new LinkedHashMap<>();

    private final List<Event> gained = new ArrayList<>();

    /**
     * An entry, and whose it was.
     *
     * @param device of one that names no key
     */
    private record Owned(
            Enrolment entry,
            @Nullable Device device,
            @Nullable Person owner) {}

    Regrouping(Shelves shelves, Set<Person> involved) {
        this.shelves = shelves;
        this.before = new ArrayList<>(involved);
        before.sort(Comparator.comparingLong(person -> person.number));
    }

    /** Leads that are another one now, and which. */
    Map<Person, Person> gone() {
        return gone;
    }

    /** All that are there now. */
    Collection<Person> leads() {
        return leads.values();
    }

    /** All devices that may be whose they were not. */
    Set<Device> devices() {
        return devices;
    }

    /** Other leads that have other entries now, and what was told of them before. */
    Map<Person, Map<String, Object>> changed() {
        return changed;
    }

    /** Events that became the lead's and were another's, who goes on without them. */
    List<Event> gained() {
        return gained;
    }

    /** Regroups with what a call says; gives the lead whose the call is. */
    Person with(Sighting call) {
        before.forEach(person -> shelves.whole(person.number));
        meet();
        int subject = introductions.meet(call.keys(), call.at());
        settle();
        List<Owned> owned = owned();
        Map<Person, Map<String, Object>> told = told();
        number();
        Person lead = Objects.requireNonNull(leads.get(introductions.same(subject)));
        move();
        compare(owned, told, lead);
        return lead;
    }

    /** Regroups where entries are believed otherwise than before. */
    void retold(Retelling retelling) {
        before.forEach(person -> shelves.whole(person.number));
        devices.addAll(retelling.devices());
        before.forEach(person -> devices.addAll(person.devices));
        Map<Person, Map<String, Object>> told = told();
        retelling.retell();
        meet();
        settle();
        number();
        move();
        retelling.settle(leads.values());
        leads.values().forEach(lead -> changed.put(lead, told.getOrDefault(lead, Map.of())));
    }

    private Map<Person, Map<String, Object>> told() {
        Map<Person, Map<String, Object>> told = new HashMap<>();
        before.forEach(person -> told.put(person, person.told()));
        return told;
    }

    private void meet() {
        for (Person person : before) {
            for (Enrolment entry : person.entries) {
                introductions.meet(entry.sighting.keys(), entry.sighting.at());
            }
        }
    }

    private void settle() {
        introductions.settle();
        for (Person person : before) {
            for (KnownKey key : person.keys) {
                parts.computeIfAbsent(root(key), each -> new ArrayList<>()).add(key);
            }
        }
    }

    private int root(KnownKey key) {
        int root = introductions.same(key.node);
        return root >= 0 ? root : bare.computeIfAbsent(key.node, node -> -2 - bare.size());
    }

    private List<Owned> owned() {
        List<Owned> owned = new ArrayList<>();
        for (Person person : before) {
            person.entries.forEach(entry -> owned.add(new Owned(entry, null, person)));
            devices.addAll(person.devices);
        }
        for (Device device : devices) {
            device.entries().forEach(entry -> owned.add(new Owned(entry, device, device.owner(entry.sighting.at()))));
        }
        return owned;
    }

    /**
     * A lead goes on where those of its keys are that nobody only claimed, under its number, unless an older one goes
     * on there too.
     */
    private void number() {
        Map<Person, Integer> going = new LinkedHashMap<>();
        for (Person person : before) {
            KnownKey core = person.core();
            int root = root(core);
            if (isClaimed(core) || leads.containsKey(root)) {
                going.put(person, root);
            } else {
                leads.put(root, person);
            }
        }
        // in the order of their oldest keys, whether these come from memory or from an archive
        parts.entrySet().stream()
                .sorted(Comparator.comparingLong(Regrouping::oldest))
                .map(Map.Entry::getKey)
                .filter(root -> !leads.containsKey(root))
                .forEach(root -> leads.put(root, shelves.add(new Person(shelves.number()))));
        going.forEach((person, root) -> gone.put(person, Objects.requireNonNull(leads.get(root))));
    }

    private static long oldest(Map.Entry<Integer, List<KnownKey>> part) {
        return part.getValue().stream().mapToLong(key -> key.number).min().orElse(0);
    }

    /** Since when a key of the call is its lead's by a claim alone; null where it is by more, or was not told. */
    @Nullable
    Long claimedSince(String node) {
        OptionalLong since = introductions.same(node) < 0 ? OptionalLong.empty() : introductions.claimedSince(node);
        return since.isPresent() ? since.getAsLong() : null;
    }

    private boolean isClaimed(KnownKey key) {
        return introductions.claimedSince(key.node).isPresent();
    }

    private void move() {
        List<Enrolment> entries = new ArrayList<>();
        for (Person person : before) {
            entries.addAll(person.entries);
            devices.addAll(person.devices);
            person.clear();
        }
        parts.forEach((root, keys) -> {
            Person lead = Objects.requireNonNull(leads.get(root));
            keys.sort(Comparator.comparingLong(key -> key.number));
            for (KnownKey key : keys) {
                move(key, lead);
                bySubject.put(key.number, lead);
            }
        });
        entries.sort(Comparator.comparingLong(entry -> entry.position));
        entries.forEach(entry ->
                Objects.requireNonNull(bySubject.get(entry.subject)).entries.add(entry));
        Set<Person> here = new HashSet<>(leads.values());
        for (Device device : devices) {
            device.recognised().stream().filter(here::contains).forEach(person -> person.devices.add(device));
        }
        gone.keySet().forEach(shelves::remove);
    }

    private void move(KnownKey key, Person lead) {
        OptionalLong since = introductions.claimedSince(key.node);
        Long claimed = since.isPresent() ? since.getAsLong() : null;
        if (key.person != lead || !Objects.equals(key.claimedSince, claimed)) {
            key.person = lead;
            key.claimedSince = claimed;
            shelves.file(key);
        }
        lead.keys.add(key);
    }

    private void compare(List<Owned> owned, Map<Person, Map<String, Object>> told, Person lead) {
        Set<Person> others = new TreeSet<>(Comparator.comparingLong(person -> person.number));
        for (Owned each : owned) {
            Person now = each.device == null
                    ? bySubject.get(each.entry.subject)
                    : each.device.owner(each.entry.sighting.at());
            boolean isTaken = now != each.owner && each.owner != null && !gone.containsKey(each.owner);
            if (isTaken) {
                others.add(each.owner);
            }
            if (now != each.owner && now != null) {
                others.add(now);
            }
            Event event = each.entry.sighting.event();
            if (isTaken && now == lead && event != null) {
                gained.add(event);
            }
        }
        others.remove(lead);
        others.forEach(other -> changed.put(other, told.getOrDefault(other, Map.of())));
    }
}
