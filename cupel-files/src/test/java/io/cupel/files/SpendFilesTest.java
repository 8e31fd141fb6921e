package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
            strings = {"2026-03", "2026-03-31", "03/2026", "3.2026", "2026/3", "Mar 2026", "march 2026", "MAR-2026"})
    void aMonthIsReadAsPeopleWriteIt(String month) throws Exception {
        assertThat(read("month,source,amount", month + ",google,1").spends())
                .extracting(Spend::month)
                .containsExactly(YearMonth.of(2026, 3));
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
