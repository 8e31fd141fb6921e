package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Points;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @Test
    void timesAreOfTheContractsZone() {
        long instant = Instant.parse("2026-03-06T04:40:00Z").toEpochMilli();
        assertThat(Words.minute(instant, ZoneId.of("America/New_York"))).isEqualTo("2026-03-05 23:40");
        assertThat(Words.day(instant, ZoneId.of("Asia/Kathmandu"))).isEqualTo("2026-03-06");
    }

    @Test
    void countsHaveTheirNounAndTheirThousands() {
        assertThat(Words.count(1, "lead", "leads")).isEqualTo("1 lead");
        assertThat(Words.count(1_240, "lead", "leads")).isEqualTo("1,240 leads");
    }

    @Test
    void pointsAreWholeOrHaveOneDecimalRoundedDown() {
        assertThat(Words.points(Points.of(25))).isEqualTo("25");
        assertThat(Words.points(Points.parse("17.999999"))).isEqualTo("17.9");
        assertThat(Words.points(Points.parse("-2.5"))).isEqualTo("-2.5");
        assertThat(Words.points(Points.parse("0.000001"))).isEqualTo("0.000001");
    }

    @Test
    void agesAreSaidInTheUnitThatMatters() {
        assertThat(List.of(Words.age(5), Words.age(125), Words.age(7_300), Words.age(200 * 86_400)))
                .containsExactly("just now", "2 min", "2 h", "200 d");
    }

    @Test
    void spansAreSaidInFull() {
        assertThat(List.of(Words.span(30 * 86_400), Words.span(3_600), Words.span(90), Words.span(300)))
                .containsExactly("30 days", "1 hour", "90 seconds", "5 minutes");
    }

    @Test
    void attributesLoseTheirOwnerAndUnderscores() {
        assertThat(Words.attributes(List.of("company.review_count", "lead.title")))
                .isEqualTo("review count and title");
    }

    @Test
    void listsReadAsSentences() {
        assertThat(Words.list(List.of("a", "b", "c"), "or")).isEqualTo("a, b or c");
        assertThat(Words.list(List.of(), "or")).isEmpty();
    }

    @Test
    void valuesReadAsWords() {
        assertThat(Words.value(24_000_000L)).isEqualTo("24,000,000");
        assertThat(Words.value(4.0)).isEqualTo("4");
        assertThat(Words.value(true)).isEqualTo("yes");
        assertThat(Words.value(List.of("AWS", "Azure"))).isEqualTo("AWS, Azure");
        assertThat(Words.value(new Range(51, 200))).isEqualTo("51 to 200");
        assertThat(Words.value(Range.atLeast(500))).isEqualTo("500 or more");
    }

    @ParameterizedTest
    @CsvSource({
        "12500, EUR, '12,500 EUR'",
        "12500.5, EUR, '12,500.50 EUR'",
        "0.05, '', 0.05",
        "1.2345, USD, 1.2345 USD",
        "1E+6, USD, '1,000,000 USD'"
    })
    void sumsShowTheirCentsWhereTheyHaveSome(BigDecimal amount, String currency, String said) {
        assertThat(Words.sum(new Sum(amount, currency))).isEqualTo(said);
    }

    @Test
    void talliesBeginWithTheMost() {
        assertThat(Words.tally(Map.of("title", 270L, "employees", 1_610L))).isEqualTo("employees 1,610, title 270");
    }

    @Test
    void attributesOfOneNameAreToldApart() {
        assertThat(Words.attributes(List.of("company.region", "lead.region", "lead.title")))
                .isEqualTo("company region, lead region and title");
    }
}
