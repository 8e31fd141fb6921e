package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.evidence.Archive;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * A register asks for one thing after the other, and each question to the database takes a tenth of a millisecond.
 * So what a batch of entries will ask for is looked up at once before: whose keys they name, those leads with all
 * that they told, and the devices. What is not foreseen, such as the other users of a shared device, is asked for
 * as it comes.
 */
/** Finds in the database what a register filed. Not for several threads at once. */
final class FiledRegister implements Archive {
    private static final int READ_AT_ONCE = 5_000;

    private final IdentityTables tables;
    private final EventLog log;
    private final Function<LogEntry, Sighting> reader;
    /** Which keys were looked up, and what was found: what is a key may be the name of a device too. */
    private final Set<UUID> foreseenKeys = new HashSet<>();

    private final Set<UUID> foreseenDevices = new HashSet<>();
    private final Set<UUID> foreseenAliases = new HashSet<>();

    private final Map<UUID, Long> leads = new HashMap<>();
    private final Map<Long, FiledLead> told = new HashMap<>();
    private final Map<UUID, FiledDevice> devices = new HashMap<>();
    private final Map<UUID, Set<String>> recognised = new HashMap<>();
    private final Map<UUID, List<String>> aliases = new HashMap<>();
    /** All entries of subjects. */
    private final Map<Long, List<FiledEntry>> whole = new HashMap<>();

    /** The numbers of all, when one was asked for. */
    private @Nullable Set<Long> merges;

    FiledRegister(IdentityTables tables, EventLog log, Function<LogEntry, Sighting> reader) {
        this.tables = tables;
        this.log = log;
        this.reader = reader;
    }

