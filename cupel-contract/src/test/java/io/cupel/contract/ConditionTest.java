package io.cupel.contract;

import static io.cupel.core.contract.Truth.FALSE;
import static io.cupel.core.contract.Truth.TRUE;
import static io.cupel.core.contract.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Truth;
import io.cupel.core.evidence.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final List<Truth> TRUTHS = List.of(TRUE, FALSE, UNKNOWN);

    private static Answer ask(Condition condition, Object... pathsAndValues) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            facts.put((String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return condition.ask(facts::get);
    }

    private static Object value(Truth truth) {
        return truth == UNKNOWN ? null : truth == TRUE;
    }

    private static Truth ask(String condition, Truth a, Truth b) {
        Condition compiled = Samples.criterion(condition);
        Answer answer = ask(compiled, "lead.opted_in", value(a), "lead.bounced", value(b));
        List<String> absent = IntStream.range(0, 2)
                .filter(i -> List.of(a, b).get(i) == UNKNOWN)
                .mapToObj(List.of("lead.opted_in", "lead.bounced")::get)
                .sorted()
                .toList();
        // Whichever is named was absent, and an unknown answer names something.
        assertThat(absent).containsAll(answer.missing());
        assertThat(answer.missing().isEmpty()).isEqualTo(answer.truth() != UNKNOWN);
        return answer.truth();
    }

    @Test
    void andIsFalseAsSoonAsOnePartIs() {
        for (Truth a : TRUTHS) {
            for (Truth b : TRUTHS) {
                Truth expected = a == FALSE || b == FALSE ? FALSE : a == TRUE && b == TRUE ? TRUE : UNKNOWN;
                assertThat(ask("lead.opted_in && lead.bounced", a, b)).isEqualTo(expected);
            }
        }
    }

    @Test
    void orIsTrueAsSoonAsOnePartIs() {
        for (Truth a : TRUTHS) {
            for (Truth b : TRUTHS) {
                Truth expected = a == TRUE || b == TRUE ? TRUE : a == FALSE && b == FALSE ? FALSE : UNKNOWN;
                assertThat(ask("lead.opted_in || lead.bounced", a, b)).isEqualTo(expected);
            }
        }
    }

    @Test
    void notAndChoiceKeepTheUnknown() {
        assertThat(ask("!lead.opted_in", UNKNOWN, TRUE)).isEqualTo(UNKNOWN);
        assertThat(ask("!lead.opted_in", FALSE, TRUE)).isEqualTo(TRUE);
        assertThat(ask("lead.opted_in ? lead.bounced : !lead.bounced", TRUE, FALSE))
                .isEqualTo(FALSE);
        assertThat(ask("lead.opted_in ? true : lead.bounced", UNKNOWN, TRUE)).isEqualTo(TRUE);
        assertThat(ask("lead.opted_in ? true : lead.bounced", UNKNOWN, FALSE)).isEqualTo(UNKNOWN);
        assertThat(ask("lead.opted_in ? true : lead.bounced", UNKNOWN, UNKNOWN)).isEqualTo(UNKNOWN);
    }

    @Test
    void onlyFactsThatStillMatterAreNamed() {
        Condition condition = Samples.criterion("(lead.bounced || company.employees > 5) && lead.title.like(\"CRO\")");
        assertThat(ask(condition, "lead.bounced", true).missing()).containsExactly("lead.title");
        assertThat(ask(condition).missing()).containsExactly("company.employees", "lead.bounced", "lead.title");
        assertThat(ask(condition, "lead.title", "Intern")).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "lead.title.like(lists.buyers), TRUE",
                "lead.title.like(\"vp  OF sales\"), TRUE",
                "`lead.title.like([\"VP\", \"Sales\"])`, FALSE",
                "lead.title.words([\"sales\"]), TRUE",
                "lead.title.words(\"ales\"), FALSE",
                "lead.title in lists.buyers, TRUE",
                "lead.title.startsWith(\"VP\"), TRUE",
                "lead.title.matches(\"^VP of [A-Z][a-z]+$\"), TRUE",
                "`company.tech.exists(t, t == \"SAP\")`, TRUE",
                "`company.tech.all(t, t.like(\"sap\"))`, FALSE",
                "`company.tech.exists_one(t, t.size() == 3)`, TRUE",
                "company.employees in lists.sizes, TRUE",
                "company.employees > 49.5, TRUE",
                "company.seats > 3, UNKNOWN",
                "lead.ratio >= 1, TRUE",
                "lead.ratio in lists.shares, TRUE",
                "lead.since > timestamp(\"2024-01-01T00:00:00Z\"), TRUE",
                "lead.since.getFullYear() == 2025, TRUE",
                "company.employees / (company.employees - 50) > 1, UNKNOWN",
                "`lead.topics.exists(t, t == lead.persona)`, UNKNOWN",
                "`lead.topics.exists(t, t == \"a\" || t == lead.persona)`, TRUE",
                "`lead.topics.exists(t, t == \"z\")`, FALSE",
                "true, TRUE",
                "1 > 2, FALSE",
            })
    void conditionsAnswer(String condition, Truth expected) {
        Answer answer = ask(
                Samples.criterion(condition),
                "lead.title",
                "VP of Sales",
                "company.tech",
                List.of("SAP", "Oracle"),
                "company.employees",
                50L,
                "lead.ratio",
                1L,
                "lead.since",
                Instant.parse("2025-02-03T00:00:00Z"),
                "lead.topics",
                List.of("a", "b"));
        assertThat(answer.truth()).isEqualTo(expected);
    }

    @Test
    void aFactOfAnotherTypeIsUnknownAndNamed() {
        Condition employees = Samples.criterion("company.employees > 5");
        assertThat(ask(employees, "company.employees", "many").missing()).containsExactly("company.employees");
        Condition seconds = Samples.signal("event.properties.seconds >= 30 || event.properties.plan == \"pro\"");
        Answer mistyped = ask(seconds, "event.properties.seconds", "long", "event.properties.plan", 5L);
        assertThat(mistyped.missing()).containsExactly("event.properties.plan", "event.properties.seconds");
        assertThat(ask(seconds, "event.properties.seconds", "long", "event.properties.plan", "pro"))
                .isEqualTo(Answer.YES);
        Condition unequal = Samples.signal("event.properties.plan != \"pro\"");
        assertThat(ask(unequal, "event.properties.plan", 5L).isUnknown()).isTrue();
    }

    @Test
    void propertiesAreNumbersTextsAndMaps() {
        assertThat(ask(Samples.signal("event.properties.x >= 10"), "event.properties.x", 10.5))
                .isEqualTo(Answer.YES);
        assertThat(ask(Samples.signal("event.properties[\"x y\"] == 1"), "event.properties.x y", 1L))
                .isEqualTo(Answer.YES);
        Condition nested = Samples.signal("event.properties.cart.total > 5");
        assertThat(ask(nested, "event.properties.cart", Map.of("total", 6L))).isEqualTo(Answer.YES);
        assertThat(ask(nested, "event.properties.cart", Map.of()).missing()).containsExactly("event.properties.cart");
        assertThat(ask(nested, "event.properties.cart", "x").isUnknown()).isTrue();
        assertThat(ask(Samples.signal("event.properties.trial"), "event.properties.trial", true))
                .isEqualTo(Answer.YES);
        assertThat(ask(Samples.signal("event.properties.trial"), "event.properties.trial", "yes")
                        .missing())
                .containsExactly("event.properties.trial");
        assertThat(ask(Samples.signal("event.campaign.source == \"x\" && event.type == \"page\""), "event.type", "page")
                        .missing())
                .containsExactly("event.campaign.source");
    }

    @Test
    void readsNameEachFactAndTheNumbersItIsComparedWith() {
        assertThat(Samples.criterion("company.employees >= 50 && 500 > company.employees && !(company.seats in [7, 3])"
                                + " && company.revenue + 1 > 5 && lead.title.like(lists.buyers)"
                                + " && company.revenue > 3")
                        .reads())
                .containsExactlyInAnyOrder(
                        read("company.employees", "50", "500"),
                        read("company.seats", "3", "7"),
                        new Read("company.revenue", null),
                        new Read("lead.title", null));
        assertThat(Samples.signal("event.properties[\"x y\"] >= -1.5 || event.properties.n in lists.sizes")
                        .reads())
                .containsExactlyInAnyOrder(
                        read("event.properties.x y", "-1.5"), read("event.properties.n", "50", "500"));
        assertThat(Samples.criterion("lead.topics.exists(t, company.seats > t.size())")
                        .reads())
                .contains(new Read("company.seats", null));
    }

    private static Read read(String path, String... cuts) {
        return new Read(path, List.of(cuts).stream().map(BigDecimal::new).toList());
    }

    @Test
    void aRangeAcrossABoundIsUnknown() {
        Condition size = Samples.criterion("company.employees >= 50 && company.employees <= 500");
        assertThat(ask(size, "company.employees", new Range(51, 200))).isEqualTo(Answer.YES);
        assertThat(ask(size, "company.employees", new Range(50, 500))).isEqualTo(Answer.YES);
        assertThat(ask(size, "company.employees", new Range(11, 49))).isEqualTo(Answer.NO);
        assertThat(ask(size, "company.employees", new Range(49, 50)).missing()).containsExactly("company.employees");
        assertThat(ask(size, "company.employees", Range.atLeast(501))).isEqualTo(Answer.NO);
        assertThat(ask(size, "company.employees", Range.atLeast(500)).isUnknown())
                .isTrue();
        assertThat(ask(size, "company.employees", Range.exactly(50))).isEqualTo(Answer.YES);
        Condition hole = Samples.criterion("company.employees != 60");
        assertThat(ask(hole, "company.employees", new Range(51, 200)).isUnknown())
                .isTrue();
        Condition sum = Samples.criterion("company.employees + 1 > 0");
        assertThat(ask(sum, "company.employees", new Range(51, 200)).missing()).containsExactly("company.employees");
        assertThat(ask(sum, "company.employees", Range.exactly(7))).isEqualTo(Answer.YES);
    }

    @Test
    void ofSeveralRangesThoseThatDecideAreNamed() {
        Condition both = Samples.criterion("company.employees >= 50 && company.revenue >= 100");
        Answer answer = ask(both, "company.employees", new Range(60, 90), "company.revenue", new Range(50, 150));
        assertThat(answer.missing()).containsExactly("company.revenue");
    }
}
