package io.cupel.app.identity;

import io.cupel.app.ground.Digests;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.lead}, {@code identity.alias} and {@code identity.count}. */
final class LeadTable {
    private final JdbcClient db;

    LeadTable(JdbcClient db) {
        this.db = db;
    }

    List<Long> members(String company) {
        return db.sql("select number from identity.lead where company = :company order by number")
                .param("company", company)
                .query(Long.class)
                .list();
    }

    void write(Map<Long, Optional<String>> companies, Set<Long> gone) {
        if (!gone.isEmpty()) {
            db.sql("delete from identity.lead where number = any (:gone)")
                    .param("gone", gone.toArray(Long[]::new))
                    .update();
        }
        if (!companies.isEmpty()) {
            List<Long> numbers = new ArrayList<>(companies.keySet());
            db.sql("""
                    insert into identity.lead (number, company) select * from unnest(:numbers, :companies)
                        on conflict (number) do update set company = excluded.company
                    """)
                    .param("numbers", numbers.toArray(Long[]::new))
                    .param(
                            "companies",
                            companies.values().stream()
                                    .map(each -> each.orElse(null))
                                    .toArray(String[]::new))
                    .update();
        }
    }

    /** Nodes of keys that aliases joined with what was no key then, by the hash of that. */
    Map<UUID, List<String>> aliases(Collection<UUID> previous) {
        Map<UUID, List<String>> found = new HashMap<>();
        db.sql("""
                select alias.previous, key.node from identity.alias join identity.key on key.hash = alias.key
                 where alias.previous = any (:previous) order by key.number
                """).param("previous", previous.toArray(UUID[]::new)).query((ResultSet row) -> {
            found.computeIfAbsent(row.getObject("previous", UUID.class), each -> new ArrayList<>())
                    .add(row.getString("node"));
        });
        return found;
    }

    void writeAliases(Map<String, Set<String>> aliases, Set<String> answered) {
        for (String previous : answered) {
            db.sql("delete from identity.alias where previous = :previous")
                    .param("previous", Digests.half(previous))
                    .update();
        }
        aliases.forEach((previous, nodes) -> nodes.forEach(node -> db.sql("""
                insert into identity.alias (previous, key) values (:previous, :key) on conflict do nothing
                """)
                .param("previous", Digests.half(previous))
                .param("key", Digests.half(node))
                .update()));
    }

    /** Empties all tables of this package. */
    void clear() {
        db.sql("""
                truncate identity.key, identity.name, identity.device, identity.seen, identity.entry, identity.lead,
                    identity.alias, identity.merge, identity.denial
                """).update();
        count(0);
    }

    long numbers() {
        return db.sql("select numbers from identity.count").query(Long.class).single();
    }

    void count(long numbers) {
        db.sql("update identity.count set numbers = :numbers")
                .param("numbers", numbers)
                .update();
    }

    /** Forgets the aliases of keys, and that they are some. */
    void forget(Collection<UUID> hashes) {
        db.sql("delete from identity.alias where key = any (:hashes) or previous = any (:hashes)")
                .param("hashes", hashes.toArray(UUID[]::new))
                .update();
    }
}
