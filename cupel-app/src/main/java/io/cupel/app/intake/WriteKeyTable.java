package io.cupel.app.intake;

import io.cupel.core.evidence.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code intake.write_key} and {@code intake.secret}. */
final class WriteKeyTable {
    private final JdbcClient db;

    WriteKeyTable(JdbcClient db) {
        this.db = db;
    }

    /** A secret with the key that it opens. */
    record Row(int key, String hash, WriteKey.Secret secret) {}

    int add(WriteKey.Plan plan, Instant madeAt) {
        return db.sql("""
                insert into intake.write_key
                    (name, origin, calls_per_second, calls_per_second_of_address, mapping, made_at)
                values (:name, :origin, :per_second, :of_address, :mapping, :made_at)
                returning number
                """)
                .param("name", plan.name())
                .param("origin", plan.origin().written())
                .param("per_second", plan.callsPerSecond())
                .param("of_address", plan.callsPerSecondOfAddress())
                .param("mapping", plan.mapping())
                .param("made_at", Timestamp.from(madeAt))
                .query(Integer.class)
                .single();
    }

    void addSecret(int key, byte[] hash, String beginning, Instant madeAt) {
        db.sql("""
                insert into intake.secret (hash, write_key, beginning, made_at)
                values (:hash, :key, :beginning, :made_at)
                """)
                .param("hash", hash)
                .param("key", key)
                .param("beginning", beginning)
                .param("made_at", Timestamp.from(madeAt))
                .update();
    }

    /** Lets the secrets in force end at an instant, and deletes those that ended before now. */
    void endSecrets(int key, Instant now, Instant until) {
        db.sql("delete from intake.secret where write_key = :key and valid_until <= :now")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
        db.sql("""
                update intake.secret set valid_until = least(coalesce(valid_until, :until), :until)
                 where write_key = :key
                """).param("key", key).param("until", Timestamp.from(until)).update();
    }

    boolean revoke(int key, Instant at) {
        return db.sql("update intake.write_key set revoked_at = :at where number = :key and revoked_at is null")
                        .param("key", key)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** One at a time of all instances, until the transaction ends. */
    void lock() {
        db.sql("lock table intake.write_key in exclusive mode").update();
    }

    List<Row> secrets() {
        return db.sql("""
                select write_key, hash, beginning, made_at, valid_until from intake.secret
                 order by made_at desc, valid_until desc nulls first
                """).query(WriteKeyTable::secret).list();
    }

    List<WriteKey> all() {
        Map<Integer, List<WriteKey.Secret>> secrets = new TreeMap<>();
        secrets()
                .forEach(row -> secrets.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(row.secret()));
        return db.sql("select * from intake.write_key order by number")
                .query((row, number) -> key(row, secrets.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    private static Row secret(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("write_key"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                new WriteKey.Secret(
                        row.getString("beginning"),
                        row.getTimestamp("made_at").toInstant(),
                        instant(row.getTimestamp("valid_until"))));
    }

    private static WriteKey key(ResultSet row, List<WriteKey.Secret> secrets) throws SQLException {
        return new WriteKey(
                row.getInt("number"),
                row.getString("name"),
                Origin.read(row.getString("origin")),
                secrets,
                row.getInt("calls_per_second"),
                row.getInt("calls_per_second_of_address"),
                row.getString("mapping"),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp told) {
        return told == null ? null : told.toInstant();
    }
}
