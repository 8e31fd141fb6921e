package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FirstText;
import io.cupel.core.evidence.Archive.Trust;
import io.cupel.core.evidence.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.key} and {@code identity.name}. */
final class KeyTable {
    private final JdbcClient db;

    KeyTable(JdbcClient db) {
        this.db = db;
    }

    /** Whose these keys are, as far as they are known. */
    Map<UUID, Long> leads(Collection<UUID> hashes) {
        Map<UUID, Long> leads = new HashMap<>();
        db.sql("select hash, lead from identity.key where hash = any (:hashes)")
                .param("hashes", hashes.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    leads.put(row.getObject("hash", UUID.class), row.getLong("lead"));
                });
        return leads;
    }

    /** Of the leads that have one of these: the hashes of all their keys, by the number of the lead. */
    Map<Long, Set<UUID>> beside(Collection<UUID> hashes) {
        Map<Long, Set<UUID>> all = new HashMap<>();
        db.sql("""
                select lead, hash from identity.key
                 where lead in (select lead from identity.key where hash = any (:hashes))
                """).param("hashes", hashes.toArray(UUID[]::new)).query((ResultSet row) -> {
            all.computeIfAbsent(row.getLong("lead"), lead -> new HashSet<>()).add(row.getObject("hash", UUID.class));
        });
        return all;
    }

    /** The keys of leads, in the order of their numbers. */
    Map<Long, List<FiledKey>> ofLeads(Collection<Long> leads) {
        Map<Long, FiledKey> keys = new LinkedHashMap<>();
        db.sql("""
                select key.number, key.node, key.lead, key.is_met, key.is_verified, key.is_reached,
                       key.claimed_since, key.claims, name.kind, name.text, name.at
                  from identity.key left join identity.name on name.key = key.number
                 where key.lead = any (:leads) order by key.number
                """).param("leads", leads.toArray(Long[]::new)).query((ResultSet row) -> {
            FiledKey key = keys.get(row.getLong("number"));
            if (key == null) {
                key = new FiledKey(
                        row.getLong("number"),
                        row.getString("node"),
                        row.getLong("lead"),
                        new EnumMap<>(Key.Kind.class),
                        trust(row),
                        Arrays.asList((String[]) row.getArray("claims").getArray()));
                keys.put(key.number(), key);
            }
            if (row.getString("kind") != null) {
                key.told()
                        .put(
                                Key.Kind.valueOf(row.getString("kind")),
                                new FirstText(row.getString("text"), row.getLong("at")));
            }
        });
        return keys.values().stream().collect(Collectors.groupingBy(FiledKey::lead));
    }

    private static Trust trust(ResultSet row) throws SQLException {
        return new Trust(
                row.getBoolean("is_met"),
                row.getBoolean("is_verified"),
                row.getBoolean("is_reached"),
                row.getObject("claimed_since", Long.class));
    }

    void write(List<FiledKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.key (number, hash, node, lead, is_met, is_verified, is_reached, claimed_since,
                    claims)
                select number, hash, node, lead, met, verified, reached, claimed, string_to_array(claims, E'\\n')
                  from unnest(:numbers, :hashes, :nodes, :leads, :met, :verified, :reached, :claimed, :claims)
                    as key (number, hash, node, lead, met, verified, reached, claimed, claims)
                    on conflict (number) do update set lead = excluded.lead, is_met = excluded.is_met,
                        is_verified = excluded.is_verified, is_reached = excluded.is_reached,
                        claimed_since = excluded.claimed_since, claims = excluded.claims
                """)
                // addresses have no line ends
                .param(
                        "claims",
                        keys.stream()
                                .map(key -> String.join("\n", key.claims()))
                                .toArray(String[]::new))
                .param("numbers", keys.stream().map(FiledKey::number).toArray(Long[]::new))
                .param(
                        "hashes",
                        keys.stream().map(key -> Digests.half(key.node())).toArray(UUID[]::new))
                .param("nodes", keys.stream().map(FiledKey::node).toArray(String[]::new))
                .param("leads", keys.stream().map(FiledKey::lead).toArray(Long[]::new))
                .param("met", keys.stream().map(key -> key.trust().isMet()).toArray(Boolean[]::new))
                .param(
                        "verified",
                        keys.stream().map(key -> key.trust().isVerified()).toArray(Boolean[]::new))
                .param(
                        "reached",
                        keys.stream().map(key -> key.trust().isReached()).toArray(Boolean[]::new))
                .param(
                        "claimed",
                        keys.stream().map(key -> key.trust().claimedSince()).toArray(Long[]::new))
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

    /** Forgets as what keys were told. */
    void forgetNames(Collection<Long> keys) {
        if (!keys.isEmpty()) {
            db.sql("delete from identity.name where key = any (:keys)")
                    .param("keys", keys.toArray(Long[]::new))
                    .update();
        }
    }

    /** Forgets that browsers told user ids beside these addresses. */
    void forgetClaims(Collection<String> addresses) {
        db.sql("""
                update identity.key
                   set claims = array(
                       select each from unnest(claims) as claim (each) where each <> all (cast(:addresses as text[])))
                 where claims <> '{}' and claims && cast(:addresses as text[])
                """).param("addresses", addresses.toArray(String[]::new)).update();
    }

    void forget(Collection<UUID> hashes) {
        db.sql("""
                with gone as (delete from identity.key where hash = any (:hashes) returning number)
                delete from identity.name where key in (select number from gone)
                """).param("hashes", hashes.toArray(UUID[]::new)).update();
    }
}
