package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of what stands around the signals: at each a contract is fine, one beyond there is one fault. */
class MoreLimitsTest {
    private static final String BEGIN = """
            name: a
            signals: [{name: s, kind: intent, on: page, points: 1, qualifies: mql}]
            stages:
              mql: {score: 1}
            """;

    private static void holds(int limit, IntFunction<String> added) {
        assertThat(Samples.check(BEGIN + added.apply(limit)).faults()).isEmpty();
        assertThat(Samples.check(BEGIN + added.apply(limit + 1)).faults())
                .extracting(Finding::code)
                .containsOnly(Code.TOO_MANY);
    }

    private static String joined(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }

    @Test
    void attributes() {
        holds(Limits.ATTRIBUTES_MAX, n -> "attributes: {" + joined(n, i -> "lead.a" + i + ": text") + "}\n");
    }

    @Test
    void rates() {
        List<String> others = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code -> !code.equals("USD"))
                .sorted()
                .toList();
        holds(Limits.RATES_MAX, n -> "money: {rates: {" + joined(n, i -> others.get(i) + ": 2") + "}}\n");
    }

    @Test
    void questions() {
        holds(
                Limits.QUESTIONS_MAX,
                n -> "  sql: {checklist: [" + joined(n, i -> "{name: q" + i + ", ask: Why}") + "]}\n");
    }

    @Test
    void tiers() {
        holds(
                Limits.TIERS_MAX,
                n -> "sla:\n  tiers: [" + joined(n, i -> "{for: mql, respond-within: " + (i + 1) + "m}") + "]\n");
    }

    @Test
    void blocksOfADay() {
        holds(
                Limits.BLOCKS_MAX,
                n -> "sla:\n  hours: {mon: [" + joined(n, i -> "\"" + (10 + i) + ":00-" + (10 + i) + ":30\"")
                        + "]}\n  tiers: [{for: mql, respond-within: 4 business hours}]\n");
    }

    @Test
    void closedDays() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        holds(
                Limits.CLOSED_MAX,
                n -> "sla:\n  hours: {mon: [\"09:00-17:00\"]}\n  holidays: {closed: ["
                        + joined(n, i -> '"' + first.plusDays(i).toString() + '"')
                        + "]}\n  tiers: [{for: mql, respond-within: 4 business hours}]\n");
    }
}
