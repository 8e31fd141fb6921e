package io.cupel.app.identity;

import io.cupel.core.evidence.Archive.FiledDevice;
import io.cupel.core.evidence.Archive.FiledSeen;
import io.cupel.core.evidence.Filing;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.device} and {@code identity.seen}. */
final class DeviceTable {
    private final JdbcClient db;

    DeviceTable(JdbcClient db) {
        this.db = db;
    }

    private record Row(long number, String anonymous, boolean isWhole) {}

    /** Which of these there are. */
    Set<UUID> known(Collection<UUID> hashes) {
        return new HashSet<>(db.sql("select hash from identity.device where hash = any (:hashes)")
                .param("hashes", hashes.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    Optional<FiledDevice> find(UUID hash) {
        return db.sql("select number, anonymous, is_whole from identity.device where hash = :hash")
                .param("hash", hash)
                .query((row, index) ->
                        new Row(row.getLong("number"), row.getString("anonymous"), row.getBoolean("is_whole")))
                .optional()
                .map(row -> new FiledDevice(row.number, row.anonymous, row.isWhole, seen(row.number)));
    }

    private List<FiledSeen> seen(long device) {
        return db.sql("""
                select seen.at, seen.order_in_instant, key.node
                  from identity.seen join identity.key on key.hash = seen.key where seen.device = :device
                """)
                .param("device", device)
                .query((row, index) -> new FiledSeen(
                        device, row.getLong("at"), row.getString("order_in_instant"), row.getString("node")))
                .list();
    }

    List<String> recognisedAs(Collection<UUID> keys) {
        return db.sql("""
                select anonymous from identity.device where number in
                    (select device from identity.seen where key = any (:keys)) order by number
                """)
                .param("keys", keys.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    void write(List<Filing.NewDevice> devices) {
        if (devices.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.device (number, hash, anonymous, is_whole)
                select * from unnest(:numbers, :hashes, :anonymous, :whole)
                    on conflict (number) do update set is_whole = excluded.is_whole
                """)
                .param("numbers", devices.stream().map(Filing.NewDevice::number).toArray(Long[]::new))
                .param(
                        "hashes",
                        devices.stream()
                                .map(device -> NodeHash.of(device.anonymous()))
                                .toArray(UUID[]::new))
                .param(
                        "anonymous",
                        devices.stream().map(Filing.NewDevice::anonymous).toArray(String[]::new))
                .param("whole", devices.stream().map(Filing.NewDevice::isWhole).toArray(Boolean[]::new))
                .update();
    }

    /** @param anew devices of which only what is written now was seen */
    void writeSeen(List<FiledSeen> seen, Set<Long> anew) {
        if (!anew.isEmpty()) {
            db.sql("delete from identity.seen where device = any (:devices)")
                    .param("devices", anew.toArray(Long[]::new))
                    .update();
        }
        if (seen.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.seen (device, at, order_in_instant, key)
                select * from unnest(:devices, :instants, :orders, :keys)
                """)
                .param("devices", seen.stream().map(FiledSeen::device).toArray(Long[]::new))
                .param("instants", seen.stream().map(FiledSeen::at).toArray(Long[]::new))
                .param("orders", seen.stream().map(FiledSeen::order).toArray(String[]::new))
                .param(
                        "keys",
                        seen.stream().map(each -> NodeHash.of(each.node())).toArray(UUID[]::new))
                .update();
    }
}
