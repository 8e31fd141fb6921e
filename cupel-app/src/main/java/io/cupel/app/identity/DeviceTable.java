package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import io.cupel.core.evidence.Archive.FiledDevice;
import io.cupel.core.evidence.Archive.FiledSeen;
import io.cupel.core.evidence.Filing;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.device} and {@code identity.seen}. */
final class DeviceTable {
    private final JdbcClient db;

    DeviceTable(JdbcClient db) {
        this.db = db;
    }

    /** These devices, as far as they are known, by the hashes of their anonymous ids. */
    Map<UUID, FiledDevice> find(Collection<UUID> hashes) {
        Map<UUID, FiledDevice> found = new LinkedHashMap<>();
        db.sql("""
                select device.hash, device.number, device.anonymous, device.is_whole,
                       seen.at, seen.order_in_instant, key.node
                  from identity.device
                       left join identity.seen on seen.device = device.number
                       left join identity.key on key.hash = seen.key
                 where device.hash = any (:hashes)
                """).param("hashes", hashes.toArray(UUID[]::new)).query((ResultSet row) -> {
            UUID hash = row.getObject("hash", UUID.class);
            FiledDevice device = found.get(hash);
            if (device == null) {
                device = new FiledDevice(
                        row.getLong("number"),
                        row.getString("anonymous"),
                        row.getBoolean("is_whole"),
                        new ArrayList<>());
                found.put(hash, device);
            }
            if (row.getString("node") != null) {
                device.seen()
                        .add(new FiledSeen(
                                device.number(),
                                row.getLong("at"),
                                row.getString("order_in_instant"),
                                row.getString("node")));
            }
        });
        return found;
    }

    /** The anonymous ids that were recognised as these keys, by the hashes of the keys. */
    Map<UUID, Set<String>> recognisedAs(Collection<UUID> keys) {
        Map<UUID, Set<String>> found = new HashMap<>();
        db.sql("""
                select distinct seen.key, device.number, device.anonymous
                  from identity.seen join identity.device on device.number = seen.device
                 where seen.key = any (:keys) order by device.number
                """).param("keys", keys.toArray(UUID[]::new)).query((ResultSet row) -> {
            found.computeIfAbsent(row.getObject("key", UUID.class), key -> new LinkedHashSet<>())
                    .add(row.getString("anonymous"));
        });
        return found;
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
                                .map(device -> Digests.half(device.anonymous()))
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
                        seen.stream().map(each -> Digests.half(each.node())).toArray(UUID[]::new))
                .update();
    }

    /**
     * Forgets whom these keys are, and devices.
     *
     * @param hashes of keys
     * @param devices hashes of anonymous ids
     */
    void forget(Collection<UUID> hashes, Collection<UUID> devices) {
        db.sql("delete from identity.seen where key = any (:hashes)")
                .param("hashes", hashes.toArray(UUID[]::new))
                .update();
        db.sql("delete from identity.device where hash = any (:devices)")
                .param("devices", devices.toArray(UUID[]::new))
                .update();
    }

    /** The leads, but for these, of which a key was told beside the same anonymous id. */
    List<Long> sharing(Collection<Long> leads, int limit) {
        return db.sql("""
                select distinct other.lead
                  from identity.key join identity.seen on seen.key = key.hash
                       join identity.seen as shared on shared.device = seen.device
                       join identity.key as other on other.hash = shared.key
                 where key.lead = any (:leads) and other.lead <> all (:leads)
                 order by other.lead limit :limit
                """)
                .param("leads", leads.toArray(Long[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
