package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Table;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Parquet file with damaged bytes: a result whose counts add up, or a fault that names the file. */
class ParquetFuzzPropertyTest {
    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    @Test
    void damagedBytesOfLeadsAreAResultOrAFault() throws Exception {
        StringBuilder rows = new StringBuilder("email,title,created\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("a").append(i).append("@x.example,CEO,2026-01-02\n");
        }
        damage(parquet(Kind.LEADS, rows.toString()), "leads0.csv", bytes -> new Desk(folder).leads(bytes));
    }

    @Test
    void damagedBytesOfEventsAreAResultOrAFault() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            lines.append("""
                    {"type":"page","messageId":"%s","userId":"u-%d","timestamp":"2026-03-01T10:00:00Z","name":"P"}
                    """.formatted(new UUID(i, i), i % 7));
        }
        damage(parquet(Kind.EVENTS, lines.toString()), "events0.jsonl", bytes -> new Desk(folder).events(bytes));
    }

    private void damage(byte[] whole, String name, Function<byte[], Desk> reading) {
        Path file = folder.resolve(name);
        Seeds.cases(60).check((seed, random) -> {
            byte[] bytes =
                    random.nextInt(4) == 0 ? Arrays.copyOf(whole, 8 + random.nextInt(whole.length)) : whole.clone();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            Files.deleteIfExists(file);
            Desk desk = reading.apply(bytes);
            try {
                FileCount count = desk.readOrFail().files().get(0);
                assertThat(count.rejected()).isEqualTo(desk.rejected.size());
                assertThat(count.used() + count.duplicates() + count.rejected() + count.passedOver())
                        .isEqualTo(rows(file))
                        .isLessThanOrEqualTo(ROWS);
            } catch (FileFault fault) {
                assertThat(fault).message().startsWith(file.toString()).doesNotContain("x.example");
            }
        });
    }

    /** Counted by a reading that makes nothing of the rows. */
    private static long rows(Path file) throws IOException {
        try (Table table = Tables.open(file, Files::newInputStream)) {
            long rows = 0;
            while (table.next() != null) {
                rows++;
            }
            return rows + table.passedOver();
        }
    }

    private byte[] parquet(Kind kind, String content) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), content);
        Path out = folder.resolve("whole.parquet");
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        Conversion.Order order = new Conversion.Order(List.of(in), kind, Form.PARQUET, false, manner);
        Conversion.run(order, out, new Desk(folder));
        return Files.readAllBytes(out);
    }
}
