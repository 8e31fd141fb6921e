package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
