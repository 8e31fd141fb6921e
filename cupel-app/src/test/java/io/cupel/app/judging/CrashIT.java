package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ServerProcess;
import io.cupel.app.ground.TestDatabase;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments while events come in, are judged, and leads go over to the next version: 3 times, with
 * {@code -Dcupel.soak=true} 24 times.
 */
class CrashIT {
    private static final int KILLS = Boolean.getBoolean("cupel.soak") ? 24 : 3;
    /** Acknowledged requests between the beginning of a round and its kill, at most; each round has more to send. */
    private static final int REQUESTS_MAX = 60;

    private static final int MOMENT_NANOS = 30_000_000;
    private static final Pattern KEY = Pattern.compile("sk_\\w+");

    @TempDir
    Path folder;

    private ServerProcess server;

    private enum Victim {
        APPLICATION,
        DATABASE,
        BOTH
    }

    @Test
    void whatIsAcknowledgedIsThereOnceAndJudgedAsItsLogSaysWhateverIsKilled() throws Exception {
        long seed = Long.getLong("cupel.seed", 1);
        Random random = Seeds.random(seed);
        Path file = folder.resolve("year.jsonl");
        List<String> calls = YearOfCalls.write(200 + 50 * KILLS, file);
        Collections.shuffle(calls, random);
        server = ServerProcess.start(folder.resolve("data"));
        try {
            Set<String> acknowledged = sendUnderKills(seed, random, calls);
            assertThat(acknowledged).isEqualTo(YearOfCalls.messageIds(calls));
            try (AppUnderTest beside = AppUnderTest.on(new TestDatabase(server.database()))) {
                Audit.of(beside).holdsOnce(acknowledged).isAsItsLogSays().scoresAs(file, null);
            }
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + " (again with -Dcupel.seed=" + seed + "): " + e.getMessage(), e);
        } finally {
            server.close();
        }
    }

    private Set<String> sendUnderKills(long seed, Random random, List<String> calls) throws IOException {
        Matcher key = KEY.matcher(server.words());
        assertThat(key.find()).isTrue();
        try (Insisting clients = new Insisting(key.group(), server.uri("/v1/batch"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                clients.bring(calls.subList(part(calls, kill), part(calls, kill + 1)), random);
                int until = clients.answers() + 1 + random.nextInt(REQUESTS_MAX);
                server.await("events come in", () -> clients.answers() >= until);
                Activation.inForce(
                        server, kill + 2, Activation.starter("score: 60", "score: " + (20 + 10 * (kill % 5))));
                LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
                Victim victim = Victim.values()[(kill + (int) seed) % 3];
                long since = System.nanoTime();
                int missing = missing(clients, calls, kill);
                kill(victim, random);
                clients.turnTo(server.uri("/v1/batch"));
                int before = clients.answers();
                server.await("events come in again", () -> clients.answers() > before + 4);
                System.out.printf(
                        "CrashIT, seed %d: %s killed with %d calls to come; back after %d ms; answers so far %s%n",
                        seed, victim, missing, (System.nanoTime() - since) / 1_000_000, clients.heard());
            }
            server.await("all is acknowledged", () -> clients.acknowledged().size() == calls.size());
            assertThat(clients.heard().keySet()).isSubsetOf("200", "429", "503", "none");
            return clients.acknowledged();
        }
    }

    private static int part(List<String> calls, int round) {
        return (int) ((long) calls.size() * round / KILLS);
    }

    private static int missing(Insisting clients, List<String> calls, int round) {
        return part(calls, round + 1) - clients.acknowledged().size();
    }

    private void kill(Victim victim, Random random) throws IOException {
        switch (victim) {
            case APPLICATION -> {
                server.kill();
                startAnew();
            }
            case DATABASE -> server.killDatabase();
            case BOTH -> {
                boolean isDatabaseFirst = random.nextBoolean();
                if (isDatabaseFirst) {
                    server.killDatabase();
                    LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
                }
                server.kill();
                if (!isDatabaseFirst) {
                    server.killDatabase();
                }
                startAnew();
            }
        }
    }

    private void startAnew() throws IOException {
        server.close();
        server = ServerProcess.start(folder.resolve("data"));
    }
}
