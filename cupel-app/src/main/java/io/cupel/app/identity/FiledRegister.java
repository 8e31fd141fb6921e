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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds in the database what a register filed. Not for several threads at once. */
final class FiledRegister implements Archive {
    private final KeyTable keys;
    private final DeviceTable devices;
    private final EntryTable entries;
    private final LeadTable leads;
    private final EventLog log;
    private final Function<LogEntry, Sighting> reader;
    /** Of those that were expected: which are not there, so that nobody looks for them one by one. */
    private final Set<UUID> absent = new HashSet<>();

    FiledRegister(IdentityTables tables, EventLog log, Function<LogEntry, Sighting> reader) {
        this.keys = tables.keys();
        this.devices = tables.devices();
        this.entries = tables.entries();
        this.leads = tables.leads();
        this.log = log;
        this.reader = reader;
    }

    /** Looks at once for what these will ask for one by one. */
    void expect(Collection<Sighting> sightings) {
        Set<UUID> nodes = new HashSet<>();
        Set<UUID> anonymous = new HashSet<>();
        for (Sighting each : sightings) {
            Key.of(each.keys()).forEach(key -> nodes.add(NodeHash.of(key.node())));
            if (each.keys().anonymous() != null) {
                anonymous.add(NodeHash.of(each.keys().anonymous()));
            }
        }
        absent.clear();
        Set<UUID> found = new HashSet<>(keys.known(nodes));
        found.addAll(leads.awaited(nodes));
        nodes.removeAll(found);
        absent.addAll(nodes);
    }

    /** What was absent may be there from now on. */
    void forget() {
        absent.clear();
    }

    @Override
    public @Nullable FiledLead leadOf(String node) {
        UUID hash = NodeHash.of(node);
        return absent.contains(hash) ? null : keys.leadOf(hash).map(this::lead).orElse(null);
    }

    @Override
    public @Nullable FiledLead lead(long number) {
        List<FiledKey> own = keys.ofLead(number);
        if (own.isEmpty()) {
            return null;
        }
        List<Long> subjects = own.stream().map(FiledKey::number).toList();
        return new FiledLead(number, own, filed(entries.tellingOfSubjects(subjects)));
    }

    @Override
    public @Nullable FiledDevice device(String anonymous) {
        return devices.find(NodeHash.of(anonymous)).orElse(null);
    }

    @Override
    public List<String> devicesOf(Collection<String> nodes) {
        return devices.recognisedAs(nodes.stream().map(NodeHash::of).toList());
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects) {
        return filed(entries.ofSubjects(subjects));
    }

    @Override
    public List<FiledEntry> about(String company) {
        return filed(entries.about(company));
    }

    @Override
    public List<Long> members(String company) {
        return leads.members(company);
    }

    @Override
    public List<String> aliases(String previous) {
        UUID hash = NodeHash.of(previous);
        return absent.contains(hash) ? List.of() : leads.aliases(hash);
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
