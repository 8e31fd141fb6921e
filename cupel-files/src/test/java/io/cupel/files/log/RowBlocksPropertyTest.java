package io.cupel.files.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowBlocksPropertyTest {
    private static final int ARRAYS = 160;
    private static final int ROOM = 512;
    private static final int LARGEST = Row.ID + 100;

    @Test
    void rowsAppendedInOnePieceStandWhereTheyWouldOneByOne() {
        Seeds.cases(20).check((seed, random) -> {
            RowBlocks atOnce = new RowBlocks(new SpareBlocks());
            RowBlocks oneByOne = new RowBlocks(new SpareBlocks());
            for (int i = 0; i < ARRAYS; i++) {
                long[] staged = new long[ROOM];
                int end = stage(random, staged);
                int count = 0;
                for (int row = 0; row < end; row += Row.size(staged, row)) {
                    oneByOne.append(staged, row);
                    count++;
                }
                assertThat(atOnce.appendAll(staged, end)).isEqualTo(count);
            }
            assertThat(atOnce.blocks()).hasSizeGreaterThan(1);
            assertThat(told(atOnce)).isEqualTo(told(oneByOne));
        });
    }

    @Test
    void nothingIsAppendedOfAnEmptyArray() {
        RowBlocks rows = new RowBlocks(new SpareBlocks());
        assertThat(rows.appendAll(new long[ROOM], 0)).isZero();
        assertThat(rows.blocks()).isEmpty();
    }

    /** Fills an array; gives where the rows end. */
    private static int stage(Random random, long[] staged) {
        int end = 0;
        while (end + LARGEST <= staged.length) {
            byte[] id = "x".repeat(1 + random.nextInt(700)).getBytes(StandardCharsets.UTF_8);
            int length = Row.writeId(staged, end, id, 0, id.length);
            Row.writeWhen(staged, end, random.nextInt(), random.nextLong());
            Row.writeWhat(staged, end, 1, 1, length);
            end += Row.size(staged, end);
        }
        return end;
    }

    private static List<String> told(RowBlocks rows) {
        List<String> told = new ArrayList<>();
        rows.forEachAddress((block, row, address) -> told.add(
                address + " " + Row.at(block, row) + " " + Row.id(block, row).length()));
        return told;
    }
}
