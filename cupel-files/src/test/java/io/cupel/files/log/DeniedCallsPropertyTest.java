package io.cupel.files.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is believed of rows with words, against what is believed of each call by itself. */
class DeniedCallsPropertyTest {
    private static final List<String> MAILS = List.of("ann@a.example", "bob@b.example");

    @Test
    void aRowIsBelievedAsItsCallIs() {
        int[] changed = new int[1];
        Seeds.cases(300).check((seed, random) -> {
            List<Sighting> calls = new ArrayList<>();
            List<String> denials = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                calls.add(random.nextInt(5) == 0 ? word(random, i, denials) : call(random, i));
            }
            List<String> wanted = describe(Gathering.of(calls));
            assertThat(describe(gathered(calls, 1 << 20))).isEqualTo(wanted);
            assertThat(describe(gathered(calls, random.nextInt(100)))).isEqualTo(wanted);
            List<Sighting> undenied =
                    calls.stream().filter(call -> call.act() == null).toList();
            changed[0] += wanted.equals(describe(Gathering.of(undenied))) ? 0 : 1;
        });
        assertThat(changed[0]).isGreaterThan(Seeds.share(60));
    }

    private static Gathering gathered(List<Sighting> calls, long limit) {
        CallLog log = new CallLog(limit);
        Feeder feeder = log.feeder();
        for (Sighting call : calls) {
            log.add(feeder, call, 0);
            feeder.flush();
        }
        assertThat(log.settle()).isEmpty();
        log.takeIn(CompletableFuture.completedFuture(List.of()));
        return log.gather();
    }

    private static Sighting word(Random random, int number, List<String> denials) {
        String id = "w" + number;
        long at = random.nextInt(20);
        if (!denials.isEmpty() && random.nextInt(4) == 0) {
            String undone = denials.get(random.nextInt(denials.size()));
            return Sighting.act(Keys.NONE, Denial.restore(id, at, undone, ""));
        }
        denials.add(id);
        String visitor = (random.nextBoolean() ? "u" : "d") + random.nextInt(2);
        return Sighting.act(Keys.NONE, Denial.of(id, at, visitor, mail(random), ""));
    }

    private static String mail(Random random) {
        return MAILS.get(random.nextInt(2));
    }

    private static Sighting call(Random random, int number) {
        String user = random.nextInt(3) > 0 ? null : "u" + random.nextInt(2);
        List<String> mails = random.nextInt(3) > 0 ? List.of(mail(random)) : List.of();
        boolean isNamed = user != null || !mails.isEmpty();
        String device = isNamed && random.nextInt(4) == 0 ? null : "d" + random.nextInt(2);
        String previous = isNamed && random.nextInt(6) == 0 ? "d" + random.nextInt(2) : null;
        Keys keys = new Keys(user, mails, null, device, previous)
                .by(random.nextInt(3) > 0 ? Origin.BROWSER : Origin.SERVER);
        Map<String, Object> told = mails.isEmpty() || random.nextBoolean()
                ? Map.of()
                : Map.of("lead.email", mails.get(0), "lead.title", "T" + random.nextInt(2));
        Event event = new Event("m" + number, random.nextInt(20), EventType.PAGE, "", Map.of());
        return Sighting.call(keys, event, told, random.nextInt(5) == 0 ? "c.example" : null);
    }

    private static List<String> describe(Gathering gathering) {
        List<String> lines = new ArrayList<>();
        lines.add(gathering.identities().leads() + " " + gathering.identities().visitors());
        for (Evidence lead : gathering.evidence()) {
            lines.add(lead.lead() + " " + lead.events() + " " + lead.own().told());
            lead.company()
                    .forEach(belongs ->
                            lines.add(belongs.since() + " " + belongs.log().told()));
        }
        return lines;
    }
}
