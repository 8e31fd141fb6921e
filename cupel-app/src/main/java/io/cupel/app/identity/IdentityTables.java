package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import io.cupel.core.evidence.Forgotten;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this package. */
record IdentityTables(
        KeyTable keys,
        DeviceTable devices,
        EntryTable entries,
        LeadTable leads,
        MergeTable merges,
        DenialTable denials) {
    static IdentityTables of(JdbcClient db, JdbcOperations connections) {
        return new IdentityTables(
                new KeyTable(db),
                new DeviceTable(db),
                new EntryTable(db, connections),
                new LeadTable(db),
                new MergeTable(db),
                new DenialTable(db));
    }

    void forget(Forgotten lead) {
        List<UUID> hashes = lead.nodes().stream().map(Digests::half).toList();
        devices.forget(hashes, lead.devices().stream().map(Digests::half).toList());
        entries.forget(lead.positions());
        leads.forget(hashes);
        keys.forget(hashes);
        keys.forgetClaims(lead.nodes());
    }
}
