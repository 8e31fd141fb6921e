package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At each limit a contract is fine, and one beyond it there is one fault with its code. */
class LimitsTest {
    private static void holds(int limit, Code code, IntFunction<String> contract) {
        assertThat(Samples.check(contract.apply(limit)).faults()).isEmpty();
        CheckResult beyond = Samples.check(contract.apply(limit + 1));
        assertThat(beyond.faults()).extracting(Finding::code).containsOnly(code);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String signals(int count) {
        return "signals:\n" + lines(count, i -> "- {name: s" + i + ", kind: intent, on: page, points: 1}");
    }

    @Test
    void signals() {
        holds(Contract.SIGNALS_MAX, Code.TOO_MANY, n -> "name: a\n" + signals(n));
    }

    @Test
    void criteria() {
        holds(
                Limits.CRITERIA_MAX,
                Code.TOO_MANY,
                n -> "name: a\n" + signals(1) + "fit:\n  pass: 1\n  criteria:\n"
                        + lines(n, i -> "  - {name: c" + i + ", when: true, points: 1}"));
    }

    @Test
    void exclusions() {
        holds(
                Limits.EXCLUSIONS_MAX,
                Code.TOO_MANY,
                n -> "name: a\n" + signals(1) + "exclude:\n" + lines(n, i -> "- {name: e" + i + ", when: false}"));
    }

    @Test
    void groups() {
        holds(
                Limits.GROUPS_MAX,
                Code.TOO_MANY,
                n -> "name: a\n" + signals(201) + "groups:\n"
                        + lines(n, i -> "- {name: g" + i + ", signals: [s" + i + "], cap: 1}"));
    }

    @Test
    void lists() {
        holds(
                Limits.LISTS_MAX,
                Code.TOO_MANY,
                n -> "name: a\n" + signals(1) + "lists:\n" + lines(n, i -> "  l" + i + ": [a]"));
        holds(
                Limits.LIST_ENTRIES_MAX,
                Code.TOO_MANY,
                n -> "name: a\n" + signals(1) + "lists:\n  l: [" + "a,".repeat(n) + "]\n");
        holds(Limits.TEXT_MAX, Code.TOO_LONG, n -> "name: a\n" + signals(1) + "lists:\n  l: [" + "a".repeat(n) + "]\n");
    }

    @Test
    void names() {
        holds(
                Limits.NAME_MAX,
                Code.TOO_LONG,
                n -> "name: a\nsignals: [{name: " + "ü".repeat(n) + ", kind: usage, on: page, points: 1}]");
    }

    @Test
    void depth() {
        // Two levels of the three that a contract's lists have are the mapping's and the list's own.
        CheckResult at = Samples.check("a: " + "[".repeat(31) + "]".repeat(31));
        CheckResult beyond = Samples.check("a: " + "[".repeat(32) + "]".repeat(32));
        assertThat(Samples.codes(at)).doesNotContain(Code.TOO_DEEP);
        assertThat(Samples.codes(beyond)).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void conditionLength() {
        holds(
                Limits.CONDITION_MAX,
                Code.CONDITION_TOO_LONG,
                n -> Samples.withSignal("event.path == \"" + "x".repeat(n - 16) + "\"")
                        .replace("when: |", "when: |-"));
    }

    @Test
    void conditionCost() {
        // exists takes ten steps an entry here.
        String longList = "lists: {a: [" + "1,".repeat(Limits.LIST_ENTRIES_MAX) + "]}\n";
        String once = "signals: [{name: s, kind: usage, on: page, points: 1, when: 'lists.a.exists(x, x == 2)'}]\n";
        String twice = once.replace("x == 2", "x == 2 && x > 3 && x > 4 && x > 5 && x > 6");
        assertThat(Samples.check("name: a\n" + longList + once).faults()).isEmpty();
        assertThat(Samples.check("name: a\n" + longList + twice).faults())
                .extracting(Finding::code)
                .containsExactly(Code.CONDITION_COST);
    }

    @Test
    void patterns() {
        holds(
                Limits.PATTERN_MAX,
                Code.CONDITION_PATTERN,
                n -> Samples.withSignal("event.path.matches(\"" + "a".repeat(n) + "\")"));
        holds(
                (int) Limits.PATTERN_COUNTS_MAX,
                Code.CONDITION_PATTERN,
                n -> Samples.withSignal("event.path.matches(\"a{" + n + "}\")"));
    }

    @Test
    void findings() {
        CheckResult many = Samples.check(lines(3_000, i -> "k" + i + ": 1"));
        assertThat(many.findings()).hasSize(Findings.KEPT_MAX);
    }
}
