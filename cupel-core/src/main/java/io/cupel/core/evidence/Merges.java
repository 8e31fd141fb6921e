package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledMerge;
import io.cupel.core.evidence.Merged.Whole;
import io.cupel.core.evidence.Register.Enrolled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * Each merge joins the leads of two keys. Taken in their order they make groups that grow: what is one by a merge and
 * those before it. Every such group has a number and is judged by itself, beside its parts. So the latest merge of a
 * group can be taken back, and all is as if it had never been.
 */
/** Which leads people hold for one, over what the register knows. */
final class Merges {
    private final Shelves shelves;
    private final Archive archive;
    /** In their order; null while they were not read. */
    private @Nullable NavigableMap<Long, Merge> all;

    private final Map<Long, Set<Merge>> byLead = new HashMap<>();

    Merges(Shelves shelves, Archive archive) {
        this.shelves = shelves;
        this.archive = archive;
    }

    private NavigableMap<Long, Merge> all() {
        NavigableMap<Long, Merge> known = all;
        if (known == null) {
            known = new TreeMap<>();
            for (FiledMerge filed : archive.merges()) {
                known.put(filed.number(), Merge.of(filed));
            }
            all = known;
            known.values().forEach(this::index);
        }
        return known;
    }

    /** Whether people hold nobody for one. */
    boolean isEmpty() {
        return all().isEmpty();
    }

    private void index(Merge merge) {
        merge.leads()
                .forEach(lead ->
                        byLead.computeIfAbsent(lead, each -> new HashSet<>()).add(merge));
    }

    private void unindex(Merge merge) {
        for (long lead : merge.leads()) {
            Set<Merge> known = byLead.get(lead);
            if (known != null) {
                known.remove(merge);
                if (known.isEmpty()) {
                    byLead.remove(lead);
                }
            }
        }
    }

    /** The leads that are one under a number; empty where it is no merge's. */
    Set<Long> parts(long number) {
        Map<Long, Merge> known = all;
        if (known != null) {
            Merge merge = known.get(number);
            return merge == null ? Set.of() : merge.leads();
        }
        FiledMerge filed = archive.merge(number);
        return filed == null ? Set.of() : new TreeSet<>(filed.leads());
    }

    /** What a lead is a part of, in the order of the merges. */
    private NavigableMap<Long, Merge> of(Collection<Long> leads) {
        NavigableMap<Long, Merge> found = new TreeMap<>();
        leads.forEach(lead -> byLead.getOrDefault(lead, Set.of()).forEach(merge -> found.put(merge.number, merge)));
        return found;
    }

    /** All that share a lead with one another. */
    private NavigableMap<Long, Merge> linked(Collection<Long> leads) {
        NavigableMap<Long, Merge> found = of(leads);
        int before = 0;
        while (found.size() > before) {
            before = found.size();
            Set<Long> more = new HashSet<>();
            found.values().forEach(merge -> more.addAll(merge.leads()));
            found.putAll(of(more));
        }
        return found;
    }

    /** The number under which a lead stands with all that it is merged with. */
    long whole(long lead) {
        all();
        NavigableMap<Long, Merge> found = of(Set.of(lead));
        return found.isEmpty() ? lead : found.lastKey();
    }

    /**
     * Two leads are one from now on, unless they are already, or one of them is unknown.
     *
     * @param position of the entry that says so
     */
    Merged merge(long position, Merging merging) {
        Optional<KnownKey> one = known(merging.one());
        Optional<KnownKey> other = known(merging.other());
        if (one.isEmpty() || other.isEmpty()) {
            return Merged.NONE;
        }
        long first = whole(one.get().person.number);
        long second = whole(other.get().person.number);
        if (first == second) {
            return Merged.NONE;
        }
        Merge merge = new Merge(shelves.number(), merging.id(), position, one.get().node, other.get().node);
        Set<Long> leads = new TreeSet<>(single(first));
        leads.addAll(single(second));
        Map<Long, Long> before = places(leads);
        merge.join(leads);
        all().put(merge.number, merge);
        index(merge);
        file(merge);
        Whole whole = new Whole(merge.number, List.of(first, second), true, false, true, List.of());
        return new Merged(List.of(whole), changed(before, places(leads)), List.of());
    }

    private void file(Merge merge) {
        shelves.filing().merges.put(merge.number, merge.filed());
    }

    private Set<Long> single(long number) {
        Merge merge = all().get(number);
        return merge == null ? Set.of(number) : merge.leads();
    }

