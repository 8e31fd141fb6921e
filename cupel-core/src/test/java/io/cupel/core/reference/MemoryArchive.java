package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Archive;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Filing;
import io.cupel.core.evidence.Forgotten;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what a register files as plain rows, as a database would. */
final class MemoryArchive implements Archive {
    private final Map<String, FiledKey> keys = new LinkedHashMap<>();
    private final Map<String, Filing.NewDevice> devices = new LinkedHashMap<>();
    private final List<FiledSeen> seen = new ArrayList<>();
    private final Map<Long, Filing.NewEntry> entries = new LinkedHashMap<>();
    private final Map<Long, Optional<String>> abouts = new HashMap<>();
    private final Map<Long, Optional<String>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> aliases = new HashMap<>();
    private final Map<Long, Denial> denials = new TreeMap<>();
    private final Map<Long, FiledMerge> merges = new TreeMap<>();
    /** The log, by position. */
    final Map<Long, Sighting> log = new HashMap<>();

    void file(Filing filing) {
        filing.keys().forEach(key -> keys.put(key.node(), key));
        filing.devices().forEach(device -> devices.put(device.anonymous(), device));
        seen.removeIf(each -> filing.expanded().contains(each.device()));
        seen.addAll(filing.seen());
        denials.putAll(filing.denials());
        filing.moved().forEach(moved -> {
            assertThat(Objects.requireNonNull(entries.get(moved.entry().position()))
                            .subject())
                    .isEqualTo(moved.from());
            entries.put(moved.entry().position(), moved.entry());
            abouts.put(moved.entry().position(), moved.entry().about());
        });
        filing.entries().forEach(entry -> {
            entries.put(entry.position(), entry);
            abouts.put(entry.position(), entry.about());
        });
        filing.abouts().forEach(entry -> abouts.put(entry.position(), entry.about()));
        members.putAll(filing.members());
        filing.gone().forEach(members::remove);
        filing.merges().forEach(merge -> merges.put(merge.number(), merge));
        filing.unmerged().forEach(merges::remove);
        filing.answered().forEach(aliases::remove);
        filing.aliases()
                .forEach((previous, nodes) -> aliases.computeIfAbsent(previous, each -> new LinkedHashSet<>())
                        .addAll(nodes));
    }

    void forget(Forgotten lead) {
        lead.nodes().forEach(keys::remove);
        lead.devices().forEach(devices::remove);
        seen.removeIf(each -> lead.nodes().contains(each.node()));
        lead.positions().forEach(entries::remove);
        aliases.values().forEach(nodes -> nodes.removeAll(lead.nodes()));
        denials.values()
                .removeIf(each -> lead.nodes().contains(each.address())
                        || lead.nodes().contains(each.visitor())
                        || lead.devices().contains(each.visitor()));
    }

    @Override
    public List<Denial> denials() {
        return List.copyOf(denials.values());
    }

    @Override
    public List<FiledMerge> merges() {
        return List.copyOf(merges.values());
    }

    @Override
    public @Nullable FiledMerge merge(long number) {
        return merges.get(number);
    }

    @Override
    public @Nullable FiledLead leadOf(String node) {
        FiledKey key = keys.get(node);
        return key == null ? null : lead(key.lead());
    }

    @Override
    public @Nullable FiledLead lead(long number) {
        List<FiledKey> own =
                keys.values().stream().filter(key -> key.lead() == number).toList();
        if (own.isEmpty()) {
            return null;
        }
        List<Long> subjects = own.stream().map(FiledKey::number).toList();
        List<FiledEntry> telling = entries(subjects).stream()
                .filter(entry -> entries.get(entry.position()).isTelling())
                .toList();
        return new FiledLead(number, own, telling);
    }

    @Override
    public List<FiledLead> leads(Collection<Long> numbers) {
        return numbers.stream().map(this::lead).toList();
    }

    @Override
    public @Nullable FiledDevice device(String anonymous) {
        Filing.NewDevice device = devices.get(anonymous);
        if (device == null) {
            return null;
        }
        List<FiledSeen> own =
                seen.stream().filter(each -> each.device() == device.number()).toList();
        return new FiledDevice(device.number(), anonymous, device.isWhole(), own);
    }

    @Override
    public List<String> devicesOf(Collection<String> nodes) {
        return devices.values().stream()
                .filter(device ->
                        seen.stream().anyMatch(each -> each.device() == device.number() && nodes.contains(each.node())))
                .map(Filing.NewDevice::anonymous)
                .toList();
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects) {
        return entries.values().stream()
                .filter(entry -> subjects.contains(entry.subject()))
                .map(this::filed)
                .toList();
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects, long behind) {
        return entries(subjects).stream()
                .filter(entry -> entry.position() > behind)
                .toList();
    }

    private FiledEntry filed(Filing.NewEntry entry) {
        return new FiledEntry(
                entry.position(),
                entry.subject(),
                log.get(entry.position()),
                abouts.get(entry.position()).orElse(null));
    }

    @Override
    public List<FiledEntry> about(String company) {
        return entries.values().stream()
                .filter(entry -> abouts.get(entry.position()).equals(Optional.of(company)))
                .map(this::filed)
                .toList();
    }

    @Override
    public List<Long> members(String company) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().equals(Optional.of(company)))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> aliases(String previous) {
        return List.copyOf(aliases.getOrDefault(previous, Set.of()));
    }

    /** The numbers of all leads. */
    Set<Long> leads() {
        return members.keySet();
    }
}
