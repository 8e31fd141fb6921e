package io.cupel.app.identity;

import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FirstText;
import io.cupel.core.evidence.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.key} and {@code identity.name}. */
final class KeyTable {
    private final JdbcClient db;

    KeyTable(JdbcClient db) {
        this.db = db;
    }

    /** Whose a key is. */
    Optional<Long> leadOf(UUID hash) {
        return db.sql("select lead from identity.key where hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .optional();
    }

    /** Which of these there are. */
    Set<UUID> known(Collection<UUID> hashes) {
        return new HashSet<>(db.sql("select hash from identity.key where hash = any (:hashes)")
                .param("hashes", hashes.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    List<FiledKey> ofLead(long lead) {
        Map<Long, FiledKey> keys = new LinkedHashMap<>();
        db.sql("""
                select key.number, key.node, name.kind, name.text, name.at
                  from identity.key left join identity.name on name.key = key.number
                 where key.lead = :lead order by key.number
                """).param("lead", lead).query((ResultSet row) -> {
            FiledKey key = keys.computeIfAbsent(row.getLong("number"), number -> filed(row, lead, number));
            if (row.getString("kind") != null) {
                key.told()
                        .put(
                                Key.Kind.valueOf(row.getString("kind")),
                                new FirstText(row.getString("text"), row.getLong("at")));
            }
        });
        return new ArrayList<>(keys.values());
    }

    private static FiledKey filed(ResultSet row, long lead, long number) {
        try {
            return new FiledKey(number, row.getString("node"), lead, new EnumMap<>(Key.Kind.class));
        } catch (SQLException e) {
            throw new IllegalStateException("a row of identity.key cannot be read", e);
        }
    }

    void write(List<FiledKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.key (number, hash, node, lead)
                select * from unnest(:numbers, :hashes, :nodes, :leads)
                    on conflict (number) do update set lead = excluded.lead
                """)
                .param("numbers", keys.stream().map(FiledKey::number).toArray(Long[]::new))
                .param(
                        "hashes",
                        keys.stream().map(key -> NodeHash.of(key.node())).toArray(UUID[]::new))
                .param("nodes", keys.stream().map(FiledKey::node).toArray(String[]::new))
                .param("leads", keys.stream().map(FiledKey::lead).toArray(Long[]::new))
                .update();
        writeNames(keys);
    }

    private void writeNames(List<FiledKey> keys) {
        List<Long> numbers = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Long> instants = new ArrayList<>();
        for (FiledKey key : keys) {
            key.told().forEach((kind, told) -> {
                numbers.add(key.number());
                kinds.add(kind.name());
                texts.add(told.text());
                instants.add(told.at());
            });
        }
        if (numbers.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.name (key, kind, text, at) select * from unnest(:keys, :kinds, :texts, :instants)
                    on conflict (key, kind) do update set text = excluded.text, at = excluded.at
                """)
                .param("keys", numbers.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("texts", texts.toArray(String[]::new))
                .param("instants", instants.toArray(Long[]::new))
                .update();
    }
}
