package io.cupel.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * What no server on these tables could do without: for each event its row in the log, the row that says whose it is,
 * and, once in a transaction for each lead, its state written again. Through two connections, as the server has it, in
 * transactions of as many events, and with nothing else: no HTTP, no JSON, no look at who is who, no judging.
 */
final class StoreFloor {
    /** As many as the judge takes at once where many wait. */
    private static final int CHUNK = 20_000;

    private final Store store;
    private final String database;
    private final List<Long> leads = new ArrayList<>();
    private long positions;

    StoreFloor(Store store, String database) throws SQLException {
        this.store = store;
        this.database = database;
        store.execute("create schema floor");
        store.execute("create table floor.event (like intake.event including all)" + Store.NO_VACUUM);
        store.execute("create table floor.entry (like identity.entry including all)" + Store.NO_VACUUM);
        store.execute("create table floor.state (like judging.state including all)"
                + " with (fillfactor = 60, autovacuum_enabled = false)");
    }

    /** Some events behind each other. */
    private record Chunk(String events, String entries, List<Long> leads) {}

    /** All leads that the server knows have a state here too. */
    void fill() throws SQLException {
        store.execute("insert into floor.state select * from judging.state order by number");
        store.execute("vacuum analyze floor.state");
        try (PreparedStatement numbers =
                        store.connection().prepareStatement("select number from floor.state order by number");
                ResultSet row = numbers.executeQuery()) {
            while (row.next()) {
                leads.add(row.getLong(1));
            }
        }
    }

    /** Gives the seconds, without those in which the rows are made. */
    double write(List<IngestCalls.Call> calls) throws Exception {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += CHUNK) {
            chunks.add(chunk(calls.subList(from, Math.min(calls.size(), from + CHUNK))));
        }
        return Crew.run(2, member -> {
            try (Connection own = DriverManager.getConnection(database)) {
                own.setAutoCommit(false);
                for (Chunk chunk : chunks) {
                    if (member == 0) {
                        copy(own, "floor.event", chunk.events);
                    } else {
                        copy(own, "floor.entry", chunk.entries);
                        update(own, chunk.leads);
                    }
                    own.commit();
                }
            }
        });
    }

    private Chunk chunk(List<IngestCalls.Call> calls) {
        Instant now = Instant.now();
        StringBuilder events = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        Set<Long> touched = new TreeSet<>();
        for (IngestCalls.Call call : calls) {
            positions++;
            long lead = leads.get(call.lead() % leads.size());
            touched.add(lead);
            StoreAnchors.row(events, positions, now, call);
            entries.append(lead).append(',').append(positions).append(",false,\n");
        }
        return new Chunk(events.toString(), entries.toString(), List.copyOf(touched));
    }

    private static void copy(Connection connection, String table, String rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " from stdin (format csv)",
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private static void update(Connection connection, List<Long> leads) throws SQLException {
        String sql = "update floor.state set position = position + 1, score = score + 1 where number = any (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int8", leads.toArray()));
            if (statement.executeUpdate() != leads.size()) {
                throw new IllegalStateException("not every lead has a state");
            }
        }
    }
}
