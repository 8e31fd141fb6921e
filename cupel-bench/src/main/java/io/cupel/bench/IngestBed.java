package io.cupel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** A server under test with all that looks at it and sends to it. */
record IngestBed(
        IngestOptions options,
        ServerChild server,
        AdminApi api,
        Door.Address doors,
        Store store,
        StoreAnchors anchors,
        IngestCalls calls,
        Report report) {
    private static final double MICROS = 1e6;

    /** CPU seconds of the server and its database so far. */
    double cpuSeconds() throws IOException {
        return server.cpuSeconds() + DatabaseCpu.seconds(server.databaseProcess());
    }

    /** What happened to the log must be what was asked for, no more and no less. */
    void expectLogged(long before, long events) throws SQLException {
        long logged = store.head() - before;
        if (logged != events) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "the log has %,d more events, not %,d", logged, events));
        }
        Store.Counts counts = store.counts();
        if (counts.events() != counts.head() || counts.judged() != counts.head()) {
            throw new IllegalStateException("log and judging do not agree: " + counts);
        }
    }

    static double micros(double seconds, long units) {
        return MICROS * seconds / units;
    }

    static void say(String what) {
        System.err.println("  " + what + " ...");
    }
}
