package io.cupel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after its acknowledgement an event is seen, while as many come in each second as asked for (goal B5). A
 * reader asks without a pause: up to where the log is judged, and then for the list of leads, which so shows at least
 * that. An event is seen when the first such answer has come that shows it.
 */
final class SteadyRun {
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS_A_SECOND = 100;
    private static final int WARM_UP_SECONDS = 1;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final String LIST = "/api/leads?limit=50";
    private static final Report.Goal MIDDLE = new Report.Goal("B5", 150, 50);
    private static final Report.Goal SLOW = new Report.Goal("B5", 1_000, 250);

    private final IngestBed bed;
    private final List<byte[]> requests = new ArrayList<>();
    private final List<UUID> lasts = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final AtomicBoolean isDone = new AtomicBoolean();
    private long[] acknowledged = {};
    private boolean hasList;

    SteadyRun(IngestBed bed) {
        this.bed = bed;
    }

    /** At an instant of {@link System#nanoTime} an answer had come that showed the log up to a position. */
    private record Seen(long at, long position) {}

    void run() throws Exception {
        int seconds = bed.options().seconds();
        IngestBed.say("a steady load for " + seconds + " s");
        hasList = bed.api().hasPage(LIST);
        make((WARM_UP_SECONDS + seconds) * REQUESTS_A_SECOND);
        long before = bed.store().head();
        bed.store().execute("checkpoint");
        Thread reader = new Thread(this::read, "reader");
        reader.start();
        double took;
        try {
            took = send();
            bed.store().awaitJudged();
        } finally {
            LockSupport.parkNanos(100 * PAUSE_NANOS); // for a last answer
            isDone.set(true);
            reader.join();
        }
        long events = (long) requests.size() * perRequest();
        bed.expectLogged(before, events);
        tell(before, events / took);
    }

    private int perRequest() {
        return Math.max(1, bed.options().rate() / REQUESTS_A_SECOND);
    }

    private void make(int count) {
        for (int i = 0; i < count; i++) {
            List<IngestCalls.Call> calls = bed.calls().next(perRequest());
            requests.add(bed.doors().batch(calls));
            lasts.add(StoreAnchors.hash(calls.get(calls.size() - 1).messageId()));
        }
        acknowledged = new long[count];
    }

    /** Each request when it is due; gives the seconds that all took. */
    private double send() throws Exception {
        long begun = System.nanoTime();
        return Crew.run(CONNECTIONS, member -> {
            try (Door door = new Door(bed.doors().server())) {
                for (int i = member; i < requests.size(); i += CONNECTIONS) {
                    long due = begun + i * 1_000_000_000L / REQUESTS_A_SECOND;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    door.send(requests.get(i));
                    acknowledged[i] = System.nanoTime();
                }
            }
        });
    }

    private void read() {
        try (Store own = Store.open(bed.server().database())) {
            while (!isDone.get()) {
                long position = own.judged();
                if (hasList && !bed.api().hasPage(LIST)) {
                    throw new IllegalStateException("the list of leads does not answer any more");
                }
                seen.add(new Seen(System.nanoTime(), position));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(long before, double rate) throws SQLException {
        Map<UUID, Long> positions = bed.store().positionsBehind(before);
        Spread millis = new Spread();
        for (int i = WARM_UP_SECONDS * REQUESTS_A_SECOND; i < requests.size(); i++) {
            Long position = positions.get(lasts.get(i));
            if (position == null) {
                throw new IllegalStateException("an event that was acknowledged is not in the log");
            }
            millis.add(millisUntilSeen(acknowledged[i], position));
        }
        String what = hasList ? "in the list of leads" : "in the tables (the API has no list of leads yet)";
        Report report = bed.report();
        report.goal(MIDDLE, "acknowledged to seen " + what + ", ms, p50", millis.median(), shown(millis.median()));
        report.goal(SLOW, "  the same, p99", millis.share(0.99), shown(millis.share(0.99)));
        report.line("  the slowest, ms", String.format(Locale.ROOT, "%.0f", millis.share(1)));
        report.line("  events that came in a second", String.format(Locale.ROOT, "%,.0f", rate));
        report.figure("seenP50Millis", millis.median());
        report.figure("seenP99Millis", millis.share(0.99));
        report.figure("steadyRate", rate);
    }

    private static List<String> shown(double millis) {
        return List.of(String.format(Locale.ROOT, "%.0f", millis));
    }

    /** An answer that came before the acknowledgement counts as 0. */
    private double millisUntilSeen(long at, long position) {
        for (Seen each : seen) {
            if (each.position() >= position) {
                return Math.max(0, each.at() - at) / 1e6;
            }
        }
        throw new IllegalStateException("an event that was acknowledged was never seen");
    }
}