    /**
     * Looks up at once what these will ask for one by one.
     *
     * @return the leads that they name
     */
    Set<Long> foresee(Collection<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return Set.of(); // all that they name is in memory
        }
        Set<UUID> keys = new HashSet<>();
        Set<UUID> anonymous = new HashSet<>();
        for (Sighting each : sightings) {
            Key.named(each.keys()).forEach(key -> keys.add(Digests.half(key.node())));
            if (each.keys().anonymous() != null) {
                anonymous.add(Digests.half(each.keys().anonymous()));
            }
        }
        devices.putAll(tables.devices().find(anonymous));
        devices.values().forEach(device -> device.seen().forEach(seen -> keys.add(Digests.half(seen.node()))));
        leads.putAll(tables.keys().leads(keys));
        aliases.putAll(tables.leads().aliases(keys));
        Set<Long> named = new HashSet<>(leads.values());
        told.putAll(read(named));
        foreseenKeys.addAll(keys);
        foreseenAliases.addAll(keys);
        foreseenDevices.addAll(anonymous);
        return named;
    }

    /** Looks up at once all entries of leads and of their devices. */
    void foreseeWhole(Collection<Long> numbers) {
        Map<Long, List<FiledKey>> keys = tables.keys().ofLeads(numbers);
        Map<Long, Long> owners = new HashMap<>();
        Set<UUID> hashes = new HashSet<>();
        keys.forEach((lead, own) -> own.forEach(key -> {
            owners.put(key.number(), lead);
            leads.put(Digests.half(key.node()), lead);
            hashes.add(Digests.half(key.node()));
        }));
        recognised.putAll(tables.devices().recognisedAs(hashes));
        hashes.forEach(hash -> recognised.putIfAbsent(hash, Set.of()));
        foreseenKeys.addAll(hashes);
        Set<Long> subjects = new HashSet<>(owners.keySet());
        foreseeDevices().forEach(device -> subjects.add(device.number()));
        subjects.forEach(subject -> whole.put(subject, new ArrayList<>()));
        Map<Long, List<FiledEntry>> telling = new HashMap<>();
        List<EntryTable.Row> rows = tables.entries().ofSubjects(subjects);
        List<FiledEntry> entries = filed(rows);
        for (int i = 0; i < rows.size(); i++) {
            FiledEntry entry = entries.get(i);
            whole.getOrDefault(entry.subject(), List.of()).add(entry);
            Long owner = owners.get(entry.subject());
            if (owner != null && rows.get(i).isTelling()) {
                telling.computeIfAbsent(owner, lead -> new ArrayList<>()).add(entry);
            }
        }
        keys.forEach((lead, own) -> told.put(lead, new FiledLead(lead, own, telling.getOrDefault(lead, List.of()))));
    }

    /** The devices that were recognised as keys looked up before, and whose they are. */
    private Collection<FiledDevice> foreseeDevices() {
        Set<UUID> anonymous = new HashSet<>();
        recognised.values().forEach(all -> all.forEach(each -> anonymous.add(Digests.half(each))));
        Map<UUID, FiledDevice> found = tables.devices().find(anonymous);
        devices.putAll(found);
        foreseenDevices.addAll(anonymous);
        Set<UUID> others = new HashSet<>();
        found.values().forEach(device -> device.seen().forEach(seen -> others.add(Digests.half(seen.node()))));
        others.removeAll(foreseenKeys);
        Map<UUID, Long> owners = tables.keys().leads(others);
        leads.putAll(owners);
        foreseenKeys.addAll(others);
        told.putAll(read(new HashSet<>(owners.values())));
        return found.values();
    }

    /** What was foreseen is over. */
    void forget() {
        foreseenKeys.clear();
        foreseenDevices.clear();
        foreseenAliases.clear();
        leads.clear();
        told.clear();
        devices.clear();
        recognised.clear();
        aliases.clear();
        whole.clear();
        merges = null;
    }

    private Map<Long, FiledLead> read(Collection<Long> numbers) {
        Map<Long, FiledLead> read = new HashMap<>();
        if (numbers.isEmpty()) {
            return read;
        }
        Map<Long, List<FiledKey>> keys = tables.keys().ofLeads(numbers);
        Map<Long, Long> owners = new HashMap<>();
        Set<UUID> hashes = new HashSet<>();
        keys.forEach((lead, own) -> own.forEach(key -> {
            owners.put(key.number(), lead);
            hashes.add(Digests.half(key.node()));
        }));
        recognised.putAll(tables.devices().recognisedAs(hashes));
        hashes.forEach(hash -> recognised.putIfAbsent(hash, Set.of()));
        Map<Long, List<FiledEntry>> telling = new HashMap<>();
        for (FiledEntry entry : filed(tables.entries().tellingOfSubjects(owners.keySet()))) {
            telling.computeIfAbsent(owners.get(entry.subject()), lead -> new ArrayList<>())
                    .add(entry);
        }
        keys.forEach((lead, own) -> read.put(lead, new FiledLead(lead, own, telling.getOrDefault(lead, List.of()))));
        return read;
    }

    @Override
    public List<Denial> denials() {
        return tables.denials().all();
    }

    @Override
    public List<FiledMerge> merges() {
        return tables.merges().holding();
    }

    @Override
    public @Nullable FiledMerge merge(long number) {
        Set<Long> known = merges;
        if (known == null) {
            known = Set.copyOf(tables.merges().numbers());
            merges = known;
        }
        return known.contains(number) ? tables.merges().holding(number).orElse(null) : null;
    }

    @Override
    public @Nullable FiledLead leadOf(String node) {
        UUID hash = Digests.half(node);
        Long lead = foreseenKeys.contains(hash)
                ? leads.get(hash)
                : tables.keys().leads(List.of(hash)).get(hash);
        return lead == null ? null : lead(lead);
    }

    @Override
    public @Nullable FiledLead lead(long number) {
        FiledLead known = told.get(number);
        return known != null ? known : read(List.of(number)).get(number);
    }

    @Override
    public List<FiledLead> leads(Collection<Long> numbers) {
        return List.copyOf(read(numbers).values());
    }

    @Override
    public @Nullable FiledDevice device(String anonymous) {
        UUID hash = Digests.half(anonymous);
        return foreseenDevices.contains(hash)
                ? devices.get(hash)
                : tables.devices().find(List.of(hash)).get(hash);
    }

    @Override
    public List<String> devicesOf(Collection<String> nodes) {
        Set<String> found = new LinkedHashSet<>();
        List<UUID> unforeseen = new ArrayList<>();
        for (String node : nodes) {
            UUID hash = Digests.half(node);
            Set<String> known = recognised.get(hash);
            if (known == null) {
                unforeseen.add(hash);
            } else {
                found.addAll(known);
            }
        }
        if (!unforeseen.isEmpty()) {
            tables.devices().recognisedAs(unforeseen).values().forEach(found::addAll);
        }
        return List.copyOf(found);
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects) {
        if (whole.keySet().containsAll(subjects)) {
            List<FiledEntry> all = new ArrayList<>();
            subjects.forEach(subject -> all.addAll(whole.getOrDefault(subject, List.of())));
            all.sort(Comparator.comparingLong(FiledEntry::position));
            return all;
        }
        return filed(tables.entries().ofSubjects(subjects));
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects, long behind) {
        return whole.keySet().containsAll(subjects)
                ? entries(subjects).stream()
                        .filter(entry -> entry.position() > behind)
                        .toList()
                : filed(tables.entries().ofSubjects(subjects, behind));
    }

    @Override
    public List<FiledEntry> about(String company) {
        return filed(tables.entries().about(Set.of(company)));
    }

    @Override
    public List<Long> members(String company) {
        return tables.leads().members(company);
    }

    @Override
    public List<String> aliases(String previous) {
        UUID hash = Digests.half(previous);
        List<String> found = foreseenAliases.contains(hash)
                ? aliases.get(hash)
                : tables.leads().aliases(List.of(hash)).get(hash);
        return found == null ? List.of() : found;
    }

    /** Some at a time, for what is read of a call takes less room than its text. */
    private List<FiledEntry> filed(List<EntryTable.Row> rows) {
        List<FiledEntry> filed = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += READ_AT_ONCE) {
            read(rows.subList(from, Math.min(rows.size(), from + READ_AT_ONCE)), filed);
        }
        return filed;
    }

    private void read(List<EntryTable.Row> rows, List<FiledEntry> into) {
        Map<Long, Sighting> sightings = new HashMap<>();
        for (LogEntry entry : log.at(rows.stream().map(EntryTable.Row::position).toList())) {
            sightings.put(entry.position(), reader.apply(entry));
        }
        for (EntryTable.Row row : rows) {
            Sighting sighting = Objects.requireNonNull(sightings.get(row.position()));
            into.add(new FiledEntry(row.position(), row.subject(), sighting, row.about()));
        }
    }
}
