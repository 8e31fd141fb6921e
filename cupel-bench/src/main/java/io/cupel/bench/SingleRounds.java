package io.cupel.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Single events, one acknowledgement each, beside single rows committed with a score (goal B3). */
final class SingleRounds {
    private static final int CLIENTS = 128;
    private static final int WARM_UP_SECONDS = 2;
    /** 0.5 and 1 times the commits of a second, turned round: the smaller the better. */
    private static final Report.Goal SPEED = new Report.Goal("B3", 2, 1);

    private final IngestBed bed;
    private final Spread acknowledged = new Spread();
    private final Spread judged = new Spread();
    private final Spread commits = new Spread();

    SingleRounds(IngestBed bed) {
        this.bed = bed;
    }

    /** One round more than counts, to warm up. */
    void run() throws Exception {
        int seconds = bed.options().singleSeconds();
        for (int round = 0; round <= bed.options().rounds(); round++) {
            if (round == 1) {
                List.of(acknowledged, judged, commits).forEach(Spread::clear);
            }
            String which = round == 0
                    ? "to warm up"
                    : "round " + round + " of " + bed.options().rounds();
            IngestBed.say("single events, " + which);
            send(round == 0 ? WARM_UP_SECONDS : seconds);
            bed.store().execute("checkpoint");
            commits.add(bed.anchors().singleCommits(round == 0 ? WARM_UP_SECONDS : seconds));
        }
        Spread ratio = commits.over(acknowledged);
        bed.report()
                .goal(
                        SPEED,
                        "single events, " + CLIENTS + " clients, a second (16 that commit rows)",
                        ratio.median(),
                        List.of(acknowledged.text("%,.0f"), commits.text("%,.0f"), ratio.text("%.2f") + "x less"));
        bed.report().line("  judged a second, until all of them are", judged.text("%,.0f"));
        bed.report().figure("singlesPerSecond", acknowledged.median());
        bed.report().figure("singlesJudgedPerSecond", judged.median());
        bed.report().figure("singleCommitsPerSecond", commits.median());
    }

    private void send(int seconds) throws Exception {
        bed.store().execute("checkpoint");
        long before = bed.store().head();
        AtomicLong answers = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        double took = Crew.run(CLIENTS, member -> {
            try (Door door = new Door(bed.doors().server())) {
                while (System.nanoTime() < end) {
                    door.send(bed.doors().single(bed.calls().next()));
                    answers.incrementAndGet();
                }
            }
        });
        bed.store().awaitJudged();
        acknowledged.add(answers.get() / took);
        judged.add(answers.get() / ((System.nanoTime() - begun) / 1e9));
        bed.expectLogged(before, answers.get());
    }
}
