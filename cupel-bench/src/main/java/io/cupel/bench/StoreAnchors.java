package io.cupel.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * What somebody would write who needs rows in the same database and nothing else: COPY through one connection, and
 * commits of single rows with a score, as {@code ../shared/anchors} has them.
 */
final class StoreAnchors {
    private static final int CLIENTS = 16;
    private static final int SCORED_LEADS = 1_000_000;

    /** sql/pgbench_scored.sql of the anchors. */
    private static final String SCORED = """
            with i as (
                insert into bench.ev values (gen_random_uuid(), ?, 'page', now(), cast(? as jsonb))
                    on conflict (message_id) do nothing returning lead_id, ts)
            insert into bench.st as s select lead_id, 1.0, ts from i on conflict (lead_id) do update
                set score = s.score * power(2.0::float8, -abs(extract(epoch from excluded.ts - s.ts)::float8) / 2592000)
                    + excluded.score, ts = greatest(s.ts, excluded.ts)
            """;

    private static final String PROPERTIES = "{\"path\":\"/pricing\",\"title\":\"Page title 1234\","
            + "\"referrer\":\"https://example.test/r/12345\",\"utm\":{\"source\":\"newsletter\",\"campaign\":\"c12\"}}";

    private final Store store;
    private final String database;
    private long copied;

    /** Makes the tables; that of COPY is as the log's own, with its indexes. */
    StoreAnchors(Store store, String database) throws SQLException {
        this.store = store;
        this.database = database;
        store.execute("create schema bench");
        store.execute("create table bench.event (like intake.event including all)" + Store.NO_VACUUM);
        store.execute("create table bench.ev (message_id uuid primary key, lead_id bigint not null,"
                + " type text not null, ts timestamptz not null, properties jsonb not null)" + Store.NO_VACUUM);
        store.execute("create table bench.st (lead_id bigint primary key, score double precision not null,"
                + " ts timestamptz not null) with (fillfactor = 70, autovacuum_enabled = false)");
        store.execute("insert into bench.st select each, 0, '2024-01-01' from generate_series(0, " + (SCORED_LEADS - 1)
                + ") each");
        store.execute("vacuum analyze bench.st");
    }

    /** The rows of the log that these calls become, as text for COPY. */
    byte[] rows(List<IngestCalls.Call> calls) {
        Instant now = Instant.now();
        StringBuilder rows = new StringBuilder();
        for (IngestCalls.Call call : calls) {
            copied++;
            row(rows, copied, now, call);
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void row(StringBuilder rows, long position, Instant now, IngestCalls.Call call) {
        rows.append(position)
                .append(',')
                .append(now)
                .append(',')
                .append(Instant.ofEpochMilli(call.occurred()))
                .append(',')
                .append(hash(call.messageId()))
                .append(",1,server,\"")
                .append(call.json().replace("\"", "\"\""))
                .append("\"\n");
    }

    /** As the log finds a message: the first half of its SHA-256. */
    static UUID hash(String messageId) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies rows in one transaction; gives the seconds. */
    double copy(byte[] rows) throws SQLException, IOException {
        long begun = System.nanoTime();
        store.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bench.event from stdin (format csv)", new ByteArrayInputStream(rows));
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Refuses a COPY that stored other rows than it was given. */
    void mustBeCopied() throws SQLException {
        long stored = store.number("select count(*) from bench.event");
        if (stored != copied) {
            throw new IllegalStateException(String.format(Locale.ROOT, "COPY stored %,d of %,d", stored, copied));
        }
    }

    /** Commits single rows through 16 connections for some seconds; gives the commits of a second. */
    double singleCommits(int seconds) throws Exception {
        long before = store.number("select count(*) from bench.ev");
        AtomicLong commits = new AtomicLong();
        double took = Crew.run(CLIENTS, member -> {
            Draws draws = Draws.of(before, member);
            try (Connection own = DriverManager.getConnection(database);
                    PreparedStatement statement = own.prepareStatement(SCORED)) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                while (System.nanoTime() < end) {
                    statement.setLong(1, draws.below(SCORED_LEADS));
                    statement.setString(2, PROPERTIES);
                    statement.executeUpdate();
                    commits.incrementAndGet();
                }
            }
        });
        if (store.number("select count(*) from bench.ev") - before != commits.get()) {
            throw new IllegalStateException("not every commit has stored its row");
        }
        return commits.get() / took;
    }
}
