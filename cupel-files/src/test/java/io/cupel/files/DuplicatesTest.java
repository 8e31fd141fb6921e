package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
    @TempDir
    private Path folder;

    private static String call(String id, String more) {
        return "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"" + id + "\"," + more + "}";
    }

    private Population read(String... lines) {
        return new Desk(folder).events(lines).read();
    }

    @Test
    void theSameCallThreeTimesIsOne() {
        String call = call("m", "\"timestamp\":\"2026-03-01T09:00:00Z\"");
        Population population = read(call, call, call);
        assertThat(Desk.only(population).events()).hasSize(1);
        assertThat(population.counts().calls()).isEqualTo(1);
        assertThat(population.counts().duplicates()).isEqualTo(2);
        assertThat(population.counts().differing()).isZero();
    }

    @Test
    void aCallSentAgainSaysTheSame() {
        String said = "\"timestamp\":\"2026-03-01T09:00:00Z\",\"properties\":{\"a\":1,\"b\":2}";
        String again = "\"properties\":{\"b\":2.0,\"a\":1},\"timestamp\":\"2026-03-01T09:00:00Z\",\"sentAt\":"
                + "\"2026-03-01T09:00:09Z\",\"receivedAt\":\"2026-03-01T09:00:09Z\",\"integrations\":{\"All\":true}";
        Population population = read(call("m", said), call("m", again));
        assertThat(population.counts().duplicates()).isEqualTo(1);
        assertThat(population.counts().differing()).isZero();
    }

    @Test
    void ofCopiesThatDifferTheEarliestCounts() {
        String late = call("m", "\"timestamp\":\"2026-03-01T09:00:01Z\",\"name\":\"a\"");
        String early = call("m", "\"timestamp\":\"2026-03-01T09:00:00Z\",\"name\":\"b\"");
        assertThat(Desk.onlyEvent(read(late, early)).name()).isEqualTo("b");
        assertThat(Desk.onlyEvent(read(early, late)).name()).isEqualTo("b");
        assertThat(read(early, late).counts().differing()).isEqualTo(1);
    }

    @Test
    void ofCopiesOfOneTimeTheLeastContentCounts() {
        String at = "\"timestamp\":\"2026-03-01T09:00:00Z\",\"name\":";
        String a = call("m", at + "\"a\"");
        String b = call("m", at + "\"b\"");
        String c = call("m", "\"timestamp\":\"2026-03-01T09:00:05Z\",\"name\":\"0\"");
        for (String[] lines : new String[][] {{a, b, c}, {b, a, c}, {c, b, a}, {b, c, a, b}}) {
            Population population = read(lines);
            assertThat(Desk.onlyEvent(population).name()).isEqualTo("a");
            assertThat(population.counts().differing()).isEqualTo(1);
        }
    }

    @Test
    void aCallWithoutIdIsKnownByWhatItSays() {
        String first = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T09:00:00Z\"}";
        String same = "{\"userId\":\"u\",\"timestamp\":\"2026-03-01T09:00:00Z\",\"type\":\"page\",\"writeKey\":\"k\"}";
        String other = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T09:00:00.001Z\"}";
        Population population = read(first, same, other, "{\"batch\":[" + first + "]}");
        assertThat(population.counts().calls()).isEqualTo(2);
        assertThat(population.counts().duplicates()).isEqualTo(2);
        assertThat(Desk.only(population).events())
                .allSatisfy(event -> assertThat(event.id()).matches("[0-9a-f]{64}"));
    }

    @Test
    void whatIsRefusedIsNoDuplicate() {
        Population population = read(call("m", "\"timestamp\":\"soon\""), call("m", "\"timestamp\":\"2026-03-01\""));
        assertThat(population.counts().duplicates()).isZero();
        assertThat(population.counts().calls()).isEqualTo(1);
    }
}
