package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ServerProcess;
import io.cupel.app.ground.TestDatabase;
import io.cupel.testkit.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Instances share the leads that are behind: in one that judges, in another, while one is in the middle of it, and when
 * it is killed there.
 */
class SharingIT {
    /** A version by which a company of very many people is not wanted. */
    private static final String LARGE = "company.employees > 1000";
    /** A version by which who buys is not wanted. */
    private static final String BUYERS = "lead.title.words(lists.buyers)";

    private static final int MANY = 220;
    private static final int FEW = 40;

    @TempDir
    Path folder;

    private int calls;

    private String excluding(String whom) throws Exception {
        return Activation.starter("lead.title.words(lists.students)", whom);
    }

    private AppUnderTest first() throws Exception {
        Path contract = Files.writeString(folder.resolve("contract.yaml"), excluding(LARGE));
        return AppUnderTest.on(TestDatabase.fresh(), "cupel.contract=" + contract);
    }

    /** Parts of either instance's work one after the other, in any order. */
    @Test
    void inAnyOrderItComesToWhatTheLogSays() throws Exception {
        Random random = Seeds.random(61);
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database())) {
            List<Driven> both = List.of(new Driven(one), new Driven(other));
            Activation activation = new Activation(one);
            String key = Shipping.key(one);
            Shipping.send(List.of(one), key, people(MANY, "giant.example"), random);
            both.get(0).judgesAll();
            for (String version :
                    List.of(BUYERS, "company.employees > 400", LARGE + " || lead.title.words(lists.founders)")) {
                Shipping.send(
                        List.of(one), key, List.of(company(random.nextInt(MANY), 300 + random.nextInt(900))), random);
                both.get(random.nextInt(2)).judgesAll();
                both.forEach(each -> assertThat(each.sweeping.tell(7)).isEqualTo(7));
                activation.inForce(excluding(version));
                both.get(random.nextInt(2)).judgesAll();
                both.forEach(each -> assertThat(each.sweeping.sweep(7)).isEqualTo(7));
                for (int i = 0; i < 12; i++) {
                    Shipping.send(List.of(one), key, happenings(15, random), random);
                    for (int j = 0; j < 6; j++) {
                        both.get(random.nextInt(2)).doesSomething(random, 30);
                    }
                }
            }
            both.get(random.nextInt(2)).finishes();
            Audit.of(other).isAsItsLogSays();
        }
    }

    @Test
    void anEntryOfALeadThatTakesItsTurnElsewhereIsJudgedAfterThat() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database());
                Gate gate = turning(one, other)) {
            Driven judging = new Driven(one);
            CompletableFuture<Integer> swept = beside(new Driven(other).sweeping::sweep);
            gate.awaitWaiting(1);
            send(one, page(5));
            CompletableFuture<Integer> judged = beside(judging.judge::judge);
            gate.awaitWaiting(2);
            gate.open();
            assertThat(done(swept)).isEqualTo(FEW);
            assertThat(done(judged)).isEqualTo(1);
            judging.finishes();
            assertThat(changes(one, 5)).containsExactly("LEAD", "DISQUALIFIED");
            Audit.of(one).isAsItsLogSays();
        }
    }

    @Test
    void anEntryOfALeadThatHearsSomethingElsewhereIsJudgedAfterThat() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database())) {
            Driven judging = new Driven(one);
            Driven telling = new Driven(other);
            Shipping.send(List.of(one), people(MANY, "giant.example"), Seeds.random(63));
            judging.judgesAll();
            send(one, company(0, 5_000));
            judging.judgesAll();
            try (Gate gate = Gate.beforeLists(one.database())) {
                CompletableFuture<Integer> told = beside(telling.sweeping::tell);
                gate.awaitWaiting(1);
                send(one, page(5));
                CompletableFuture<Integer> judged = beside(judging.judge::judge);
                gate.awaitWaiting(2);
                assertThat(judging.sweeping.tell()).isZero();
                assertThat(number(one, "select count(*) from judging.word")).isEqualTo(1);
                gate.open();
                assertThat(done(told)).isEqualTo(MANY - 1);
                assertThat(done(judged)).isEqualTo(1);
            }
            judging.finishes();
            assertThat(number(one, "select count(*) from judging.word")).isZero();
            // it still has this one in memory, as it was before it heard
            send(one, page(6));
            judging.finishes();
            for (int who : List.of(5, 6)) {
                assertThat(changes(one, who)).containsExactly("LEAD", "DISQUALIFIED");
            }
            Audit.of(one).isAsItsLogSays();
        }
    }

    @Test
    void whatOneHasInHandTheOtherLeavesOut() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database());
                Gate gate = turning(one, other)) {
            Driven slow = new Driven(one);
            Driven quick = new Driven(other);
            CompletableFuture<Integer> swept = beside(() -> slow.sweeping.sweep(7));
            gate.awaitWaiting(1);
            CompletableFuture<Integer> rest = beside(quick.sweeping::sweep);
            gate.awaitBefore(2);
            gate.open();
            assertThat(done(swept)).isEqualTo(7);
            assertThat(done(rest)).isEqualTo(FEW - 7);
            assertThat(List.of(slow.turned(), quick.turned())).containsExactly(7.0, FEW - 7.0);
            assertThat(quick.sweeping.sweep()).isZero();
            Audit.of(one).isAsItsLogSays();
        }
    }

    @Test
    void whatBecomesKnownMeanwhileIsHeardLater() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database())) {
            turning(one, other).close();
            Driven sweeping = new Driven(other);
            try (Gate gate = Gate.beforeWords(one.database())) {
                gate.with("""
                        insert into judging.word (company, position, received_at, known)
                        select 'c5.example', position + 1, now(), '{"company.employees":5000}' from judging.progress
                        """);
                CompletableFuture<Integer> swept = beside(sweeping.sweeping::sweep);
                gate.awaitBefore(1);
                gate.open();
                assertThat(done(swept)).isEqualTo(FEW);
            }
            assertThat(number(one, "select count(*) from judging.state where word > 0"))
                    .isZero();
            assertThat(sweeping.sweeping.tell()).isEqualTo(1);
        }
    }

    /** What was told is read again then, and nobody may be in the middle of what was told before. */
    @Test
    void aVersionThatReadsOtherAttributesBeginsAfterWhoSweeps() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database());
                Gate gate = turning(one, other)) {
            Driven judging = new Driven(one);
            CompletableFuture<Integer> swept = beside(new Driven(other).sweeping::sweep);
            gate.awaitWaiting(1);
            new Activation(one)
                    .inForce(excluding(BUYERS).replace("lists:", "attributes: {lead.last_name: text}\n\nlists:"));
            CompletableFuture<Integer> judged = beside(judging.judge::judge);
            gate.awaitWaiting(2);
            gate.awaitBefore(1);
            gate.open();
            assertThat(done(swept)).isEqualTo(FEW);
            assertThat(done(judged)).isEqualTo(1);
            judging.finishes();
            assertThat(one.bean(Turns.class).find(3).orElseThrow().left()).isZero();
            Audit.of(one).isAsItsLogSays();
        }
    }

    /** What it sees is not of before it waited. */
    @Test
    void nobodyIsSweptWhileSomebodyHoldsAllLeads() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database())) {
            turning(one, other).close();
            Driven sweeping = new Driven(other);
            try (Gate gate = Gate.beforeLeases(one.database())) {
                CompletableFuture<Integer> swept = beside(sweeping.sweeping::sweep);
                gate.awaitWaiting(1);
                gate.with("update judging.turn set state = 'STOPPED' where number = 2")
                        .open();
                assertThat(done(swept)).isZero();
            }
            one.bean(Turns.class).resume(2);
            assertThat(sweeping.sweeping.sweep()).isEqualTo(FEW);
        }
    }

    @Test
    void whoIsErasedIsNotSweptAnyMore() throws Exception {
        try (AppUnderTest one = first();
                AppUnderTest other = AppUnderTest.on(one.database());
                Gate gate = turning(one, other)) {
            Driven sweeping = new Driven(other);
            new Driven(one);
            CompletableFuture<Integer> swept = beside(sweeping.sweeping::sweep);
            gate.awaitWaiting(1);
            CompletableFuture<Integer> erased =
                    beside(() -> one.bean(Erasing.class).erase("u5", 1).entries());
            gate.awaitWaiting(2);
            gate.open();
            assertThat(done(swept)).isEqualTo(FEW);
            assertThat(done(erased)).isEqualTo(1);
            assertThat(one.bean(Leads.class).withKey("u5")).isEmpty();
            assertThat(number(one, "select count(*) from judging.state where turn = 2"))
                    .isEqualTo(FEW - 1);
        }
    }

    @Test
    void whatAKilledServerHadInHandIsTakenByAnother() throws Exception {
        try (AppUnderTest one = first()) {
            Driven left = new Driven(one);
            Shipping.send(List.of(one), people(FEW, "c%d.example"), Seeds.random(64));
            left.judgesAll();
            try (ServerProcess killed = ServerProcess.start(
                            folder.resolve("data"),
                            "--database-url",
                            one.database().url());
                    Gate gate = Gate.beforeLists(one.database())) {
                new Activation(one).inForce(excluding(BUYERS));
                gate.awaitWaiting(1);
                killed.kill();
                assertThat(left.sweeping.sweep())
                        .as("while its connection lives on")
                        .isZero();
                assertThat(one.bean(Turns.class).find(2).orElseThrow().left()).isEqualTo(FEW);
                gate.open();
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while (left.sweeping.sweep() == 0) {
                    assertThat(System.nanoTime()).isLessThan(until);
                    LockSupport.parkNanos(2_000_000);
                }
            }
            assertThat(left.turned()).isEqualTo(FEW);
            left.finishes();
            Audit.of(one).isAsItsLogSays();
        }
    }

    /**
     * Two driven instances, where a version is in force by which all leads have to take a turn; who writes one waits.
     */
    private Gate turning(AppUnderTest one, AppUnderTest other) throws Exception {
        Driven judging = new Driven(one);
        new Driven(other);
        Shipping.send(List.of(one), people(FEW, "c%d.example"), Seeds.random(64));
        judging.judgesAll();
        new Activation(one).inForce(excluding(BUYERS));
        judging.judgesAll();
        return Gate.beforeLists(one.database());
    }

    private static CompletableFuture<Integer> beside(IntSupplier work) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        done.complete(work.getAsInt());
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        return done;
    }

    private static int done(CompletableFuture<Integer> work) throws Exception {
        return work.get(60, TimeUnit.SECONDS);
    }

    /** Into which stages a lead came. */
    private static List<String> changes(AppUnderTest app, int who) {
        long number = app.bean(Leads.class).withKey("u" + who).orElseThrow();
        return app.bean(JdbcClient.class)
                .sql("select to_stage from judging.transition where lead = :lead order by number")
                .param("lead", number)
                .query(String.class)
                .list();
    }

    private static long number(AppUnderTest app, String sql) {
        return app.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private void send(AppUnderTest app, String call) throws Exception {
        assertThat(app.send(Shipping.request(app.uri("/v1/batch?strict=1"), Shipping.key(app), List.of(call)))
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> people(int count, String domain) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(call("identify", i, """
                    "traits":{"email":"p%d@%s","title":"VP of Sales"}""".formatted(i, domain.formatted(i))));
        }
        return people;
    }

    private List<String> happenings(int count, Random random) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int who = random.nextInt(MANY);
            switch (random.nextInt(30)) {
                case 0 -> all.add(company(who, List.of(300, 500, 5_000).get(random.nextInt(3))));
                case 1 -> all.add(call("identify", who, """
                        "traits":{"email":"p%d@giant.example","title":"CEO"}""".formatted(random.nextInt(MANY))));
                case 2 -> all.add(call("track", who, "\"event\":\"Demo Requested\""));
                default -> all.add(page(who));
            }
        }
        return all;
    }

    private String page(int who) {
        return call("page", who, "\"properties\":{\"path\":\"/pricing\"}");
    }

    private String company(int who, int employees) {
        return call("group", who, """
                "groupId":"giant.example","traits":{"employees":%d}""".formatted(employees));
    }

    private String call(String type, int who, String rest) {
        return """
                {"type":"%s","messageId":"m%d","userId":"u%d",%s}""".formatted(type, calls++, who, rest);
    }
}
