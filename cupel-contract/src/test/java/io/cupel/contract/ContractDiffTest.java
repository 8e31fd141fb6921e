package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractDiffTest {
    private static List<String> diff(String... fromAndTo) {
        String changed = Samples.skeleton();
        for (int i = 0; i < fromAndTo.length; i += 2) {
            assertThat(changed).contains(fromAndTo[i]);
            changed = changed.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        return ContractDiff.between(Samples.contract(Samples.skeleton()), Samples.contract(changed));
    }

    @Test
    void theSameContractHasNoDifference() {
        assertThat(diff()).isEmpty();
        assertThat(diff("half-life: 30d", "half-life: 720h")).isEmpty();
    }

    @Test
    void changesReadAsPeopleSayThem() {
        assertThat(diff("points: 20\n", "points: 25\n")).containsExactly("Pricing page: 20 → 25 points");
        assertThat(diff("score: 60", "score: 50")).containsExactly("threshold of MQL: 60 → 50");
        assertThat(diff("half-life: 30d", "half-life: 14d")).containsExactly("Pricing page, half-life: 30d → 14d");
        assertThat(diff("    expires: 30d\n", "")).containsExactly("expires of MQL: 30d → none");
        assertThat(diff("company.employees <= 500", "company.employees <= 900"))
                .containsExactly("50 to 500 people, when: company.employees >= 50 && company.employees <= 500"
                        + " → company.employees >= 50 && company.employees <= 900");
        assertThat(diff("name: b2b-workshop", "name: b2b-2")).containsExactly("name: b2b-workshop → b2b-2");
        assertThat(diff("\"CRO\"", "\"CFO\"")).containsExactly("list buyers: - CRO, + CFO");
        assertThat(diff("name: Buyer", "name: Buyers")).containsExactly("criterion Buyer → Buyers");
        assertThat(diff("A: 90, ", "")).containsExactly("- grade A (90 points)");
    }

    @Test
    void theSlaIsToldInTheWordsOfContracts() {
        String skeleton = Samples.skeleton();
        assertThat(skeleton).contains("sla:");
        String sla =
                skeleton.substring(0, skeleton.indexOf("\nsla:")) + "\nsla:\n  holidays: {country: US, closed: %s}\n"
                        + "  tiers:\n    - {for: mql, respond-within: 1d, warn-at: %s, on-breach: %s}\n";
        Contract full = Samples.contract(sla.formatted("[\"2026-12-24\"]", "[75%]", "[escalate, re-route]"));
        Contract empty = Samples.contract(sla.formatted("[]", "[]", "[]"));
        assertThat(ContractDiff.between(full, empty))
                .containsExactly(
                        "closed days of the SLA: 2026-12-24 → none",
                        "tier 1, warn-at: 75% → none",
                        "tier 1, on-breach: escalate, re-route → none");
    }

    @Test
    void signalsComeAndGo() {
        assertThat(diff(
                        "groups:",
                        "  - {name: Webinar, kind: engagement, on: track \"Webinar Attended\", points: 10}\ngroups:"))
                .containsExactly("+ signal Webinar (engagement, 10 points)");
        assertThat(diff("exclude:\n", "exclude:\n  - {name: Students, when: 'lead.title.words(\"student\")'}\n"))
                .containsExactly("+ exclusion Students");
        assertThat(diff("  - name: Sequence reply\n    kind: engagement\n    on: email replied\n    points: 25\n", ""))
                .containsExactly("- signal Sequence reply (engagement, 25 points)");
    }

    @Test
    void theOrderIsToldWhereItMatters() {
        assertThat(diff(
                        "    - {for: mql, respond-within: 4 business hours}\n    - {for: pql, respond-within: 1d}",
                        "    - {for: pql, respond-within: 1d}\n    - {for: mql, respond-within: 4 business hours}"))
                .containsExactly(
                        "tier 2, for: mql → pql",
                        "tier 2, respond-within: 4h of business hours → 1d",
                        "tier 3, for: pql → mql",
                        "tier 3, respond-within: 1d → 4h of business hours");
        String one = "  - {name: A, when: true}\n";
        String two = "  - {name: B, when: false}\n";
        Contract ab = Samples.contract(Samples.skeleton().replace("exclude:\n", "exclude:\n" + one + two));
        Contract ba = Samples.contract(Samples.skeleton().replace("exclude:\n", "exclude:\n" + two + one));
        assertThat(ContractDiff.between(ab, ba))
                .containsExactly("order of each exclusion: A, B, Competitor → B, A, Competitor");
    }
}
