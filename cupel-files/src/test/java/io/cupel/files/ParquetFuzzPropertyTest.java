package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.text.FileFault;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Parquet file with damaged bytes: a result whose counts add up, or a fault that names the file. */
class ParquetFuzzPropertyTest {
    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    @Test
    void damagedBytesAreAResultOrAFault() throws Exception {
        byte[] whole = parquet();
        Seeds.cases(60).check((seed, random) -> {
            byte[] bytes =
                    random.nextInt(4) == 0 ? Arrays.copyOf(whole, 8 + random.nextInt(whole.length)) : whole.clone();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            Path file = folder.resolve("leads.parquet");
            Files.deleteIfExists(file);
            Files.write(file, bytes);
            try {
                Population population = new Desk(folder).leadFile(file).readOrFail();
                assertThat(population.files().get(0).read()).isLessThanOrEqualTo(ROWS);
            } catch (FileFault fault) {
                assertThat(fault).message().startsWith(file.toString()).doesNotContain("x.example");
            }
        });
    }

    private byte[] parquet() throws IOException {
        StringBuilder rows = new StringBuilder("email,title,created\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("a").append(i).append("@x.example,CEO,2026-01-02\n");
        }
        Path in = Files.writeString(folder.resolve("leads.csv"), rows);
        Path out = folder.resolve("whole.parquet");
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        Conversion.Order order = new Conversion.Order(List.of(in), Kind.LEADS, Form.PARQUET, false, manner);
        Conversion.run(order, out, new Desk(folder));
        return Files.readAllBytes(out);
    }
}
