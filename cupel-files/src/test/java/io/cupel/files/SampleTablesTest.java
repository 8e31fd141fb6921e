package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Row;
import io.cupel.files.text.Source;
import io.cupel.files.text.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every table among the samples, read as it is or by the mapping that is proposed for it: no row is lost. */
class SampleTablesTest {
    @TempDir
    private Path folder;

    /** What a table came to. */
    private record Read(List<String> header, List<Row> rows, long passedOver, List<String> remarks) {
        static Read of(Path file) throws IOException {
            List<Row> rows = new ArrayList<>();
            try (TextTable table = TextTable.open(file, Files::newInputStream)) {
                for (Row row = table.next(); row != null; row = table.next()) {
                    rows.add(row);
                }
                return new Read(table.header(), rows, table.passedOver(), table.remarks());
            }
        }

        long refused() {
            return rows.stream().filter(row -> row.refusal() != null).count();
        }

        boolean says(String remark) {
            return remarks.stream().anyMatch(said -> said.contains(remark));
        }
    }

    private static List<Path> tables() throws IOException {
        return Samples.files(Samples.folder("."), ".csv", ".csv.gz");
    }

    @Test
    void everyTableIsReadAsAnotherReaderReadsIt() throws Exception {
        for (Path file : tables()) {
            Read read = Read.of(file);
            List<List<String>> others = others(file, read);
            assertThat(read.refused()).as("%s", file).isZero();
            assertThat(1 + read.rows().size() + read.passedOver())
                    .as("%s", file)
                    .isEqualTo(others.size());
            List<List<String>> rows = read.rows().stream()
                    .map(row ->
                            row.cells().stream().map(SampleTablesTest::ascii).toList())
                    .toList();
            assertThat(rows.equals(others.subList(1, others.size())))
                    .as("%s has the same cells", file)
                    .isTrue();
        }
    }

    private static List<List<String>> others(Path file, Read read) throws IOException {
        Charset charset = read.says("Windows-1252") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Source.open(file, Files::newInputStream);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(read.says("semicolons") ? ';' : ',')
                        .skipEmptyLines(false)
                        .ofCsvRecord(in, charset)) {
            reader.forEach(record -> rows.add(
                    record.getFields().stream().map(SampleTablesTest::ascii).toList()));
        }
        return rows;
    }

    /**
     * What all encodings agree on; the JDK has no letters for five bytes of Windows-1252. Line ends in cells are one.
     */
    private static String ascii(String cell) {
        return cell.replaceAll("\\r\\n?", "\n").replaceAll("[^\\x00-\\x7f]", "?");
    }

    @Test
    void everyRowIsUsedRejectedOrADuplicate() throws Exception {
        int mapped = 0;
        for (Path file : tables()) {
            boolean isLog = file.toString().contains("clickstream");
            FileCount count;
            try {
                count = read(file, isLog, List.of());
            } catch (FileFault fault) {
                assertThat(fault).as("%s", file).hasMessageContaining("no column tells who a lead is");
                Path map = folder.resolve("map" + mapped + ".yaml");
                mapped++;
                count = read(file, isLog, List.of(Files.write(map, MapProposal.of(file))));
            }
            long rows = others(file, Read.of(file)).size() - 1L; // as another reader counts them
            assertThat(count.used() + count.duplicates() + count.rejected() + count.passedOver())
                    .as("%s: %s", file, count)
                    .isEqualTo(rows);
            assertThat(count.used()).as("%s", file).isPositive();
            assertThat(count.duplicates()).as("%s", file).isEqualTo(copies(file, isLog));
        }
        System.out.println(mapped + " tables were read by the mapping proposed for them");
        assertThat(mapped).isPositive();
    }

    /** Rows that stand in a file once more, word for word. */
    private static long copies(Path file, boolean isLog) throws IOException {
        List<List<String>> rows = others(file, Read.of(file));
        Predicate<List<String>> isFilled = row -> row.stream().anyMatch(cell -> !cell.isBlank());
        List<List<String>> told = rows.stream().filter(isFilled).toList();
        long unlike = told.stream().distinct().count();
        if (isLog) {
            System.out.println(file.getFileName() + ": " + (told.size() - unlike) + " rows stand there once more");
        }
        return told.size() - unlike;
    }

    private FileCount read(Path file, boolean isLog, List<Path> maps) throws IOException {
        LeadFiles.Manner plain = LeadFiles.Manner.plain(Desk.NOW, false);
        LeadFiles.Manner manner = new LeadFiles.Manner(
                plain.nowMillis(), plain.strict(), plain.dates(), plain.zone(), maps, plain.ignoreStages());
        List<Path> files = List.of(file);
        LeadFiles.Input input = new LeadFiles.Input(isLog ? List.of() : files, isLog ? files : List.of(), manner);
        Population population = LeadFiles.read(Desk.contract(), input, new Desk(folder));
        assertThat(population.files()).hasSize(1);
        return population.files().get(0);
    }

    @Test
    void everyFileAtAllIsReadOrRefusedWithASentence() throws Exception {
        for (Path file : Samples.files(Samples.folder("."), "")) {
            try {
                assertThat(Read.of(file).header()).as("%s", file).isNotEmpty();
            } catch (FileFault fault) {
                assertThat(fault)
                        .hasMessageStartingWith(file.toString())
                        .message()
                        .hasSizeGreaterThan(20);
            }
        }
    }

    @Test
    void theListingsAreNotUtf8AndComplete() throws Exception {
        Read read = Read.of(Samples.folder("listings").resolve("restaurants.csv.gz"));
        assertThat(read.says("restaurants.csv.gz is not UTF-8; read as Windows-1252"))
                .isTrue();
        assertThat(read.rows()).hasSize(9_551);
        assertThat(read.rows().stream().flatMap(row -> row.cells().stream()).noneMatch(cell -> cell.contains("\ufffd")))
                .isTrue();
    }

    @Test
    void theBankSeparatesBySemicolons() throws Exception {
        Read read = Read.of(Samples.folder("bank-marketing").resolve("bank-full.csv.gz"));
        assertThat(read.says("is separated by semicolons")).isTrue();
        assertThat(read.rows()).hasSize(45_211);
    }
}
