package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.contract.ContractFile;
import io.cupel.core.evidence.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final Recent recent = new Recent();

    @Test
    void nothingIsKeptWhileNobodyJudges() {
        recent.add(entries(1, 3));
        assertThat(recent.after(0, 10)).isEmpty();
    }

    @Test
    void entriesComeInTheirOrderAndAsManyAsAreAskedFor() {
        want();
        recent.add(entries(5, 3));
        recent.add(entries(8, 2));
        assertThat(positions(4, 4)).containsExactly(5L, 6L, 7L, 8L);
        assertThat(positions(7, 4)).containsExactly(8L, 9L);
        assertThat(positions(9, 4)).isEmpty();
    }

    @Test
    void whatIsNotHereToItsBeginningIsLeftToTheLog() {
        want();
        recent.add(entries(5, 3));
        assertThat(positions(3, 10)).isEmpty();
        assertThat(positions(4, 10)).hasSize(3);
    }

    @Test
    void whatAnotherInstanceLoggedBetweenIsLeftToTheLog() {
        want();
        recent.add(entries(1, 3));
        recent.add(entries(5, 2));
        assertThat(positions(0, 10)).containsExactly(1L, 2L, 3L);
        assertThat(positions(3, 10)).isEmpty();
        assertThat(positions(4, 10)).containsExactly(5L, 6L);
    }

    @Test
    void whoWaitsHearsOnceOfWhatWasCommittedBefore() throws InterruptedException {
        recent.add(entries(1, 3));
        recent.add(entries(4, 1));
        assertThat(recent.awaitNews(Long.MAX_VALUE / 2)).isTrue();
        assertThat(recent.awaitNews(1)).isFalse();
    }

    @Test
    void whoWaitsIsWokenByWhatIsCommitted() throws InterruptedException {
        Thread appender = new Thread(() -> recent.add(entries(1, 1)));
        appender.start();
        assertThat(recent.awaitNews(Long.MAX_VALUE / 2)).isTrue();
        appender.join();
    }

    @Test
    void whereThereIsNoRoomWhatIsTakenNextStaysAndWhatIsBehindIsLeftToTheLog() {
        want();
        String call = "x".repeat(1 << 20);
        for (int i = 1; i <= 100; i++) {
            recent.add(List.of(entry(i, call)));
        }
        assertThat(positions(0, 100)).hasSize(32);
        assertThat(positions(30, 100)).containsExactly(31L, 32L);
        recent.add(List.of(entry(101, call)));
        assertThat(positions(32, 100)).isEmpty();
        assertThat(positions(100, 100)).containsExactly(101L);
    }

    private void want() {
        try {
            String text = Files.readString(Path.of("..", "examples", "contracts", "b2b-workshop.yaml"));
            recent.want(Objects.requireNonNull(
                    ContractFile.of("c.yaml", text).check().contract()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> positions(long behind, int limit) {
        return recent.after(behind, limit).stream()
                .map(each -> each.entry().position())
                .toList();
    }

    private static List<Recent.Entry> entries(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(position -> entry(position, "{}"))
                .toList();
    }

    private static Recent.Entry entry(long position, String call) {
        return new Recent.Entry(
                new LogEntry(position, Instant.EPOCH, Instant.EPOCH, 1, Origin.SERVER, call), null, null);
    }
}
