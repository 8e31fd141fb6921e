package io.cupel.app.judging;

import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.Recent;
import io.cupel.app.people.Role;
import io.cupel.core.evidence.Review;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Versions that come into force while events come in. */
class TurnsIT {
    @TempDir
    Path folder;

    @Test
    void aYearWithThreeActivationsInItIsJudgedAsItsLogSays() throws Exception {
        List<String> calls = YearOfCalls.write(300, folder.resolve("year.jsonl"));
        int part = calls.size() / 4;
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(one);
            try (AppUnderTest other = AppUnderTest.on(one.database())) {
                List<AppUnderTest> both = List.of(one, other);
                Activation activation = new Activation(one);
                Shipping.send(both, key, calls.subList(0, part), Seeds.random(21));
                activation.inForce(Activation.starter("score: 60", "score: 30"));
                Shipping.send(both, key, calls.subList(part, 2 * part), Seeds.random(22));
                activation.inForce(Activation.starter("score: 60", "score: 20", "points: 20", "points: 25"));
                activation.inForce(withOtherAttributes("score: 15"));
                Shipping.send(both, key, calls.subList(2 * part, calls.size()), Seeds.random(23));
                Audit.of(other).holdsOnce(YearOfCalls.messageIds(calls)).isAsItsLogSays();
                assertThat(one.bean(JudgingTables.class).turns().before(10, 10))
                        .hasSize(4)
                        .allMatch(turn -> turn.state() == Turn.State.DONE && turn.left() == 0);
            }
        }
    }

    private static String withOtherAttributes(String score) throws IOException {
        return Activation.starter("score: 60", score, "lists:", "attributes: {lead.last_name: text}\n\nlists:");
    }

    @Test
    void anActivationIsNewsForTheJudgeAndASignatureIsNone() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Driven driven = new Driven(app);
            Recent recent = app.bean(EventLog.class).recent();
            driven.judgesAll();
            recent.awaitNews(0);
            Activation activation = new Activation(app);
            activation.signed(Activation.starter("score: 60", "score: 20"));
            assertThat(recent.awaitNews(0)).isFalse();
            activation.inForce(Activation.starter("score: 60", "score: 30"));
            assertThat(recent.awaitNews(0)).isTrue();
        }
    }

    /** The judge does nothing by itself, but is driven: a few leads at a time, in any order with all else. */
    @Test
    void aSweepIsStoppedAndResumedAndTheNextVersionComesMeanwhile() throws Exception {
        List<String> calls = YearOfCalls.write(300, folder.resolve("year.jsonl"));
        Random random = Seeds.random(41);
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Driven driven = new Driven(app);
            Activation activation = new Activation(app);
            String key = Shipping.key(app);
            int part = calls.size() / 5;
            Shipping.send(List.of(app), key, calls.subList(0, 2 * part), random);
            driven.judgesAll();
            activation.inForce(Activation.starter("score: 60", "score: 30"));
            driven.judgesAll();
            stopsAndResumes(Api.of(app, "Ola", Role.ADMIN), driven, () -> {
                Shipping.send(List.of(app), key, calls.subList(2 * part, 3 * part), random);
                return null;
            });
            activation.inForce(Activation.starter("score: 60", "score: 20", "points: 20", "points: 25"));
            Shipping.send(List.of(app), key, calls.subList(3 * part, 4 * part), random);
            judgesSome(driven, random);
            app.bean(Tray.class).all(TrayQuery.ALL, null, Review.Verdict.RELEASE, "Ola");
            judgesSome(driven, random);
            activation.inForce(withOtherAttributes("score: 18"));
            Shipping.send(List.of(app), key, calls.subList(4 * part, calls.size()), random);
            finishes(driven, random);
            assertThat(Api.code(Api.of(app, "Ola", Role.ADMIN).post("/api/turns/2/stop", "")))
                    .isEqualTo("CUP-API-061");
            Audit.of(app).isAsItsLogSays();
            assertThat(app.bean(JudgingTables.class).turns().all()).hasSize(4);
        }
    }

    private static void stopsAndResumes(Api ola, Driven driven, java.util.concurrent.Callable<Void> meanwhile)
            throws Exception {
        assertThat(driven.sweeping.sweep(7)).isEqualTo(7);
        JsonNode stopped = json(ola.post("/api/turns/2/stop", ""));
        assertThat(stopped.path("state").asString()).isEqualTo("stopped");
        long left = stopped.path("left").asLong();
        assertThat(left).isEqualTo(stopped.path("leads").asLong() - 7).isPositive();
        assertThat(driven.sweeping.sweep(7)).isZero();
        meanwhile.call();
        driven.judge.judge();
        assertThat(json(ola.get("/api/status")).path("turning").asLong()).isLessThan(left);
        JsonNode resumed = json(ola.post("/api/turns/2/resume", ""));
        assertThat(resumed.path("state").asString()).isEqualTo("running");
    }

    private static void judgesSome(Driven driven, Random random) {
        for (int i = 0; i < 6; i++) {
            if (random.nextBoolean()) {
                driven.judge.judge();
            } else {
                driven.sweeping.sweep(1 + random.nextInt(9));
            }
        }
    }

    private static void finishes(Driven driven, Random random) {
        while (driven.judge.judge() + driven.sweeping.sweep(1 + random.nextInt(40)) > 0) {
            driven.judge.expire();
        }
    }
}
