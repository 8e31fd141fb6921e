package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.files.Csv;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a cell holds, a reader of RFC 4180 finds it again, and no spreadsheet runs it. */
class CrmRowsPropertyTest {
    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            ",",
            ";",
            "'",
            " ",
            "a",
            "1+1",
            "é",
            "\uff1d",
            "\ud83d\ude00",
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"x\")");

    /** A phone number, which has no further signs, is the one exception. */
    private static final Pattern RUNS =
            Pattern.compile("(?!\\+[0-9]{1,15}$)[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    @Test
    void aReaderFindsTheSameCellsAgain() {
        Seeds.cases(2_000).check((seed, random) -> {
            List<String> cells = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(cell -> "x".repeat(cell == 0 ? 1 : 0) + text(random))
                    .toList();
            assertThat(cells.stream().map(Csv::neutralised)).noneMatch(RUNS.asMatchPredicate());
            String row = cells.stream().map(CsvRows::text).collect(Collectors.joining(","));
            assertThat(read(row + "\n"))
                    .containsExactly(cells.stream().map(Csv::neutralised).toList());
        });
    }

    @Test
    void everyRowForACrmHasTheColumnsOfItsHeaderAndNothingThatRuns() {
        Seeds.cases(300).check((seed, random) -> {
            Crm crm = random.nextBoolean() ? Crm.HUBSPOT : Crm.SALESFORCE;
            CrmRows rows = new CrmRows(crm, Worked.CONTRACT, Set.of(), random.nextBoolean());
            Worked worked = Worked.lead(text(random))
                    .inCrm(crm.prefix() + "1" + text(random))
                    .knownFor("lead.title", text(random));
            if (random.nextBoolean()) {
                worked.inCrm(crm.prefix() + text(random) + "2");
            }
            worked.qualified()
                    .decided("2026-03-05T09:00", Outcome.REJECTED, text(random).repeat(9));
            CrmRows.Lead lead = rows.lead(worked.evidence(), worked.judged("2026-03-06T12:00"));
            List<String> file = new ArrayList<>(List.of(rows.header()));
            file.addAll(rows.lines(lead));
            List<List<String>> read = read(String.join("\n", file) + "\n");
            assertThat(read).hasSize(1 + lead.ids().size());
            for (List<String> row : read) {
                assertThat(row).hasSameSizeAs(read.get(0));
                assertThat(row)
                        .allSatisfy(cell ->
                                assertThat(Csv.neutralised(Csv.plain(cell))).isEqualTo(cell));
                assertThat(row).noneMatch(RUNS.asMatchPredicate());
                assertThat(row).noneMatch(cell -> cell.contains("\n"));
                assertThat(row.get(10).length() - 1).isLessThanOrEqualTo(crm.textMax);
            }
        });
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static List<List<String>> read(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
