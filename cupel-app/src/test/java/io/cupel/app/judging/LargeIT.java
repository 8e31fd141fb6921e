package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.people.Role;
import io.cupel.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company of very many leads and a lead of very many events harm nobody else: 1,500 and 6,000 of them, with
 * {@code -Dcupel.soak=true} 50,000 and 100,000.
 */
class LargeIT {
    private static final int LEADS = Boolean.getBoolean("cupel.soak") ? 50_000 : 1_500;

    private static final int EVENTS = Boolean.getBoolean("cupel.soak") ? 100_000 : 6_000;
    private static final int LATE = Boolean.getBoolean("cupel.soak") ? 900 : 200;

    private int calls;

    @Test
    void aCompanyOfVeryManyLeadsIsJudgedAsItsLogSays() throws Exception {
        Random random = Seeds.random(51);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            people.add(person(i));
            people.add(page(i));
        }
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(one);
            try (AppUnderTest other = AppUnderTest.on(one.database())) {
                List<AppUnderTest> both = List.of(one, other);
                Activation activation = new Activation(one);
                Shipping.send(both, key, people, random);
                Shipping.send(both, key, happenings(400, random), random);
                activation.inForce(Activation.starter("score: 60", "score: 20"));
                Shipping.send(both, key, happenings(400, random), random);
                activation.inForce(Activation.starter("score: 60", "score: 30", "employees < 200", "employees < 2000"));
                Shipping.send(both, key, happenings(400, random), random);
                Audit.of(other).isAsItsLogSays();
                assertThat(words(one)).as("what was told later").isGreaterThan(20);
            }
        }
    }

    /** How many words about companies all leads were told later. */
    private static long words(AppUnderTest app) {
        return app.bean(JdbcClient.class)
                .sql("select coalesce(last_value, 0) from pg_sequences where sequencename = 'word_number_seq'")
                .query(Long.class)
                .single();
    }

    @Test
    void othersAreJudgedBeforeALargeCompanyIsToldToItsEnd() throws Exception {
        Random random = Seeds.random(52);
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Driven driven = new Driven(app);
            LiveJudge judge = driven.judge;
            String key = Shipping.key(app);
            List<String> people = new ArrayList<>();
            for (int i = 0; i < LEADS; i++) {
                people.add(person(i));
            }
            Shipping.send(List.of(app), key, people, random);
            timed("people", driven::finishes);
            long before = app.bean(JudgingTables.class).progress().position();
            Shipping.send(List.of(app), key, List.of(company(1, 5_000)), random);
            Shipping.send(List.of(app), key, List.of(stranger()), random);
            timed("word", () -> assertThat(judge.judge()).isEqualTo(2));
            assertThat(app.bean(Leads.class).withKey("else@other.example")).isPresent();
            assertThat(written(app, before))
                    .as("leads written in that transaction")
                    .isEqualTo(2);
            Api ola = Api.of(app, "Ola", Role.ADMIN);
            assertThat(Api.json(ola.get("/api/status")).path("hearing").asInt()).isEqualTo(LEADS - 1);
            assertThat(driven.sweeping.tell()).isEqualTo(Sweeping.TOLD_MAX);
            assertThat(Api.json(ola.get("/api/status")).path("hearing").asInt())
                    .isEqualTo(LEADS - 1 - Sweeping.TOLD_MAX);
            timed("telling", driven::finishes);
            assertThat(Api.json(ola.get("/api/status")).path("hearing").asInt()).isZero();
            if (LEADS < 10_000) {
                Audit.of(app).isAsItsLogSays();
            }
        }
    }

    /** What must not be read is no JSON any more. */
    @Test
    void ofAVeryBusyLeadLittleIsReadForALateEventAndNothingForTheNext() throws Exception {
        Random random = Seeds.random(53);
        long now = System.currentTimeMillis();
        List<String> visits = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            visits.add(visit(now - 1_000L * (EVENTS - i) - 10_000));
        }
        try (AppUnderTest first = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(first);
            sendInOrder(first, key, visits);
            Audit.awaitJudged(first);
            first.bean(JudgingLoop.class).stop();
            try (AppUnderTest app = AppUnderTest.on(first.database())) {
                Driven driven = new Driven(app);
                LiveJudge judge = driven.judge;
                driven.finishes();
                JdbcClient db = app.bean(JdbcClient.class);
                hide(db, EVENTS - EVENTS / 10 - 3_000);
                sendInOrder(app, key, List.of(visit(now - 1_000L * EVENTS / 10)));
                timed("first late event", () -> assertThat(judge.judge()).isEqualTo(1));
                hide(db, EVENTS);
                List<String> late = new ArrayList<>();
                for (int i = 0; i < LATE; i++) {
                    late.add(visit(now - 1_000L * random.nextInt(EVENTS / 10)));
                }
                late.add(stranger());
                sendInOrder(app, key, late);
                timed("late events", () -> assertThat(judge.judge()).isEqualTo(LATE + 1));
                show(db);
                sendInOrder(app, key, List.of(visit(now - 1_000L * EVENTS / 2)));
                timed("a very late event", () -> assertThat(judge.judge()).isEqualTo(1));
                hide(db, EVENTS);
                sendInOrder(app, key, List.of(visit(now - 1_000L * EVENTS), visit(now - 1_000L * EVENTS / 3)));
                timed("two more", () -> assertThat(judge.judge()).isEqualTo(2));
                show(db);
                assertThat(app.bean(Leads.class).withKey("else@other.example")).isPresent();
                Audit.of(app).isAsItsLogSays();
            }
        }
    }

    private static void hide(JdbcClient db, int until) {
        db.sql("update intake.event set call = 'no ' || call where position <= :until and call not like 'no %'")
                .param("until", until)
                .update();
    }

    private static void show(JdbcClient db) {
        db.sql("update intake.event set call = substr(call, 4) where call like 'no %'")
                .update();
    }

    private String visit(long at) {
        String rest = """
                "timestamp":"%s","properties":{"path":"/pricing"}""";
        return call("page", 1, rest.formatted(Instant.ofEpochMilli(at)));
    }

    private static void sendInOrder(AppUnderTest app, String key, List<String> calls) {
        for (int from = 0; from < calls.size(); from += 500) {
            List<String> some = calls.subList(from, Math.min(calls.size(), from + 500));
            assertThat(app.send(Shipping.request(app.uri("/v1/batch?strict=1"), key, some))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Says how long, for who wants to know; nothing depends on it. */
    private static void timed(String what, Runnable work) {
        long since = System.nanoTime();
        work.run();
        System.out.printf("LargeIT: %s took %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }

    private static long written(AppUnderTest app, long behind) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from judging.state where position > :behind")
                .param("behind", behind)
                .query(Long.class)
                .single();
    }

    private String call(String type, int who, String rest) {
        return """
                {"type":"%s","messageId":"m%d","userId":"u%d",%s}""".formatted(type, calls++, who, rest);
    }

    private String person(int who) {
        return identify(who, who, who % 3 == 0 ? "CEO" : "VP of Sales");
    }

    private String identify(int who, int mail, String title) {
        return call("identify", who, """
                "traits":{"email":"p%d@giant.example","title":"%s"}""".formatted(mail, title));
    }

    private static String stranger() {
        return """
                {"type":"identify","messageId":"else","userId":"else","traits":{"email":"else@other.example"}}""";
    }

    private String page(int who) {
        return call("page", who, """
                "properties":{"path":"/pricing"}""");
    }

    private String company(int who, int employees) {
        return group(who, "giant", """
                "employees":%d,"revenue":9000000,"industry":"SaaS\"""".formatted(employees));
    }

    private String group(int who, String company, String traits) {
        return call("group", who, """
                "groupId":"%s.example","traits":{%s}""".formatted(company, traits));
    }

    /** What people do, what is told about their company, moves to another one and back, two who are one. */
    private List<String> happenings(int count, Random random) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int who = random.nextInt(310);
            switch (random.nextInt(12)) {
                case 0 -> all.add(company(who, List.of(60, 300, 5_000).get(random.nextInt(3))));
                case 1 ->
                    all.add(group(who, random.nextBoolean() ? "giant" : "small", """
                            "name":"N %d\"""".formatted(random.nextInt(9))));
                case 2 -> all.add(identify(who, random.nextInt(310), "CEO"));
                case 3 -> all.add(call("track", who, """
                            "event":"Demo Requested\""""));
                default -> all.add(page(who));
            }
        }
        return all;
    }
}
