package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.core.mail.Detector;
import io.cupel.core.mail.MailHit;
import io.cupel.core.mail.MailHit.Kind;
import io.cupel.testkit.Seeds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log is looked through to the end, whoever does it, in whatever order events come. */
class WatchIT {
    private static final int LEADS = 12;
    private static final int EVENTS = 1_200;
    private static final long SPAN_MILLIS = 8 * 60_000;

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);

    /** An event of a lead, as a call that names the lead by one of two keys. */
    private record Sent(int lead, MailHit hit, String call) {}

    private static String known(int lead, Instant at) {
        return "{\"type\":\"identify\",\"userId\":\"u%d\",\"messageId\":\"known-%d\",\"timestamp\":\"%s\"," //
                        .formatted(lead, lead, at)
                + "\"traits\":{\"email\":\"l%d@w.example\"}}".formatted(lead);
    }

    private Sent event(int number, Random random) {
        int lead = random.nextInt(LEADS);
        Kind kind = List.of(Kind.values()).get(random.nextInt(3));
        String mail = "m" + random.nextInt(3);
        String link = kind == Kind.CLICKED && random.nextInt(5) > 0 ? "l" + random.nextInt(4) : null;
        long at = begin.toEpochMilli() + (long) (random.nextDouble() * SPAN_MILLIS);
        String name = switch (kind) {
            case DELIVERED -> "Email Delivered";
            case OPENED -> "Email Opened";
            case CLICKED -> "Email Link Clicked";
        };
        String whose = random.nextBoolean()
                ? "\"userId\":\"u" + lead + "\""
                : "\"anonymousId\":\"d" + number + "\",\"context\":{\"traits\":{\"email\":\"l" + lead
                        + "@w.example\"}}";
        String call = "{\"type\":\"track\",\"event\":\"" + name + "\",\"messageId\":\"e" + number + "\"," + whose
                + ",\"timestamp\":\"" + Instant.ofEpochMilli(at) + "\",\"properties\":{\"message_id\":\"" + mail + "\""
                + (link == null ? "" : ",\"link_url\":\"" + link + "\"") + "}}";
        return new Sent(lead, new MailHit("e" + number, at, kind, mail, link, false, null), call);
    }

    private static Set<String> expected(List<Sent> all) {
        Map<Integer, List<MailHit>> leads = new HashMap<>();
        all.forEach(each ->
                leads.computeIfAbsent(each.lead, lead -> new ArrayList<>()).add(each.hit));
        Set<String> found = new TreeSet<>();
        leads.values().forEach(hits -> found.addAll(Detector.find(hits).keySet()));
        return found;
    }

    private static List<String> marked(AppUnderTest app) {
        return app.bean(JdbcClient.class)
                .sql("select event from judging.suspect where is_detected and mark is not null order by event")
                .query(String.class)
                .list();
    }

    private static void send(AppUnderTest app, String key, List<String> calls) {
        assertThat(app.send(Shipping.request(app.uri("/v1/batch?strict=1"), key, calls))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatMachinesDidIsFoundByTwoServersThatRestartInAnyOrderOfEvents() throws Exception {
        Random random = Seeds.random(5);
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            all.add(event(i, random));
        }
        all.sort((one, other) -> Long.compare(one.hit.at(), other.hit.at()));
        Collections.shuffle(all.subList(EVENTS / 2, EVENTS), random);
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh());
                AppUnderTest other = AppUnderTest.on(one.database())) {
            String key = Shipping.key(one);
            for (int lead = 0; lead < LEADS; lead++) {
                send(one, key, List.of(known(lead, begin.minusSeconds(60))));
            }
            Audit.awaitJudged(one);
            for (int from = 0; from < EVENTS; ) {
                int until = Math.min(EVENTS, from + 1 + random.nextInt(40));
                AppUnderTest to = random.nextInt(4) == 0 ? other : one;
                send(to, key, all.subList(from, until).stream().map(Sent::call).toList());
                if (random.nextInt(3) == 0) {
                    Audit.awaitJudged(to);
                }
                if (until > EVENTS / 3 && from <= EVENTS / 3) {
                    one.restart();
                }
                from = until;
            }
            Audit.awaitJudged(one);
            Set<String> expected = expected(all);
            assertThat(marked(one)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(expected.size()).isBetween(EVENTS / 20, EVENTS / 2);
        }
    }

    private String click(int lead, int number) {
        return "{\"type\":\"track\",\"event\":\"Email Link Clicked\",\"messageId\":\"c%d-%d\"," //
                        .formatted(lead, number)
                + "\"userId\":\"u%d\",\"timestamp\":\"%s\",\"properties\":{\"link\":\"l%d\"}}"
                        .formatted(lead, begin.plusSeconds(60 + number), number);
    }

    @Test
    void whoLooksKnowsWhatAnotherLookedAt() throws Exception {
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh());
                AppUnderTest other = AppUnderTest.on(one.database())) {
            String key = Shipping.key(one);
            for (AppUnderTest each : List.of(one, other)) {
                each.bean("watching", SideLoop.class).stop();
            }
            for (int i = 0; i < 3; i++) {
                send(one, key, List.of(click(3, i)));
                JudgingTables tables = one.bean(JudgingTables.class);
                while (tables.progress().position() <= i) {
                    Thread.sleep(1);
                }
                (i == 1 ? other : one).bean(Watch.class).watch();
            }
            assertThat(one.bean(JdbcClient.class)
                            .sql("select event from judging.suspect order by event")
                            .query(String.class)
                            .list())
                    .containsExactly("c3-0", "c3-1", "c3-2");
        }
    }

    @Test
    void whatWasErasedBeforeItWasLookedAtLeavesNothing() {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(app);
            SideLoop watching = app.bean("watching", SideLoop.class);
            send(app, key, List.of(known(1, begin), known(2, begin)));
            Audit.awaitJudged(app);
            watching.stop();
            List<String> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(click(1, i));
                calls.add(click(2, i));
            }
            send(app, key, calls);
            app.bean(Erasing.class).erase("u1", 1);
            watching.start();
            Audit.awaitJudged(app);
            assertThat(marked(app)).containsExactly("c2-0", "c2-1", "c2-2", "c2-3");
            assertThat(app.bean(JdbcClient.class)
                            .sql("select count(distinct who) from judging.mail")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
