package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Sighting;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the register. Safe for several threads. */
public final class Registers {
    private final IdentityTables tables;
    private final LeadNumbers numbers;
    private final EventLog log;

    Registers(JdbcClient db, JdbcOperations connections, EventLog log) {
        this.tables = IdentityTables.of(db, connections);
        this.numbers = new LeadNumbers(db);
        this.log = log;
    }

    /**
     * The register as of the last filing, to be read, or by one at a time to be written.
     *
     * @param reader reads entries of the log as the contract in force wants it
     */
    public KeptRegister open(Function<LogEntry, Sighting> reader) {
        return new KeptRegister(tables, new FiledRegister(tables, log, reader));
    }

    /** By which a key (as {@link io.cupel.core.evidence.Key#node} writes it) or an anonymous id is found. */
    public static UUID hashOf(String node) {
        return Digests.half(node);
    }

    /** Forgets all, to be made again from the log. */
    public void clear() {
        tables.leads().clear();
    }

    /**
     * Forgets all, has it made again from the log, and gives the leads that are still there the numbers that they had.
     */
    public void again(Runnable reading) {
        numbers.keep();
        clear();
        reading.run();
        numbers.restore();
    }

    /** The number of the lead that has a key: a user id, an address, a phone number, an id of another system. */
    public Optional<Long> leadOf(String key) {
        return MailDomains.normaliseEmail(key)
                .flatMap(this::leadOfNode)
                .or(() -> leadOfNode(key))
                .or(() -> Phone.normalised(key).flatMap(this::leadOfNode));
    }

    /**
     * Whose keys these are, as far as they are known.
     *
     * @param hashes of keys, as {@link io.cupel.core.evidence.Key#node} writes them: the first 16 bytes of SHA-256
     */
    public Map<UUID, Long> leadsOf(Collection<UUID> hashes) {
        return tables.keys().leads(hashes);
    }

    /** What in a text, that may be a broken call, may name a person, as a key is written. */
    public static Set<String> namesIn(String text) {
        return NamesIn.of(text);
    }

    /** Of each lead that has one of these keys the hashes of all its keys. */
    public Collection<Set<UUID>> namesBeside(Collection<UUID> hashes) {
        return tables.keys().beside(hashes).values();
    }

    private Optional<Long> leadOfNode(String node) {
        UUID hash = Digests.half(node);
        return Optional.ofNullable(tables.keys().leads(List.of(hash)).get(hash));
    }

    /** All that names a lead, in the order in which it was told first; each key once for each kind it was told as. */
    public List<LeadKey> keys(long lead) {
        return keysOf(lead).stream()
                .flatMap(key -> key.told().entrySet().stream()
                        .map(told -> new LeadKey(
                                told.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                told.getValue().text(),
                                key.trust().isVerified())))
                .toList();
    }

    /** The keys of leads with what they were told as, in the order in which they became known. */
    public Map<Long, List<FiledKey>> keysOf(Collection<Long> leads) {
        Map<Long, List<Long>> merged = tables.merges().parts(leads);
        if (merged.isEmpty()) {
            return tables.keys().ofLeads(leads);
        }
        Set<Long> all = new HashSet<>(leads);
        merged.values().forEach(all::addAll);
        Map<Long, List<FiledKey>> found = new HashMap<>(tables.keys().ofLeads(all));
        merged.forEach((number, parts) -> found.put(
                number,
                parts.stream()
                        .flatMap(part -> found.getOrDefault(part, List.of()).stream())
                        .sorted(Comparator.comparingLong(FiledKey::number))
                        .toList()));
        found.keySet().retainAll(leads);
        return found;
    }

    /** The leads that are one under a number: of a lead that is no merged one, only its own. */
    public List<Long> parts(long number) {
        return tables.merges().parts(List.of(number)).getOrDefault(number, List.of(number));
    }

    /** The merge that an entry of this id made; empty where it made none, or is not yet judged. */
    public Optional<LeadMerge> merge(String id) {
        return tables.merges().find(id);
    }

    /**
     * Merges before a number, the newest first.
     *
     * @param leads in which one of these has a part; empty for all
     */
    public List<LeadMerge> merges(long before, Collection<Long> leads, int limit) {
        return tables.merges().before(before, leads, limit);
    }

    /** The undo of a claim that an entry of this id said; empty where it said none, or is not yet judged. */
    public Optional<ClaimUndo> claimUndo(String id) {
        return tables.denials().find(id);
    }

    /**
     * Undos of claims before a position of the log, the newest first.
     *
     * @param addresses of one of which it is said; empty for all
     */
    public List<ClaimUndo> claimUndos(long before, Collection<String> addresses, int limit) {
        return tables.denials().before(before, addresses, limit);
    }

    /** Other leads who were recognised by the same devices. */
    public List<Long> sharingDevices(long lead, int limit) {
        return tables.devices().sharing(parts(lead), limit);
    }

    /** The keys of a lead with what they were told as, in the order in which they became known. */
    public List<FiledKey> keysOf(long lead) {
        return keysOf(List.of(lead)).getOrDefault(lead, List.of());
    }
}
