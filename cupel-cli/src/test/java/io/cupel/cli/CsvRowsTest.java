package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void textIsQuotedWhereItNeedsToBe() {
        assertThat(CsvRows.text("plain")).isEqualTo("plain");
        assertThat(CsvRows.text("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvRows.text("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(CsvRows.text("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(CsvRows.text(" blank ")).isEqualTo("\" blank \"");
        assertThat(CsvRows.text(null)).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldRunIsHarmless() {
        for (String formula : new String[] {"=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1"}) {
            assertThat(CsvRows.text(formula)).matches("(?s)\"?'.*");
        }
    }
}
