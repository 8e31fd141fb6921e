package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static String hash(String text) {
        return Samples.contract(text).hash();
    }

    /** Signatures are bound to it: whoever changes this number voids them all. */
    @Test
    void theFormOfTheContentNeverChanges() {
        assertThat(hash(Samples.skeleton()))
                .isEqualTo("deca06f8a52bae0a33142db80744fab75d65b77c611db1857faa3b9c56a9fbac");
    }

    @Test
    void writingTheSameOtherwiseKeepsTheHash() {
        String skeleton = Samples.skeleton();
        String hash = hash(skeleton);
        for (List<String> change : List.of(
                List.of("# Every key of a contract.", "# Something else"),
                List.of("half-life: 30d", "half-life: 720h"),
                List.of("hand-stays: 30d", "hand-stays: 2592000s"),
                List.of("    hand-stays: 30d\n", ""),
                List.of("    re-arm: 30d\n", ""),
                List.of("    unknown-fit: allow-raised-hands\n", ""),
                List.of("points: 20\n", "points: 20.0\n"),
                List.of("points: 20\n", "points: 2e1\n"),
                List.of("name: Pricing page", "name: \"Pricing page\""),
                List.of("event.path.startsWith(\"/pricing\")", "'event.path.startsWith(\"/pricing\")'"),
                List.of("    kind: intent\n    on: page\n", "    on: page\n    kind: intent\n"),
                List.of("track \"Unsubscribed\"", "email unsubscribed"),
                List.of("on: email replied\n", "on: email replied\n    when: true\n    cap: 4000\n"),
                List.of("EUR: 1.08", "EUR: 1.080"),
                List.of("{watch: accepted, below: 30%}", "\n  below: 30%\n  watch: accepted"))) {
            assertThat(skeleton).contains(change.get(0));
            assertThat(hash(skeleton.replace(change.get(0), change.get(1))))
                    .as(change.toString())
                    .isEqualTo(hash);
        }
        assertThat(hash(skeleton.replace("\n", "\r\n"))).isEqualTo(hash);
    }

    @Test
    void changingTheMeaningChangesTheHash() {
        String skeleton = Samples.skeleton();
        String hash = hash(skeleton);
        for (List<String> change : List.of(
                List.of("name: b2b-workshop", "name: b2b-workshops"),
                List.of("half-life: 30d", "half-life: 31d"),
                List.of("half-life: 30d", "linear: 30d"),
                List.of("points: 20\n", "points: 20.000001\n"),
                List.of("\"CRO\"", "\"CFO\""),
                List.of("lead.persona: text", "lead.persona: list"),
                List.of("company.employees >= 50", "company.employees >= 51"),
                List.of("EUR: 1.08", "EUR: 1.09"),
                List.of("expires: 30d\n", "expires: 29d\n"),
                List.of("re-arm: none", "re-arm: 30d"),
                List.of("09:00-12:30", "09:00-12:31"),
                List.of("4 business hours", "4h"))) {
            String changed = skeleton.replace(change.get(0), change.get(1));
            if (Samples.check(changed).faults().isEmpty()) {
                assertThat(hash(changed)).as(change.toString()).isNotEqualTo(hash);
            } else {
                assertThat(change.get(0)).as(change.toString()).isEqualTo("lead.persona: text");
            }
        }
    }

    @Test
    void theContentIsCanonicalJson() {
        String text =
                "name: a\nlists: {n: [1.50, 2]}\n" + "signals: [{name: \"s\\\"\", kind: usage, on: page, points: 1}]";
        assertThat(ContentHash.canonical(Samples.contract(text)))
                .startsWith("{\"attributes\":{},\"currency\":\"USD\",\"exclude\":[],\"groups\":[],")
                .contains("\"lists\":{\"n\":[1.5,2]},")
                .contains("\"signals\":[{\"atLeast\":0,\"atMost\":0,\"cap\":4000000000,\"kind\":\"usage\",")
                .contains("\"name\":\"s\\\"\",\"on\":\"page\",\"points\":1000000}]")
                .contains("\"sql\":{\"checklist\":\"bant\",\"confirm\":4,\"intentWithin\":2592000,\"must\":[],")
                .endsWith(",\"zone\":\"UTC\"}");
    }
}