    private Optional<KnownKey> known(Keys keys) {
        all();
        return Key.of(keys).stream()
                .map(key -> shelves.key(key.node()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A merge is taken back, unless it is none or a later one stands on it. */
    Merged undo(Merging merging) {
        Optional<Merge> merge = all().values().stream()
                .filter(each -> each.id.equals(merging.undone()))
                .findFirst();
        if (merge.isEmpty() || of(merge.get().leads()).lastKey() != merge.get().number) {
            return Merged.NONE;
        }
        Set<Long> leads = merge.get().leads();
        Map<Long, Long> before = places(leads);
        remove(merge.get());
        return new Merged(List.of(), changed(before, places(leads)), List.of(merge.get().number));
    }

    private void remove(Merge merge) {
        all().remove(merge.number);
        unindex(merge);
        shelves.filing().unmerged.add(merge.number);
    }

    /** A lead is forgotten, and all merges in which it has a part with it. */
    Merged forget(long lead) {
        all();
        NavigableMap<Long, Merge> gone = linked(Set.of(lead));
        Set<Long> leads = new TreeSet<>();
        gone.values().forEach(merge -> leads.addAll(merge.leads()));
        Map<Long, Long> before = places(leads);
        gone.values().forEach(this::remove);
        leads.remove(lead);
        before.keySet().removeIf(number -> !leads.contains(number));
        return new Merged(List.of(), changed(before, places(leads)), List.copyOf(gone.keySet()));
    }

    /**
     * What an entry changed.
     *
     * @param reshaped numbers of leads that may have other keys, or other entries, than before
     * @param numbers above the largest number that a lead had before
     * @param counted by the ids of events that leads gained: the lead whose they were
     */
    Merged after(Enrolled entry, Collection<Long> reshaped, long numbers, Map<String, Long> counted) {
        if (isEmpty()) {
            return Merged.NONE;
        }
        Set<Long> concerned = new TreeSet<>(entry.informed());
        concerned.addAll(reshaped);
        concerned.add(entry.lead());
        NavigableMap<Long, Merge> merges = reshaped.isEmpty() ? of(concerned) : linked(concerned);
        if (merges.isEmpty()) {
            return Merged.NONE;
        }
        Map<Long, Set<Long>> before = new HashMap<>();
        merges.forEach((number, merge) -> before.put(number, merge.leads()));
        Map<Long, Long> places = Map.of();
        if (!reshaped.isEmpty()) {
            Map<Long, Long> earlier = places(merges.values());
            regroup(merges.values());
            places = changed(earlier, places(merges.values()));
            places.keySet().removeAll(entry.absorbed());
        }
        List<Whole> wholes = new ArrayList<>();
        for (Merge merge : merges.descendingMap().values()) {
            Step step = new Step(shelves, merge, before, merges, entry, counted);
            wholes.add(step.whole(numbers));
        }
        return new Merged(wholes, places, List.of());
    }

    /** What is one by these, where their keys may be others' now. */
    private void regroup(Collection<Merge> merges) {
        Map<Long, Set<Long>> groups = new HashMap<>();
        for (Merge merge : merges) {
            Set<Long> leads = new TreeSet<>();
            for (String node : List.of(merge.one, merge.other)) {
                long lead = Objects.requireNonNull(shelves.key(node)).person.number;
                leads.addAll(groups.getOrDefault(lead, Set.of(lead)));
            }
            leads.forEach(lead -> groups.put(lead, leads));
            if (!merge.leads().equals(leads)) {
                unindex(merge);
                merge.join(leads);
                index(merge);
                file(merge);
            }
        }
    }

    /** What one entry changed about one merge. */
    private record Step(
            Shelves shelves,
            Merge merge,
            Map<Long, Set<Long>> before,
            NavigableMap<Long, Merge> merges,
            Enrolled entry,
            Map<String, Long> counted) {
        Whole whole(long numbers) {
            Set<Long> leads = merge.leads();
            Set<Long> earlier = before.getOrDefault(merge.number, Set.of());
            boolean isOwn = leads.contains(entry.lead());
            Set<Long> incoming = new TreeSet<>(leads);
            if (isOwn) {
                incoming.addAll(entry.absorbed());
            }
            gains(leads).forEach(gain -> incoming.addAll(gain.absorbed()));
            incoming.removeAll(earlier);
            incoming.removeIf(lead -> lead > numbers);
            Set<Long> joined = new TreeSet<>();
            incoming.forEach(lead -> joined.add(unit(lead)));
            boolean isReshaped = !leads.equals(earlier)
                    || (isOwn && !entry.isPlain())
                    || entry.losers().stream().anyMatch(leads::contains);
            List<Event> gained = gains(leads)
                    .flatMap(gain -> gain.news().stream())
                    .filter(event -> !earlier.contains(counted.getOrDefault(event.id(), Enrolled.NOBODY)))
                    .sorted(Event.ORDER)
                    .toList();
            boolean isGaining = gains(leads).findAny().isPresent();
            return new Whole(
                    merge.number, List.copyOf(joined), isOwn, isInformed(leads), isReshaped || isGaining, gained);
        }

        private Stream<Enrolled.Gain> gains(Set<Long> leads) {
            return entry.gains().stream().filter(gain -> leads.contains(gain.lead()));
        }

        /** Whether a part belongs to the company of the whole, about which something else is known. */
        private boolean isInformed(Set<Long> leads) {
            Set<Long> informed = new TreeSet<>(entry.informed());
            informed.retainAll(leads);
            if (informed.isEmpty()) {
                return false;
            }
            Company company = shelves.together(merge.number, leads).company();
            return informed.stream().anyMatch(part -> shelves.person(part).company() == company);
        }

        /** As what a lead stood before, as far as the merges before this one go. */
        private long unit(long lead) {
            for (long each : merges.headMap(merge.number, false).descendingKeySet()) {
                if (before.getOrDefault(each, Set.of()).contains(lead)) {
                    return each;
                }
            }
            return lead;
        }
    }

    private Map<Long, Long> places(Set<Long> leads) {
        return places(of(leads).values());
    }

    /** By number of a lead or merge: the first merge, after it, of which it is a part. */
    private static Map<Long, Long> places(Collection<Merge> merges) {
        Map<Long, Long> last = new HashMap<>();
        Map<Long, Long> places = new TreeMap<>();
        for (Merge merge : merges) {
            for (long lead : merge.leads()) {
                places.put(last.getOrDefault(lead, lead), merge.number);
                last.put(lead, merge.number);
            }
        }
        return places;
    }

    private static Map<Long, Long> changed(Map<Long, Long> before, Map<Long, Long> now) {
        Map<Long, Long> changed = new TreeMap<>(now);
        before.forEach((number, whole) -> {
            if (!now.containsKey(number)) {
                changed.put(number, Enrolled.NOBODY);
            } else if (Objects.equals(now.get(number), whole)) {
                changed.remove(number);
            }
        });
        return changed;
    }
}
