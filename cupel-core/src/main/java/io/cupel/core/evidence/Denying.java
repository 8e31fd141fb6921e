package io.cupel.core.evidence;

import io.cupel.core.evidence.Denials.Claim;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Register.Enrolled.Gain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What it changes that a person says, or takes back, that what a browser claimed is not true. Done once. */
final class Denying {
    private final Shelves shelves;
    private final Changes changes;
    /** By the ids of events that count: whose they were. */
    private final Map<String, Long> counted = new HashMap<>();

    Denying(Shelves shelves, Changes changes) {
        this.shelves = shelves;
        this.changes = changes;
    }

    /** By the ids of events that counted: the number of the lead whose they were. */
    Map<String, Long> counted() {
        return counted;
    }

    Enrolled take(long position, Denial denial) {
        shelves.filing().denials.put(position, denial);
        List<Enrolment> candidates =
                shelves.denials().claim(denial).map(this::candidates).orElse(List.of());
        shelves.denials().add(denial);
        List<Enrolment> others = candidates.stream().filter(this::isOther).toList();
        if (others.isEmpty()) {
            return Enrolled.of(Merged.NONE);
        }
        Retelling retelling = new Retelling(shelves, others);
        Set<Person> involved = new TreeSet<>(Comparator.comparingLong(person -> person.number));
        involved.addAll(retelling.concerned());
        for (Person person : involved) {
            shelves.whole(person.number).events().forEach(event -> counted.put(event.id(), person.number));
        }
        Regrouping regrouping = changes.retell(involved, retelling);
        return changes.enrolled(gains(regrouping));
    }

    private List<Gain> gains(Regrouping regrouping) {
        Map<Person, Set<Long>> absorbed = new HashMap<>();
        regrouping
                .gone()
                .forEach((person, into) ->
                        absorbed.computeIfAbsent(into, each -> new TreeSet<>()).add(person.number));
        List<Gain> gains = new ArrayList<>();
        regrouping.leads().stream()
                .sorted(Comparator.comparingLong(lead -> lead.number))
                .forEach(lead -> {
                    Set<Long> own = new HashSet<>(absorbed.getOrDefault(lead, Set.of()));
                    own.add(lead.number);
                    List<Event> news = lead.events().stream()
                            .filter(event -> !own.contains(counted.get(event.id())))
                            .toList();
                    own.remove(lead.number);
                    if (!news.isEmpty() || !own.isEmpty()) {
                        gains.add(new Gain(lead.number, List.copyOf(new TreeSet<>(own)), news));
                    }
                });
        return gains;
    }

    /** Whether an entry is to be believed otherwise than it was. */
    private boolean isOther(Enrolment entry) {
        Sighting believed = shelves.denials().believed(entry.told);
        return !believed.keys().equals(entry.sighting.keys())
                || !believed.values().equals(entry.sighting.values());
    }

    /** All entries among which a visitor's are that name an address, as they were believed so far. */
    private List<Enrolment> candidates(Claim claim) {
        Map<Long, Enrolment> candidates = new LinkedHashMap<>();
        Set<Person> persons = new LinkedHashSet<>();
        for (String node : List.of(claim.address(), claim.visitor())) {
            KnownKey known = shelves.key(node);
            if (known != null) {
                persons.add(known.person);
            }
        }
        Device device = shelves.device(claim.visitor());
        if (device != null) {
            shelves.read(device);
            device.entries().forEach(entry -> candidates.put(entry.position, entry));
            persons.addAll(device.recognised());
        }
        persons.forEach(
                person -> shelves.whole(person.number).entries.forEach(entry -> candidates.put(entry.position, entry)));
        return List.copyOf(candidates.values());
    }

    /**
     * What was denied of a lead, or of one of its browsers, is forgotten, with the calls of which that was said: they
     * name the lead.
     *
     * @return their positions
     */
    List<Long> forget(Person lead) {
        Set<String> names = new HashSet<>();
        lead.keys.forEach(key -> names.add(key.node));
        lead.devices.stream()
                .filter(device -> device.recognised().equals(Set.of(lead)))
                .forEach(device -> names.add(device.anonymous));
        List<Long> positions = new ArrayList<>();
        for (Claim claim : shelves.denials().naming(names)) {
            List<Enrolment> candidates = candidates(claim);
            shelves.denials().forget(List.of(claim));
            List<Enrolment> denied = candidates.stream().filter(this::isOther).toList();
            Retelling retelling = new Retelling(shelves, denied);
            Set<Person> owners = retelling.owners();
            owners.remove(lead);
            changes.lose(owners, denied, retelling::forget);
            denied.forEach(entry -> positions.add(entry.position));
        }
        return positions;
    }
}
