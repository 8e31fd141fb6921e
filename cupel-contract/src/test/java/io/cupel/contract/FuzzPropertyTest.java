package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the file holds, there is a contract or a located finding, and nothing is thrown. */
class FuzzPropertyTest {
    private static final String[] SPLINTERS = {
        "\n",
        " ",
        "  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "|",
        ">",
        "&a ",
        "*a",
        "!x ",
        "#",
        "\t",
        "\u0000",
        "\ud800",
        "é",
        "𝄞",
        "0",
        "-1",
        "1e9",
        "30d",
        "true",
        "null",
        "~",
        "event.",
        "lead.",
        "lists.",
        "(",
        ")",
        "&&",
        "||",
        "?",
        ".",
        ",",
        "exists(",
        "\\",
        "\r",
        "\u2028",
        "%",
        "@",
        "`",
        "---",
        "...",
        "<<: ",
        "name: ",
        "when: ",
        "points: "
    };

    @Test
    void mutatedContractsSurvive() {
        List<String> valid = new ArrayList<>(List.of(Samples.skeleton()));
        Samples.examples().forEach(file -> valid.add(text(file)));
        Seeds.cases(1_500).check((seed, random) -> {
            StringBuilder text = new StringBuilder(valid.get(random.nextInt(valid.size())));
            for (int i = random.nextInt(8) + 1; i > 0; i--) {
                mutate(text, random);
            }
            survives(text.toString());
        });
    }

    @Test
    void mutatedConditionsSurvive() {
        String[] valid = {
            "company.employees >= 50 && company.employees <= 500",
            "lead.title.like(lists.buyers) || lead.title.words([\"CRO\"])",
            "company.tech.exists(t, t == \"SAP\") ? lead.opted_in : !lead.bounced",
            "lead.email.matches(\"^[a-z]+@.*$\") && lead.since > timestamp(\"2024-01-01T00:00:00Z\")",
        };
        Seeds.cases(1_500).check((seed, random) -> {
            StringBuilder text = new StringBuilder(valid[random.nextInt(valid.length)]);
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                mutate(text, random);
            }
            survives(Samples.withCriterion(text.toString()));
        });
    }

    @Test
    void rubbishSurvives() {
        Seeds.cases(1_000).check((seed, random) -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : SPLINTERS[random.nextInt(40)]);
            }
            survives(text.toString());
        });
    }

    private static void survives(String text) {
        CheckResult result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.check(text));
        assertThat(result.contract() == null).isEqualTo(!result.faults().isEmpty());
        result.findings().forEach(finding -> {
            assertThat(finding.line()).isPositive();
            assertThat(finding.column()).isPositive();
            assertThat(finding.rendered()).doesNotContain("Exception", "\u001b");
        });
        if (result.contract() != null) {
            assertThat(ContractDiff.between(result.contract(), result.contract()))
                    .isEmpty();
            result.contract().exclusions().forEach(exclusion -> exclusion.when().ask(path -> "x"));
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
            case 1 -> text.delete(at, end);
            case 2 -> text.replace(at, end, SPLINTERS[random.nextInt(SPLINTERS.length)]);
            default -> text.insert(at, text.substring(at, end));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
