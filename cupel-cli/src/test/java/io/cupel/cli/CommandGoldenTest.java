package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see, word by word. */
class CommandGoldenTest {
    private static void assertGolden(String name, Run run) {
        assertThat(run.exit()).isZero();
        Golden.assertMatches(name + ".txt", run.out() + "--- on standard error\n" + run.err());
    }

    @Test
    void theQueueOfTheWorkshop() {
        assertGolden("qualify", Run.workshop("qualify"));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void theQueueFitsTheTerminal(int columns) {
        Run run = Run.onTerminal(
                columns, "qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS, "--events", Run.EVENTS);
        assertThat(run.out().lines().map(String::length)).allMatch(length -> length <= columns);
        assertGolden("qualify-" + columns, run);
    }

    @Test
    void everybody() {
        assertGolden("qualify-all", Run.workshop("qualify", "--all"));
    }

    @Test
    void leadsAlone() {
        assertGolden("leads-alone", Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS));
    }

    @Test
    void asCsv() {
        assertGolden("qualify-csv", Run.workshop("qualify", "--format", "csv", "--all"));
    }

    @Test
    void asHubSpotImportsIt() {
        assertGolden("qualify-hubspot", Run.workshop("qualify", "--format", "hubspot"));
    }

    @Test
    void asSalesforceImportsIt() {
        assertGolden("qualify-salesforce", Run.workshop("qualify", "--format", "salesforce", "--all"));
    }

    @Test
    void theWorkedExample() {
        assertGolden("explain", Run.workshop("explain", "--lead", "vp@nordwind.example"));
    }

    @Test
    void theWorkedExampleForPrograms() {
        assertGolden("explain-json", Run.workshop("explain", "--lead", "vp@nordwind.example", "--format", "json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pat@rivalsoft.example", "u-08", "vp@tidewater.example", "vp@twinpeak.example"})
    void otherStories(String lead) {
        assertGolden("explain-" + lead.replaceAll("^.*@|\\.example$", ""), Run.workshop("explain", "--lead", lead));
    }

    @Test
    void theProductLedExample() {
        assertGolden(
                "product-led",
                Run.of(
                        "qualify",
                        "--contract",
                        "examples/contracts/product-led.yaml",
                        "--leads",
                        "examples/product-led/leads.csv",
                        "--events",
                        "examples/product-led/events.jsonl"));
    }

    @Test
    void aScoreThatFades() {
        assertGolden(
                "explain-fading",
                Run.of(
                        "explain",
                        "--contract",
                        "examples/contracts/product-led.yaml",
                        "--leads",
                        "examples/product-led/leads.csv",
                        "--events",
                        "examples/product-led/events.jsonl",
                        "--lead",
                        "noor@fernway.example"));
    }

    @Test
    void theBusinesses() {
        assertGolden(
                "local-services",
                Run.of(
                        "qualify",
                        "--contract",
                        "examples/contracts/local-services.yaml",
                        "--leads",
                        "examples/local-services/leads.csv"));
    }

    @Test
    void theDifferenceOfTwoContracts() {
        assertGolden("diff", Run.of("diff", Run.WORKSHOP, "examples/contracts/hr-tech-vendor.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cupel",
                "qualify",
                "explain",
                "convert",
                "import",
                "map",
                "check",
                "diff",
                "schema",
                "generate",
                "completion"
            })
    void help(String command) {
        Run run = command.equals("cupel") ? Run.of("--help") : Run.of(command, "--help");
        assertThat(run.out()).contains("Example").doesNotContain("serve ", "demo ");
        assertGolden("help-" + command, run);
    }
}
