package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SideBySideTest {
    @TempDir
    private Path folder;

    @Test
    void eachCanWaitForTheOther() throws IOException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        SideBySide.run(
                () -> {
                    first.countDown();
                    await(second);
                },
                () -> {
                    await(first);
                    second.countDown();
                });
        assertThat(second.getCount()).isZero();
    }

    @Test
    void whatFailsFirstInterruptsTheOtherAndIsTold() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean isInterrupted = new AtomicBoolean();
        assertThatThrownBy(() -> SideBySide.run(
                        () -> {
                            await(begun);
                            throw new IOException("the first");
                        },
                        () -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                isInterrupted.set(true);
                                throw new IOException("the second", e);
                            }
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("the first");
        assertThat(isInterrupted).isTrue();
    }

    @Test
    void whatGoesWrongInTheSecondIsToldWhenTheFirstIsDone() {
        AtomicBoolean isDone = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> SideBySide.run(
                        () -> {
                            await(failed);
                            isDone.set(true);
                        },
                        () -> {
                            failed.countDown();
                            throw new IllegalStateException("the second");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the second");
        assertThat(isDone).isTrue();
    }

    /** The log is short and its first line is bad, the table is long and its last row is. */
    @Test
    void whatTheTablesHaveToTellComesFirst() throws IOException {
        Desk desk = new Desk(folder);
        desk.leads("email", "a@x.example\n".repeat(20_000) + "nobody")
                .events("{")
                .read();
        assertThat(desk.rejected).hasSize(2);
        assertThat(desk.rejected.get(0).file()).endsWith("leads0.csv");
        assertThat(desk.rejected.get(1).file()).endsWith("events0.jsonl");
    }

    @Test
    void oneDatabaseAtATimeReadsParquet() throws IOException {
        Path leads = Files.writeString(folder.resolve("l.csv"), "email,user_id\na@x.example,u-1\n");
        // more than a megabyte, of which the progress is told
        Path events = Files.writeString(
                folder.resolve("e.csv"),
                IntStream.range(0, 100_000)
                        .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)})
                                + ",track,Demo Requested,u-1,2026-03-01T10:00:00Z\n")
                        .collect(Collectors.joining("", "message_id,type,event,user_id,timestamp\n", "")));
        assertThat(readers(leads, events)).contains("cupel-calls");
        assertThat(readers(leads, parquet(events, Kind.EVENTS))).contains("cupel-calls");
        assertThat(readers(parquet(leads, Kind.LEADS), events)).contains("cupel-calls");
        assertThat(readers(parquet(leads, Kind.LEADS), parquet(events, Kind.EVENTS)))
                .isNotEmpty()
                .doesNotContain("cupel-calls");
    }

    private Path parquet(Path table, Kind kind) throws IOException {
        Path file = folder.resolve(kind + ".parquet");
        Conversion.Order order =
                new Conversion.Order(List.of(table), kind, Form.PARQUET, false, LeadFiles.Manner.plain(Desk.NOW, true));
        Conversion.run(order, file, LeadFiles.Listener.NONE);
        return file;
    }

    /** The threads that read these files. */
    private static Set<String> readers(Path leads, Path events) throws IOException {
        Set<String> names = ConcurrentHashMap.newKeySet();
        LeadFiles.Listener listener = new LeadFiles.Listener() {
            @Override
            public void progress(long bytesDone, long bytesTotal) {
                names.add(Thread.currentThread().getName());
            }

            @Override
            public void rejected(Rejected rejected) {}

            @Override
            public void note(String sentence) {}
        };
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        LeadFiles.read(Desk.contract(), new LeadFiles.Input(List.of(leads), List.of(events), manner), listener);
        return names;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
