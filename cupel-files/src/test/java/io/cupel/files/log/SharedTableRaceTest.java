package io.cupel.files.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking for texts waits for nobody, so that it must not be misled by what is put in meanwhile. */
final class SharedTableRaceTest {
    private static final int ROUNDS = 500;
    private static final int THREADS = 3;
    private static final int TEXTS = 2_000;

    @Test
    void aTextHasOneNumberForAllThreads() throws Exception {
        byte[][] texts = IntStream.range(0, TEXTS)
                .mapToObj(i -> ("visitor-" + i).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        ExecutorService crew = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                SharedTable table = new SharedTable();
                List<Future<int[]>> told = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int step = 3 + 4 * thread; // each in an order of its own: 3, 7, 11 of 2,000
                    told.add(crew.submit(() -> numbers(table, texts, step)));
                }
                int[] right = numbers(table, texts, 1);
                for (Future<int[]> each : told) {
                    assertThat(each.get()).isEqualTo(right);
                }
                assertThat(right).doesNotHaveDuplicates();
            }
        } finally {
            crew.shutdownNow();
        }
    }

    private static int[] numbers(SharedTable table, byte[][] texts, int step) {
        int[] numbers = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            int place = i * step % texts.length;
            numbers[place] = table.number(texts[place], 0, texts[place].length);
        }
        return numbers;
    }
}
