package io.cupel.files.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are written by the rules are read by them, and as another reader of such tables reads them. */
class StylePropertyTest {
    private static final String[] PIECES = {"a", "7", ",", ";", "|", "\t", "\"", "'", "\\", " ", "\n", "é", "@x.example"
    };

    @TempDir
    private Path folder;

    @Test
    void aRowIsReadAsAnotherReaderReadsIt() {
        Seeds.cases(5_000).check((seed, random) -> {
            List<String> cells = cells(random, 2 + random.nextInt(6), PIECES.length);
            Style style = new Style(",;\t|".charAt(random.nextInt(4)), random.nextInt(4) == 0 ? '\'' : '"', false);
            String row = written(cells, style, random);
            assertThat(style.endsOpen(row, false)).isFalse();
            assertThat(style.isClean(row)).isTrue();
            assertThat(style.cells(row)).isEqualTo(cells).isEqualTo(others(row, style));
        });
    }

    private static List<String> others(String row, Style style) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(style.separator())
                .quoteCharacter(style.quote())
                .skipEmptyLines(false)
                .ofCsvRecord(row)) {
            return reader.iterator().next().getFields();
        }
    }

    @Test
    void theStyleIsToldByTheTable() {
        Seeds.cases(1_000).check((seed, random) -> {
            Style style = new Style(",;\t|".charAt(random.nextInt(4)), '"', random.nextInt(4) == 0);
            int columns = 2 + random.nextInt(5);
            List<String> lines = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            lines.add(String.join(String.valueOf(style.separator()), names(columns)));
            for (int i = 5 + random.nextInt(20); i > 0; i--) {
                List<String> cells = cells(random, columns, PIECES.length);
                cells.set(0, "x" + i);
                cells.set(1, "y"); // a row with one filled cell could be the end of a report
                rows.add(cells);
                lines.add(written(cells, style, random));
            }
            if (style.isEscaped()) {
                rows.add(names(columns - 1));
                rows.get(rows.size() - 1).add("so \"they\" say");
                lines.add(written(rows.get(rows.size() - 1), style, random));
            }
            Shelf shelf = new Shelf(folder).read(lines.toArray(String[]::new));
            assertThat(shelf.cells()).isEqualTo(rows);
            assertThat(shelf.passedOver).isZero();
        });
    }

    private static List<String> names(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("name" + i);
        }
        return names;
    }

    private static List<String> cells(Random random, int count, int pieces) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder cell = new StringBuilder();
            for (int j = random.nextInt(5); j > 0; j--) {
                cell.append(PIECES[random.nextInt(pieces)]);
            }
            cells.add(cell.toString());
        }
        return cells;
    }

    private static String written(List<String> cells, Style style, Random random) {
        List<String> written = new ArrayList<>();
        String quote = String.valueOf(style.quote());
        for (String cell : cells) {
            boolean isPlain = cell.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '@');
            String inside = style.isEscaped()
                    ? cell.replace("\\", "\\\\").replace(quote, "\\" + quote)
                    : cell.replace(quote, quote + quote);
            written.add(isPlain && random.nextInt(4) > 0 ? cell : quote + inside + quote);
        }
        return String.join(String.valueOf(style.separator()), written);
    }
}
