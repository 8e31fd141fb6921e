package io.cupel.app.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this package. */
record IdentityTables(KeyTable keys, DeviceTable devices, EntryTable entries, LeadTable leads) {
    static IdentityTables of(JdbcClient db) {
        return new IdentityTables(new KeyTable(db), new DeviceTable(db), new EntryTable(db), new LeadTable(db));
    }
}
