package io.cupel.files.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Told;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A log on the disk, and one in memory, against each call kept as it is. */
class SpillPropertyTest {
    private static final long MUCH = 1 << 20;

    @Test
    void whatIsOnDiskSaysTheSameAsWhatIsInMemory() {
        Seeds.cases(300).check((seed, random) -> {
            List<Sighting> calls = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                calls.add(call(random, i));
            }
            Sighting row = Sighting.row(keys("u1", null), Told.BEFORE_ALL, "0", Map.of("lead.title", "CEO"), null);
            List<Sighting> all = new ArrayList<>(calls);
            all.add(row);
            List<String> plain = describe(Gathering.of(all));
            assertThat(describe(gather(logged(calls, MUCH), row))).isEqualTo(plain);
            CallLog spilled = logged(calls, random.nextInt(100));
            assertThat(describe(gather(spilled, row))).isEqualTo(plain);
        });
    }

    @Test
    void copiesAreFoundOnDisk() {
        Sighting early = event("u1", null, "m", 5, "a");
        Sighting late = event("u1", null, "m", 6, "b");
        for (long limit : new long[] {0, MUCH}) {
            CallLog log = new CallLog(limit);
            Feeder feeder = log.feeder();
            log.add(feeder, late, 1);
            log.add(feeder, early, 2);
            log.add(feeder, late, 1);
            feeder.flush();
            assertThat(log.settle()).isEmpty();
            assertThat(log.isSpilled()).isEqualTo(limit == 0);
            assertThat(log.duplicates()).isEqualTo(2);
            assertThat(log.differing()).isEqualTo(1);
            assertThat(log.size()).isEqualTo(1);
            assertThat(log.newest(10).at()).hasValue(5);
            assertThat(log.gather().evidence(0).events())
                    .extracting(Event::name)
                    .containsExactly("a");
        }
    }

    @Test
    void copiesOfOneTimeThatDifferAreTied() {
        for (long limit : new long[] {0, MUCH}) {
            CallLog log = new CallLog(limit);
            Feeder feeder = log.feeder();
            log.add(feeder, event("u1", null, "m", 5, "b"), 1);
            log.add(feeder, event("u2", null, "m", 5, "a"), 2);
            feeder.flush();
            assertThat(log.settle()).containsExactly("m");
            log.add(feeder, event("u2", null, "m", 5, "a"), 2);
            feeder.flush();
            assertThat(log.size()).isEqualTo(1);
            Gathering gathering = log.gather();
            assertThat(gathering.identities().leads()).containsExactly("u2");
        }
    }

    private static Gathering gather(CallLog log, Sighting row) {
        log.takeIn(CompletableFuture.completedFuture(List.of(row)));
        return log.gather();
    }

    private static CallLog logged(List<Sighting> calls, long limit) {
        CallLog log = new CallLog(limit);
        Feeder feeder = log.feeder();
        for (Sighting call : calls) {
            log.add(feeder, call, 0);
            feeder.flush();
        }
        assertThat(log.settle()).isEmpty();
        return log;
    }

    private static Sighting call(Random random, int number) {
        String user = random.nextInt(3) == 0 ? null : "u" + random.nextInt(5);
        String browser = user == null || random.nextBoolean() ? "b" + random.nextInt(4) : null;
        String id = random.nextBoolean()
                ? "m" + "x".repeat(random.nextInt(30)) + number
                : new java.util.UUID(random.nextLong(), number).toString();
        Sighting event = event(user, browser, id, random.nextInt(20), "n" + random.nextInt(3));
        if (random.nextInt(4) > 0) {
            return event;
        }
        Map<String, Object> told =
                Map.of("lead.title", "T" + random.nextInt(3), "company.name", "C" + random.nextInt(3));
        Event happened = event.event();
        assertThat(happened).isNotNull();
        return happened == null
                ? event
                : Sighting.call(event.keys(), happened, told, random.nextBoolean() ? "acme.example" : null);
    }

    private static Sighting event(@Nullable String user, @Nullable String browser, String id, long at, String name) {
        Event event = new Event(id, at, EventType.TRACK, name, Map.of("properties.x", name));
        return Sighting.call(keys(user, browser), event, Map.of(), null);
    }

    private static Keys keys(@Nullable String user, @Nullable String browser) {
        return new Keys(user, List.of(), null, browser, null);
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
