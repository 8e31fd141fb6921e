package io.cupel.app.identity;

import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.evidence.Archive;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
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
    private final IdentityTables tables;
    private final EventLog log;
    private final Function<LogEntry, Sighting> reader;
    /** Which keys and devices were looked up, and what was found. */
    private final Set<UUID> foreseen = new HashSet<>();

    private final Map<UUID, Long> leads = new HashMap<>();
    private final Map<Long, FiledLead> told = new HashMap<>();
    private final Map<UUID, FiledDevice> devices = new HashMap<>();
    private final Map<UUID, Set<String>> recognised = new HashMap<>();
    private final Map<UUID, List<String>> aliases = new HashMap<>();

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
        Set<UUID> keys = new HashSet<>();
        Set<UUID> anonymous = new HashSet<>();
        for (Sighting each : sightings) {
            Key.named(each.keys()).forEach(key -> keys.add(NodeHash.of(key.node())));
            if (each.keys().anonymous() != null) {
                anonymous.add(NodeHash.of(each.keys().anonymous()));
            }
        }
        devices.putAll(tables.devices().find(anonymous));
        devices.values().forEach(device -> device.seen().forEach(seen -> keys.add(NodeHash.of(seen.node()))));
        leads.putAll(tables.keys().leads(keys));
        aliases.putAll(tables.leads().aliases(keys));
        Set<Long> named = new HashSet<>(leads.values());
        told.putAll(read(named));
        foreseen.addAll(keys);
        foreseen.addAll(anonymous);
        return named;
    }

    /** What was foreseen is over. */
    void forget() {
        foreseen.clear();
        leads.clear();
        told.clear();
        devices.clear();
        recognised.clear();
        aliases.clear();
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
            hashes.add(NodeHash.of(key.node()));
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
    public @Nullable FiledLead leadOf(String node) {
        UUID hash = NodeHash.of(node);
        Long lead = foreseen.contains(hash)
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
        UUID hash = NodeHash.of(anonymous);
        return foreseen.contains(hash)
                ? devices.get(hash)
                : tables.devices().find(List.of(hash)).get(hash);
    }

    @Override
    public List<String> devicesOf(Collection<String> nodes) {
        Set<String> found = new LinkedHashSet<>();
        List<UUID> unforeseen = new ArrayList<>();
        for (String node : nodes) {
            UUID hash = NodeHash.of(node);
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
        return filed(tables.entries().ofSubjects(subjects));
    }

    @Override
    public List<FiledEntry> about(String company) {
        return filed(tables.entries().about(company));
    }

    @Override
    public List<Long> members(String company) {
        return tables.leads().members(company);
    }

    @Override
    public List<String> aliases(String previous) {
        UUID hash = NodeHash.of(previous);
        List<String> found = foreseen.contains(hash)
                ? aliases.get(hash)
                : tables.leads().aliases(List.of(hash)).get(hash);
        return found == null ? List.of() : found;
    }

    private List<FiledEntry> filed(List<EntryTable.Row> rows) {
        Map<Long, Sighting> sightings = new HashMap<>();
        for (LogEntry entry : log.at(rows.stream().map(EntryTable.Row::position).toList())) {
            sightings.put(entry.position(), reader.apply(entry));
        }
        List<FiledEntry> filed = new ArrayList<>(rows.size());
        for (EntryTable.Row row : rows) {
            Sighting sighting = Objects.requireNonNull(sightings.get(row.position()));
            filed.add(new FiledEntry(row.position(), row.subject(), sighting, row.about()));
        }
        return filed;
    }
}
