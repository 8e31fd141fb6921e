package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FiledMerge;
import io.cupel.core.evidence.Archive.FiledSeen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a {@link Register} has to file since the last time, so that an {@link Archive} can give it back. Later words
 * about one thing stand in the place of earlier ones.
 */
public final class Filing {
    final Map<String, KnownKey> keys = new LinkedHashMap<>();
    final Map<Long, Device> devices = new LinkedHashMap<>();
    final List<FiledSeen> seen = new ArrayList<>();
    /** Devices of which all was filed anew. */
    final Set<Long> expanded = new LinkedHashSet<>();

    final List<Enrolment> entries = new ArrayList<>();
    final Map<Long, Enrolment> abouts = new LinkedHashMap<>();
    final Map<Long, Person> members = new LinkedHashMap<>();
    private final Set<Long> gone = new LinkedHashSet<>();
    private final Map<String, Set<String>> aliases = new LinkedHashMap<>();
    private final Set<String> answered = new LinkedHashSet<>();
    final Map<Long, FiledMerge> merges = new LinkedHashMap<>();
    final Set<Long> unmerged = new LinkedHashSet<>();

    /** By position: of entries filed earlier that are another subject's now, whose they were. */
    private final Map<Long, Long> movedFrom = new LinkedHashMap<>();

    private final Map<Long, Enrolment> moved = new LinkedHashMap<>();
    final Map<String, KnownKey> retold = new LinkedHashMap<>();
    final Map<Long, Denial> denials = new LinkedHashMap<>();

    /** An entry becomes another subject's. */
    void move(Enrolment entry, long from) {
        if (entries.stream().noneMatch(each -> each == entry)) {
            movedFrom.putIfAbsent(entry.position, from);
            moved.put(entry.position, entry);
        }
    }

    /** A lead turned out to be another one. */
    void gone(long lead) {
        members.remove(lead);
        gone.add(lead);
    }

    void wait(String previous, KnownKey key) {
        aliases.computeIfAbsent(previous, each -> new LinkedHashSet<>()).add(key.node);
    }

    void answer(String node) {
        aliases.remove(node);
        answered.add(node);
    }

    /** A device that is new, or of which something was left out. */
    public record NewDevice(long number, String anonymous, boolean isWhole) {}

    /** An entry of the log and whose it is by its own words. */
    public record NewEntry(long subject, long position, boolean isTelling, Optional<String> about) {}

    /**
     * An entry that was filed under another subject.
     *
     * @param from the number of that
     */
    public record Moved(long from, NewEntry entry) {}

    /** Entries that are others' now; to be filed before {@link #abouts}. */
    public List<Moved> moved() {
        return moved.values().stream()
                .map(entry -> new Moved(Objects.requireNonNull(movedFrom.get(entry.position)), filed(entry)))
                .toList();
    }

    /** Numbers of keys of which less is told than before: all that was filed as what they were told, is to go. */
    public Set<Long> retold() {
        return retold.values().stream().map(key -> key.number).collect(Collectors.toSet());
    }

    /** What people said about claims, by the position of the entry that says it. */
    public Map<Long, Denial> denials() {
        return Collections.unmodifiableMap(denials);
    }

    /** Keys that are new, told earlier than known, or another lead's. */
    public List<FiledKey> keys() {
        return keys.values().stream().map(KnownKey::filed).toList();
    }

    public List<NewDevice> devices() {
        return devices.values().stream()
                .map(device -> new NewDevice(device.number, device.anonymous, device.isWhole()))
                .toList();
    }

    public List<FiledSeen> seen() {
        return List.copyOf(seen);
    }

    /** Devices whose filed sightings {@link #seen} replaces. */
    public Set<Long> expanded() {
        return Set.copyOf(expanded);
    }

    public List<NewEntry> entries() {
        return entries.stream().map(Filing::filed).toList();
    }

    /** Entries filed earlier that are taken to tell about another company now. */
    public List<NewEntry> abouts() {
        if (abouts.isEmpty()) {
            return List.of();
        }
        Map<Long, Enrolment> earlier = new LinkedHashMap<>(abouts);
        entries.forEach(entry -> earlier.remove(entry.position));
        return earlier.values().stream().map(Filing::filed).toList();
    }

    private static NewEntry filed(Enrolment entry) {
        return new NewEntry(entry.subject, entry.position, entry.isTelling(), entry.aboutKey());
    }

    /** To which company leads belong as last told: by number, empty for none. */
    public Map<Long, Optional<String>> members() {
        Map<Long, Optional<String>> all = new LinkedHashMap<>();
        members.forEach((number, person) ->
                all.put(number, Optional.ofNullable(person.company()).map(Company::key)));
        return all;
    }

    /** Numbers of leads that turned out to be others. */
    public Set<Long> gone() {
        return Set.copyOf(gone);
    }

    /** By what is no key yet: the keys that an alias joins with it. */
    public Map<String, Set<String>> aliases() {
        return Map.copyOf(aliases);
    }

    /** Merges that are new, or join other leads than before. */
    public List<FiledMerge> merges() {
        return List.copyOf(merges.values());
    }

    /** Numbers of merges that hold no more. */
    public Set<Long> unmerged() {
        return Set.copyOf(unmerged);
    }

    /** Aliases that are none any more, for what they named is a key now. */
    public Set<String> answered() {
        return Set.copyOf(answered);
    }
}
