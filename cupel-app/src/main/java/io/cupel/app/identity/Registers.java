package io.cupel.app.identity;

import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Sighting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the register. Safe for several threads. */
public final class Registers {
    private final IdentityTables tables;
    private final EventLog log;

    Registers(JdbcClient db, JdbcOperations connections, EventLog log) {
        this.tables = IdentityTables.of(db, connections);
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
        return NodeHash.of(node);
    }

    /** Forgets all, to be made again from the log. */
    public void clear() {
        tables.leads().clear();
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

    private Optional<Long> leadOfNode(String node) {
        UUID hash = NodeHash.of(node);
        return Optional.ofNullable(tables.keys().leads(List.of(hash)).get(hash));
    }

    /** All that names a lead, in the order in which it was told first; each key once for each kind it was told as. */
    public List<LeadKey> keys(long lead) {
        return tables.keys().ofLeads(List.of(lead)).getOrDefault(lead, List.of()).stream()
                .flatMap(key -> key.told().entrySet().stream()
                        .map(told -> new LeadKey(
                                told.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                told.getValue().text(),
                                key.trust().isVerified())))
                .toList();
    }

    /** The keys of leads with what they were told as, in the order in which they became known. */
    public Map<Long, List<FiledKey>> keysOf(Collection<Long> leads) {
        return tables.keys().ofLeads(leads);
    }

    /** The keys of a lead with what they were told as, in the order in which they became known. */
    public List<FiledKey> keysOf(long lead) {
        return tables.keys().ofLeads(List.of(lead)).getOrDefault(lead, List.of());
    }
}
