package io.cupel.files.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-12 09:14             | 2024-03-12T08:14:00Z",
                "2024-01-15 10:00:00          | 2024-01-15T09:00:00Z",
                "2024-01-15T10:00:00          | 2024-01-15T09:00:00Z",
                "2024-01-20T14:30:00Z         | 2024-01-20T14:30:00Z",
                "2024-01-20T14:30:00.000+0000 | 2024-01-20T14:30:00Z",
                "2024-01-15 10:00:00 UTC      | 2024-01-15T10:00:00Z",
                "2024/01/20                   | 2024-01-19T23:00:00Z",
                "2024-1-5                     | 2024-01-04T23:00:00Z",
                "20240120                     | 2024-01-19T23:00:00Z",
                "3/15/2024 2:30 PM            | 2024-03-15T13:30:00Z",
                "3/15/2024, 12:05 a.m.        | 2024-03-14T23:05:00Z",
                "15/3/2024                    | 2024-03-14T23:00:00Z",
                "26-02-2018 19:58             | 2018-02-26T18:58:00Z",
                "20.03.2024                   | 2024-03-19T23:00:00Z",
                "03.04.2024 08:00             | 2024-04-03T06:00:00Z",
                "15-Jan-2024                  | 2024-01-14T23:00:00Z",
                "15 January 2024 14:30        | 2024-01-15T13:30:00Z",
                "Mar 20 2024                  | 2024-03-19T23:00:00Z",
                "March 20th, 2024 at 2:30 PM  | 2024-03-20T13:30:00Z",
                "Wed, 20 Mar 2024 14:30:00 GMT| 2024-03-20T14:30:00Z",
                "15. März 2024, 9:00 Uhr      | 2024-03-15T08:00:00Z",
                "20 de marzo de 2024          | 2024-03-19T23:00:00Z",
                "15 janv. 2024                | 2024-01-14T23:00:00Z",
                "1705761000                   | 2024-01-20T14:30:00Z",
                "1705761000000                | 2024-01-20T14:30:00Z",
            })
    void whatLeavesNoDoubtIsRead(String cell, Instant expected) throws Exception {
        WrittenDate date = WrittenDate.read(cell);
        assertThat(date.isAmbiguous()).isFalse();
        for (DateOrder order : DateOrder.values()) {
            assertThat(Instant.ofEpochMilli(date.millis(order, BERLIN))).isEqualTo(expected);
        }
    }

    @Test
    void twoSmallNumbersAreTwoDays() throws Exception {
        WrittenDate date = WrittenDate.read("3/4/2024");
        assertThat(date.isAmbiguous()).isTrue();
        assertThat(date.proves()).isNull();
        assertThat(Instant.ofEpochMilli(date.millis(DateOrder.DAY_FIRST, BERLIN)))
                .isEqualTo(Instant.parse("2024-04-02T22:00:00Z"));
        assertThat(Instant.ofEpochMilli(date.millis(DateOrder.MONTH_FIRST, BERLIN)))
                .isEqualTo(Instant.parse("2024-03-03T23:00:00Z"));
        assertThat(WrittenDate.read("4/4/2024").isAmbiguous()).isFalse();
    }

    @Test
    void aNumberAboveTwelveProvesTheOrder() throws Exception {
        assertThat(WrittenDate.read("26-02-2018").proves()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(WrittenDate.read("2/26/2018").proves()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(WrittenDate.read("4/4/2024").proves()).isNull();
        assertThat(WrittenDate.read("2024-02-26").proves()).isNull();
        assertThat(WrittenDate.read("26.02.2018").proves()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon             | is not a date",
                "3/4/24           | has a year of two digits",
                "01.02.24         | another century; write it with four, such as 2024-03-31",
                "13/13/2024       | is no day of the calendar",
                "2024-02-30       | is no day of the calendar",
                "30 Feb 2024      | is no day of the calendar",
                "45321            | is a day counted as spreadsheets do",
                "2024             | is not a date",
                "3/15/2024 25:00  | is no time of day",
                "3/15/2024 sharp  | is no time of day",
                "15 Brumaire 2024 | is not a date",
            })
    void whatNobodyCouldBeSureOfIsRefusedWithAReason(String cell, String reason) {
        assertThatThrownBy(() -> WrittenDate.read(cell))
                .isInstanceOf(WrittenDate.Unreadable.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/0/0000", "99999999", "9999999999999999", "1/1/1/1", "T", "-", "+", "²³/1/2024", "١/٢/٢٠٢٤"})
    void oddTextsAreNoAccidents(String cell) {
        try {
            WrittenDate date = WrittenDate.read(cell);
            assertThat(date.millis(DateOrder.DAY_FIRST, BERLIN)).isNotZero();
        } catch (WrittenDate.Unreadable expected) {
            assertThat(expected.reason()).doesNotContain(cell.length() > 2 ? cell : "\n");
        }
    }
}
