package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import io.cupel.core.evidence.Origin;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One text may be the id of a user, of a browser, what an alias speaks of, and an address, in any order and with the
 * judge's memory lost between.
 */
class SharedNamesIT {
    private static final int ROUNDS = 60;
    private static final int CALLS = 5;

    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private int sent;

    @Test
    void whatIsCalledAlikeIsToldApart() throws Exception {
        Random random = Seeds.random(7);
        Api ola = Api.of(app, "Ola", Role.ADMIN);
        String server = Shipping.key(app, Origin.SERVER);
        String browser = Shipping.key(app, Origin.BROWSER);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(call(random, round / 6));
            }
            Shipping.send(List.of(app), random.nextBoolean() ? server : browser, calls, random);
            if (random.nextInt(3) > 0) {
                forget();
            }
        }
        forget();
        Audit.of(app).isAsItsLogSays();
        for (LeadRow row :
                app.bean(Leads.class).list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 1_000)) {
            assertThat(ola.get("/api/claims?lead=" + row.number()).statusCode()).isEqualTo(200);
        }
    }

    /** All is judged, and read again from the database when it is wanted next. */
    private static void forget() {
        app.bean(LiveJudge.class).alone(still -> 0);
    }

    /** By names of a few people, so that they meet, of others after a while, so that not all become one. */
    private String call(Random random, int people) {
        sent++;
        StringBuilder call = new StringBuilder("{\"messageId\":\"n" + sent + "\",\"timestamp\":\"2026-0"
                + (1 + random.nextInt(6)) + "-01T00:00:" + (10 + sent % 50) + "Z\"");
        int what = random.nextInt(10);
        if (what == 0) {
            call.append(",\"type\":\"alias\",\"previousId\":\"").append(name(random, people));
            return call.append("\",\"userId\":\"")
                    .append(name(random, people))
                    .append("\"}")
                    .toString();
        }
        call.append(what < 6 ? ",\"type\":\"page\"" : ",\"type\":\"identify\"");
        if (random.nextInt(3) > 0) {
            call.append(",\"userId\":\"").append(name(random, people)).append('"');
        }
        call.append(",\"anonymousId\":\"").append(name(random, people)).append('"');
        if (random.nextInt(3) == 0) {
            call.append(",\"context\":{\"traits\":{\"email\":\"")
                    .append(mail(random, people))
                    .append("\"}}");
        }
        return call.append('}').toString();
    }

    private static String name(Random random, int people) {
        return random.nextInt(5) == 0 ? mail(random, people) : "n" + people + random.nextInt(4);
    }

    private static String mail(Random random, int people) {
        return "n" + people + random.nextInt(3) + "@shared.example";
    }
}
