package io.cupel.app.identity;

import io.cupel.app.ground.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code identity.salt}, {@code identity.erasure} and {@code identity.barred}. */
final class ErasureTable {
    private final JdbcClient db;

    ErasureTable(JdbcClient db) {
        this.db = db;
    }

    byte[] salt() {
        return db.sql("select salt from identity.salt").query(byte[].class).single();
    }

    Erasure insert(Instant at, long by, int keys, int entries) {
        long number = db.sql("""
                insert into identity.erasure (at, by_person, keys, entries) values (:at, :by, :keys, :entries)
                returning number
                """)
                .param("at", Times.written(at))
                .param("by", by)
                .param("keys", keys)
                .param("entries", entries)
                .query(Long.class)
                .single();
        return new Erasure(number, at, by, keys, entries);
    }

    void bar(long erasure, Collection<byte[]> hashes) {
        db.sql("""
                insert into identity.barred (hash, erasure) select unnest(:hashes), :erasure on conflict do nothing
                """)
                .param("hashes", hashes.toArray(byte[][]::new))
                .param("erasure", erasure)
                .update();
    }

    /** The newest first. */
    List<Erasure> before(long number, int limit) {
        return db.sql("""
                select number, at, by_person, keys, entries from identity.erasure
                 where number < :number order by number desc limit :limit
                """)
                .param("number", number)
                .param("limit", limit)
                .query((row, index) -> new Erasure(
                        row.getLong("number"),
                        Times.read(row, "at"),
                        row.getLong("by_person"),
                        row.getInt("keys"),
                        row.getInt("entries")))
                .list();
    }
}
