package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.testkit.Golden;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractFileGoldenTest {
    private static String rendered(CheckResult result) {
        return result.findings().stream().map(Finding::rendered).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        CheckResult result =
                ContractFile.of("faults.yaml", Samples.resource("faults.yaml")).check();
        assertThat(result.contract()).isNull();
        Golden.assertMatches("faults.txt", rendered(result));
    }

    @Test
    void warningsLeaveTheContractUsable() {
        CheckResult result = ContractFile.of("warnings.yaml", Samples.resource("warnings.yaml"))
                .check();
        assertThat(result.contract()).isNotNull();
        assertThat(result.warnings()).hasSameSizeAs(result.findings());
        Golden.assertMatches("warnings.txt", rendered(result));
    }

    @Test
    void theHouseExampleLooksAsPromised() {
        String text = "name: growth\n" + "#\n".repeat(9) + "signals:\n  - name: Pricing\n    kind: intent\n"
                + "    at-most: 150\n    on: page\n    points: 5\n";
        assertThat(ContractFile.of("growth.yaml", text).check().faults())
                .singleElement()
                .extracting(Finding::rendered)
                .isEqualTo("""
                        growth.yaml:14:14: CUP-CONTRACT-012: at-most (150) is above the 100 events kept per signal; \
                        use 100 or less
                         14 |     at-most: 150
                            |              ^""");
    }

    @Test
    void theCaretStandsBelowItsCharacterBehindWideOnes() {
        String text = "name: a\nsignals:\n- {name: \"日本語🎉e\u0301\", kind: intend, on: page, points: 1}\n";
        assertThat(Samples.check(text).faults())
                .singleElement()
                .extracting(Finding::rendered)
                .asString()
                .startsWith("c.yaml:3:26: ")
                .endsWith("\n   | " + " ".repeat("- {name: \"".length() + 4 * 2 + 1 + "\", kind: ".length()) + "^");
    }

    @Test
    void fiveFaultsAreFivePlaces() {
        String text = """
                name: five
                timezone: Europe/Berlim
                fit:
                  pass: 10
                  criteria:
                    - {name: Size, points: 10, when: company.employes > 5}
                signals:
                  - {name: Visit, kind: engagment, on: page, points: 5}
                  - name: Webinar
                    kind: intent
                    on: track "Webinar"
                    points: 1.1234567
                stages:
                  mql: {score: 5, expires: month}
                """;
        assertThat(Samples.check(text).findings())
                .extracting(finding -> finding.line() + ":" + finding.column() + " " + finding.code())
                .containsExactly(
                        "2:11 TIME_ZONE", "6:46 CONDITION_NAME", "8:25 NO_SUCH_CHOICE", "12:13 POINTS", "14:28 SPAN");
    }

    @Test
    void theExceptionCarriesTheFindings() {
        CheckResult result = Samples.check("name: x");
        assertThatThrownBy(result::orThrow)
                .isInstanceOfSatisfying(
                        ContractException.class, e -> assertThat(e.findings()).isEqualTo(result.findings()))
                .hasMessageContaining("CUP-CONTRACT-009");
    }

    @Test
    void placesFollowTheStyleOfTheScalar() {
        assertThat(placeOf("company.employes > 5")).isEqualTo("1:12");
        assertThat(placeOf("'company.employes > 5'")).isEqualTo("1:13");
        assertThat(placeOf("'\"a''b\" == company.employes'")).isEqualTo("1:23");
        assertThat(placeOf("\"company.employes > 5\"")).isEqualTo("1:13");
        assertThat(placeOf("\"'\\t' == company.employes\"")).isEqualTo("1:21");
        assertThat(placeOf("\"'\\\"\\u00e9\\x41' == \\\n  company.employes\"")).isEqualTo("2:11");
        assertThat(placeOf("|\n  true &&\n    company.employes > 5")).isEqualTo("3:13");
        assertThat(placeOf("|2-\n    true && company.employes > 5")).isEqualTo("2:21");
        assertThat(placeOf(">\n  true &&\n  company.employes > 5")).isEqualTo("3:11");
        assertThat(placeOf(">-\n\n  true &&\n\n    true &&\n  company.employes > 5"))
                .isEqualTo("6:11");
        assertThat(placeOf("true &&\n  true\n  && company.employes > 5")).isEqualTo("3:14");
        assertThat(placeOf("'true &&\n\n  \"it''s\" == company.employes'")).isEqualTo("3:22");
        assertThat(placeOf("|\n  true &&\n  company.employees >=\n")).isEqualTo("3:23");
        assertThat(placeOf("'\"𝄞é\" == company.employes'")).isEqualTo("1:21");
    }

    /** Of the fault in a condition that the text is the value of. */
    private static String placeOf(String value) {
        Findings findings = new Findings(new Source("c", "x: " + value));
        Node root = YamlReader.read("x: " + value, findings);
        Vocabulary vocabulary =
                new Vocabulary(java.util.Map.of(), java.util.Map.of(), io.cupel.core.contract.Currency.US_DOLLAR);
        Scalar scalar = (Scalar) ((Node.Mapping) root).pairs().get("x").value();
        new Conditions(ConditionScope.ofAttributes(vocabulary), vocabulary.lists(), new UsedLists(), findings)
                .compile(scalar);
        Finding finding = findings.sorted().get(0);
        return finding.line() + ":" + finding.column();
    }
}
