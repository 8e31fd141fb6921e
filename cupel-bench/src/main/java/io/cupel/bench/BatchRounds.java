package io.cupel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Batches over HTTP until they are judged, beside COPY of the same rows (goal B2); and the same sent again (goal B4).
 */
final class BatchRounds {
    static final int CONNECTIONS = 8;
    private static final int BATCH = 100;

    /** 40 and 60 % of the rows of a second, turned round: the smaller the better. */
    private static final Report.Goal SPEED = new Report.Goal("B2", 2.5, 1.67);

    private static final Report.Goal REPEAT = new Report.Goal("B4", 0.5, 0.3);

    private final IngestBed bed;
    private final int events;
    private final Spread judged = new Spread();
    private final Spread acknowledged = new Spread();
    private final Spread repeated = new Spread();
    private final Spread copied = new Spread();
    private final Spread cpu = new Spread();
    private final Spread cpuOfCopy = new Spread();
    private final StoreFloor floor;
    private final Spread least = new Spread();
    private final Spread cpuOfLeast = new Spread();

    BatchRounds(IngestBed bed) throws SQLException, IOException {
        this.bed = bed;
        this.events = bed.options().events();
        this.floor = new StoreFloor(bed.store(), bed.server().database());
        floor.fill();
    }

    /** First some rounds that do not count, to warm up. */
    void run() throws Exception {
        for (int round = 1 - bed.options().warmUpRounds();
                round <= bed.options().rounds();
                round++) {
            if (round == 1) {
                List.of(judged, acknowledged, repeated, copied, cpu, cpuOfCopy, least, cpuOfLeast)
                        .forEach(Spread::clear);
            }
            IngestBed.say(
                    round < 1
                            ? "batches, to warm up"
                            : "batches, round " + round + " of " + bed.options().rounds());
            List<IngestCalls.Call> calls = bed.calls().next(events);
            List<byte[]> requests = requests(bed.doors(), calls);
            byte[] rows = bed.anchors().rows(calls);
            send(requests);
            sendAgain(requests);
            copy(rows);
            writeLeast(calls);
        }
        tell();
    }

    static List<byte[]> requests(Door.Address doors, List<IngestCalls.Call> calls) {
        List<byte[]> requests = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += BATCH) {
            requests.add(doors.batch(calls.subList(from, Math.min(calls.size(), from + BATCH))));
        }
        return requests;
    }

    /** Sends all over several connections; gives the seconds until all are acknowledged. */
    static double sendAll(Door.Address doors, List<byte[]> requests) throws Exception {
        return Crew.run(CONNECTIONS, member -> {
            try (Door door = new Door(doors.server())) {
                for (int i = member; i < requests.size(); i += CONNECTIONS) {
                    door.send(requests.get(i));
                }
            }
        });
    }

    private void send(List<byte[]> requests) throws Exception {
        bed.store().execute("checkpoint");
        long before = bed.store().head();
        double used = bed.cpuSeconds();
        long begun = System.nanoTime();
        acknowledged.add(sendAll(bed.doors(), requests));
        bed.store().awaitJudged();
        judged.add((System.nanoTime() - begun) / 1e9);
        cpu.add(bed.cpuSeconds() - used);
        bed.expectLogged(before, events);
    }

    private void sendAgain(List<byte[]> requests) throws Exception {
        Store.Counts before = bed.store().counts();
        repeated.add(sendAll(bed.doors(), requests));
        bed.store().awaitJudged();
        Store.Counts after = bed.store().counts();
        if (!after.equals(before)) {
            throw new IllegalStateException("a repeated batch changed something: " + before + ", then " + after);
        }
    }

    private void copy(byte[] rows) throws SQLException, IOException {
        bed.store().execute("checkpoint");
        double used = bed.cpuSeconds();
        copied.add(bed.anchors().copy(rows));
        cpuOfCopy.add(bed.cpuSeconds() - used);
        bed.anchors().mustBeCopied();
    }

    private void writeLeast(List<IngestCalls.Call> calls) throws Exception {
        bed.store().execute("checkpoint");
        double used = bed.cpuSeconds();
        least.add(floor.write(calls));
        cpuOfLeast.add(bed.cpuSeconds() - used);
    }

    private void tell() {
        Report report = bed.report();
        Spread ratio = judged.over(copied);
        report.goal(
                SPEED,
                "batches of " + BATCH + " until judged, µs of wall time an event",
                ratio.median(),
                List.of(perEvent(judged), perEvent(copied), ratio.text("%.2f") + "x"));
        report.line("  judged events a second, of COPY's rows", rate(judged), rate(copied), share(ratio));
        report.line("  until acknowledged", perEvent(acknowledged), perEvent(copied), times(acknowledged, copied));
        report.line(
                "  CPU of server and database, µs an event", perEvent(cpu), perEvent(cpuOfCopy), times(cpu, cpuOfCopy));
        report.line(
                "  log, register and state alone, written with nothing else",
                perEvent(least),
                perEvent(copied),
                times(least, copied));
        report.line(
                "  CPU of the database for that",
                perEvent(cpuOfLeast),
                perEvent(cpuOfCopy),
                times(cpuOfLeast, cpuOfCopy));
        Spread again = repeated.over(acknowledged);
        report.goal(
                REPEAT,
                "the same batches again, against fresh ones, until acknowledged, µs",
                again.median(),
                List.of(perEvent(repeated), perEvent(acknowledged), again.text("%.2f") + "x"));
        report.line("  against fresh ones until judged", perEvent(repeated), perEvent(judged), times(repeated, judged));
        report.figure("judgedMicros", IngestBed.micros(judged.median(), events));
        report.figure("acknowledgedMicros", IngestBed.micros(acknowledged.median(), events));
        report.figure("copyMicros", IngestBed.micros(copied.median(), events));
        report.figure("judgedCpuMicros", IngestBed.micros(cpu.median(), events));
        report.figure("copyCpuMicros", IngestBed.micros(cpuOfCopy.median(), events));
        report.figure("leastMicros", IngestBed.micros(least.median(), events));
        report.figure("leastCpuMicros", IngestBed.micros(cpuOfLeast.median(), events));
        report.figure("judgedToCopy", ratio.median());
        report.figure("repeatedToFresh", again.median());
    }

    private static String times(Spread ours, Spread other) {
        // CPU is told in hundredths of a second, which a small COPY does not take
        return other.share(0) > 0 ? ours.over(other).text("%.2f") + "x" : "";
    }

    private static String share(Spread ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 / ratio.median());
    }

    private String rate(Spread seconds) {
        return String.format(Locale.ROOT, "%,.0f", events / seconds.median());
    }

    private String perEvent(Spread seconds) {
        return seconds.scaled(1e6 / events).text("%.1f");
    }
}
