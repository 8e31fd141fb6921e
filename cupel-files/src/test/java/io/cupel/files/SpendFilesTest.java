package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.columns.DateOrder;
import io.cupel.files.text.FileFault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendFilesTest {
    @TempDir
    private Path folder;

    private Desk desk = new Desk(Path.of(""));

    private SpendFiles.Result read(String... lines) throws Exception {
        desk = new Desk(folder);
        return SpendFiles.read(List.of(desk.file("spend", lines)), LeadFiles.Manner.plain(Desk.NOW, false), desk);
    }

    @Test
    void spendIsExact() throws Exception {
        SpendFiles.Result result =
                read("Month,Source,Campaign,Cost,Currency", "2026-03,google,spring,\"1,234.56\",EUR");
        assertThat(result.spends())
                .containsExactly(
                        new Spend(YearMonth.of(2026, 3), "google", "spring", new BigDecimal("1234.56"), "EUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03",
                "2026-03-31",
                "03/2026",
                "3.2026",
                "2026/3",
                "Mar 2026",
                "march 2026",
                "MAR-2026",
                "202603",
                "2026 March",
                "\"March, 2026\"",
                "März 2026",
                "mars 2026",
                "Mar. 2026",
                "3/14/2026",
                "14/3/2026",
                "14.03.2026",
                "01.03.2026",
                "2026/03/14",
                "2026.03.14",
                "20260314",
                "14 Mar 2026",
                "\"March 14, 2026\"",
                "2026-03-31T23:30:00-08:00",
                "3/14/2026 12:00 AM",
                "3/3/2026"
            })
    void aMonthIsReadAsPeopleWriteIt(String month) throws Exception {
        assertThat(read("month,source,amount", month + ",google,1").spends())
                .extracting(Spend::month)
                .containsExactly(YearMonth.of(2026, 3));
    }

    @Test
    void whichNumberOfADayIsTheMonthIsToldByItsColumn() throws Exception {
        assertThat(read("date,source,amount", "3/4/2026,google,1", "3/14/2026,google,2")
                        .spends())
                .extracting(Spend::month)
                .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 3));
        assertThat(desk.notes)
                .containsExactly(folder.resolve("spend") + ": 'date' is read month-first: 3/14/2026 (line 3) can be"
                        + " nothing else");
    }

    @Test
    void aColumnOfDaysThatLeavesTheMonthOpenIsAFault() {
        String[] rows = {"date,source,amount", "3/4/2026,google,1"};
        assertThatThrownBy(() -> read(rows))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("spend:2: the dates of column 'date' could be day-first or month-first");
    }

    @ParameterizedTest
    @CsvSource({"DAY_FIRST, 4", "MONTH_FIRST, 3"})
    void theOptionDecidesWhatTheDaysLeaveOpen(DateOrder order, int month) throws Exception {
        desk = new Desk(folder);
        LeadFiles.Manner manner = new LeadFiles.Manner(Desk.NOW, false, order, null, List.of(), false);
        List<Path> files = List.of(desk.file("spend", "date,source,amount", "3/4/2026,google,1"));
        assertThat(SpendFiles.read(files, manner, desk).spends())
                .extracting(Spend::month)
                .containsExactly(YearMonth.of(2026, month));
    }

    @Test
    void aCallTellsADayThatCouldBeTwoInVain() throws Exception {
        String call = """
                {"type":"track","event":"Cupel Spend","properties":{"month":"%s","source":"google","amount":1}}""";
        SpendFiles.Result result = read(call.formatted("3/14/2026"), call.formatted("3/4/2026"));
        assertThat(result.spends()).extracting(Spend::month).containsExactly(YearMonth.of(2026, 3));
        assertThat(desk.reasons()).containsExactly("has no month such as 2026-03");
    }

    @Test
    void theSameSpendTwiceIsANamedDuplicate() throws Exception {
        SpendFiles.Result result = read(
                "month,source,campaign,amount", "2026-03,google,a,10", "2026-03,google,a,10.00", "2026-03,google,b,10");
        assertThat(result.spends()).hasSize(2);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(desk.notes)
                .singleElement()
                .asString()
                .contains("1 row of spend was there before")
                .contains("spend:3");
    }

    @Test
    void aMessageIdTellsTwoEqualSumsApart() throws Exception {
        String call = """
                {"type":"track","event":"Cupel Spend","messageId":"%s","properties":\
                {"month":"2026-03","source":"google","amount":1.234}}""";
        SpendFiles.Result result = read(call.formatted("a"), call.formatted("b"), call.formatted("a"), """
                {"type":"page","userId":"u","timestamp":"2026-03-01"}""");
        assertThat(result.spends()).hasSize(2);
        assertThat(result.spends().get(0).amount()).isEqualByComparingTo("1.234");
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.others()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUsedIsRejectedWithItsReason() throws Exception {
        String[] rows = {"month,source,amount", "2026-13,google,1", "2026-03,,1", "2026-03,google,", "2026-03,google,-1"
        };
        SpendFiles.Result result = read(rows);
        assertThat(result.spends()).isEmpty();
        assertThat(result.rejected().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(Arrays.stream(rows).skip(1).count());
        assertThat(desk.reasons())
                .containsExactly(
                        "has no month such as 2026-03",
                        "has no source",
                        "has no amount",
                        "has an amount that is not one sum of money (it is below zero)");
    }
}
