package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeReaderTest {
    private static final Currency DOLLARS = new Currency("USD", Map.of("EUR", new BigDecimal("1.10")));

    private static Reading<Object> read(String path, AttributeType type, Object raw) {
        return AttributeReader.read(path, type, raw, DOLLARS);
    }

    private static Object value(String path, AttributeType type, Object raw) {
        return read(path, type, raw).found().orElse(null);
    }

    @Test
    void textsAreTrimmedAndBlankOnesTellNothing() {
        assertThat(value("lead.title", AttributeType.TEXT, "  CEO ")).isEqualTo("CEO");
        assertThat(value("lead.plan", AttributeType.TEXT, 5L)).isEqualTo("5");
        assertThat(read("lead.title", AttributeType.TEXT, " ")).isInstanceOf(Reading.Absent.class);
        assertThat(read("lead.title", AttributeType.TEXT, Map.of("a", 1L))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void headCountsAreNumbersOrRanges() {
        assertThat(value("company.employees", AttributeType.INT, "1,200")).isEqualTo(1_200L);
        assertThat(value("company.employees", AttributeType.INT, "51-200")).isEqualTo(new Range(51, 200));
        assertThat(value("company.employees", AttributeType.INT, 329L)).isEqualTo(329L);
        assertThat(value("company.employees", AttributeType.INT, 329.0)).isEqualTo(329L);
        assertThat(read("company.employees", AttributeType.INT, -1L)).isInstanceOf(Reading.Unreadable.class);
        assertThat(read("company.employees", AttributeType.INT, "many")).isInstanceOf(Reading.Unreadable.class);
        assertThat(value("company.sites", AttributeType.INT, "-3")).isEqualTo(-3L);
    }

    @Test
    void moneyInAnotherCurrencyIsConvertedOrUnknown() {
        assertThat(value("company.revenue", AttributeType.INT, "$5M-10M")).isEqualTo(new Range(5_000_000, 10_000_000));
        assertThat(value("company.revenue", AttributeType.INT, 7_500_000L)).isEqualTo(7_500_000L);
        assertThat(value("company.revenue", AttributeType.INT, "EUR 1,000,000")).isEqualTo(1_100_000L);
        assertThat(read("company.revenue", AttributeType.INT, "GBP 1,000,000"))
                .isEqualTo(new Reading.Unreadable<>("is in GBP, for which the contract gives no rate to USD"));
    }

    @Test
    void truthsTimesDecimalsAndLists() {
        assertThat(value("lead.opted_in", AttributeType.BOOL, "Yes")).isEqualTo(true);
        assertThat(value("lead.opted_in", AttributeType.BOOL, 0L)).isEqualTo(false);
        assertThat(read("lead.opted_in", AttributeType.BOOL, "maybe")).isInstanceOf(Reading.Unreadable.class);
        assertThat(value("lead.since", AttributeType.INSTANT, "2026-03-01T10:00:00+01:00"))
                .isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(value("lead.rate", AttributeType.DOUBLE, "0.5")).isEqualTo(0.5);
        assertThat(read("lead.rate", AttributeType.DOUBLE, "1e999")).isInstanceOf(Reading.Unreadable.class);
        assertThat(value("company.tech", AttributeType.LIST, "Java; Go;;")).isEqualTo(List.of("Java", "Go"));
        assertThat(value("company.tech", AttributeType.LIST, Arrays.asList("Java", null, 5L)))
                .isEqualTo(List.of("Java", "5"));
    }

    @Test
    void keysAreNormalised() {
        assertThat(value("lead.email", AttributeType.TEXT, " Ann@Acme.Example "))
                .isEqualTo("ann@acme.example");
        assertThat(read("lead.email", AttributeType.TEXT, "ann at acme")).isInstanceOf(Reading.Unreadable.class);
        assertThat(value("lead.country", AttributeType.TEXT, "USA")).isEqualTo("US");
        assertThat(value("company.domain", AttributeType.TEXT, "https://www.Acme.example:8080/en?x=1"))
                .isEqualTo("acme.example");
    }

    @Test
    void noReasonRepeatsTheValue() {
        for (AttributeType type : AttributeType.values()) {
            for (String path : List.of("lead.email", "lead.country", "company.domain", "company.revenue", "lead.x")) {
                if (read(path, type, "zq-marker zq") instanceof Reading.Unreadable<Object> not) {
                    assertThat(not.reason()).doesNotContain("marker");
                }
            }
        }
    }
}
