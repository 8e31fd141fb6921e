package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to hang the process, to exhaust it, or to make it throw. */
class HostileFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static DynamicTest survives(String name, Code expected, String text) {
        return DynamicTest.dynamicTest(name, () -> {
            CheckResult result = assertTimeoutPreemptively(PATIENCE, () -> Samples.check(text));
            assertThat(Samples.codes(result)).contains(expected);
            assertThat(result.faults()).isNotEmpty();
            result.findings()
                    .forEach(finding -> assertThat(finding.rendered().length()).isLessThan(2_000));
        });
    }

    @TestFactory
    Stream<DynamicTest> files() {
        return Stream.of(
                survives("nothing", Code.YAML_SYNTAX, ""),
                survives("a comment", Code.YAML_SYNTAX, "# nothing"),
                survives("a text", Code.WRONG_SHAPE, "contract"),
                survives("NUL", Code.YAML_SYNTAX, "name: a\u0000b"),
                survives("an escape of a terminal", Code.YAML_SYNTAX, "name: \u001b[31m"),
                survives("half a character", Code.NOT_UTF8, "name: \ud800x"),
                survives("too large", Code.FILE_TOO_BIG, "#".repeat(10 * 1024 * 1024)),
                survives("deep lists", Code.TOO_DEEP, "lists: " + "[".repeat(100_000)),
                survives("deep mappings", Code.TOO_DEEP, "{a: ".repeat(50_000)),
                survives("deep blocks", Code.TOO_DEEP, "- ".repeat(100_000)),
                survives("a very long line", Code.WRONG_SHAPE, "x".repeat(200_000)),
                survives("many quotes", Code.YAML_SYNTAX, "'".repeat(200_001)),
                survives("a number of many digits", Code.OUT_OF_RANGE, "fit: {pass: " + "9".repeat(200_000) + "}"),
                survives("points of many digits", Code.POINTS, signal("points: 1e999999999")),
                survives("billion laughs", Code.YAML_FEATURE, laughs()),
                survives("many unknown keys", Code.UNKNOWN_KEY, keys(15_000)),
                survives("many anchors", Code.YAML_FEATURE, "lists: [" + "&a a, ".repeat(30_000) + "]"),
                survives("keys in keys", Code.YAML_FEATURE, "? ".repeat(14) + "a"));
    }

    @TestFactory
    Stream<DynamicTest> conditions() {
        return Stream.of(
                survives("parentheses", Code.CONDITION_COST, condition("(".repeat(900) + "true" + ")".repeat(900))),
                survives("nested lists", Code.CONDITION_COST, condition("[".repeat(900) + "]".repeat(900) + " == []")),
                survives("many calls", Code.CONDITION_COST, condition("size(".repeat(300) + ")".repeat(300) + " == 1")),
                survives(
                        "a huge list literal",
                        Code.CONDITION_TOO_LONG,
                        condition("1 in [" + "1,".repeat(5_000) + "1]")),
                survives("a long pattern", Code.CONDITION_PATTERN, matches("a?".repeat(200) + "a".repeat(200))),
                survives("counts in counts", Code.CONDITION_PATTERN, matches("((((a{10}){10}){10}){10}){10}")),
                survives("a large count", Code.CONDITION_PATTERN, matches("a{99999999999}")),
                survives(
                        "nested macros over long lists",
                        Code.CONDITION_COST,
                        lists() + signal("points: 1, when: 'lists.a.exists(x, lists.a.exists(y, x == y))'")),
                survives(
                        "macros over a list of lists",
                        Code.CONDITION_COST,
                        lists()
                                + signal("points: 1, when: '[lists.a, lists.a].exists(l, l.exists(x, lists.a.exists(y,"
                                        + " y == x)))'")));
    }

    /** These are long but allowed. */
    @Test
    void longChainsAreConditions() {
        for (String chain : new String[] {
            "true" + " && true".repeat(240),
            "1" + " + 1".repeat(490) + " > 2",
            "!".repeat(1_900) + "true",
            "-".repeat(1_900) + "1 < 2",
            "true" + " ? true : true".repeat(40),
            "event.properties" + ".a".repeat(45) + " == 1",
            "[1" + ",1".repeat(900) + "].exists(x, x == 2)",
        }) {
            CheckResult result = assertTimeoutPreemptively(PATIENCE, () -> Samples.check(Samples.withSignal(chain)));
            if (result.faults().isEmpty()) {
                result.orThrow().signals().forEach(signal -> {
                    if (signal.when() != null) {
                        signal.when().ask(path -> null);
                    }
                });
            }
            assertThat(result.faults()).allMatch(fault -> fault.code() == Code.CONDITION_COST);
        }
    }

    @Test
    void aFileThatCannotBeReadIsAFinding(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'n', ':', ' ', (byte) 0xe9});
        Path big = Files.write(folder.resolve("big.yaml"), new byte[Limits.FILE_BYTES_MAX + 1]);
        Path full = Files.writeString(folder.resolve("full.yaml"), "#".repeat(Limits.FILE_BYTES_MAX));
        assertThat(Samples.codes(ContractFile.read(latin).check())).containsExactly(Code.NOT_UTF8);
        assertThat(Samples.codes(ContractFile.read(big).check())).containsExactly(Code.FILE_TOO_BIG);
        assertThat(Samples.codes(ContractFile.read(full).check())).containsExactly(Code.YAML_SYNTAX);
        assertThat(Samples.codes(ContractFile.read(folder).check())).containsExactly(Code.UNREADABLE);
        assertThat(Samples.codes(ContractFile.read(folder.resolve("no.yaml")).check()))
                .containsExactly(Code.UNREADABLE);
    }

    private static String condition(String condition) {
        return Samples.withSignal(condition);
    }

    private static String matches(String pattern) {
        return condition("event.path.matches(\"" + pattern + "\")");
    }

    private static String signal(String fields) {
        return "name: a\nsignals:\n  - {name: s, kind: intent, on: page, " + fields + "}\n";
    }

    private static String lists() {
        return "lists: {a: ["
                + IntStream.range(0, Limits.LIST_ENTRIES_MAX)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","))
                + "]}\n";
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        return text.toString();
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "signal" + i + ": 1\n").collect(Collectors.joining());
    }
}
