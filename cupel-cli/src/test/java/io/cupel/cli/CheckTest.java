package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    @Test
    void theExamplesHaveNoFaultsAndNoWarnings() {
        Run run = Run.of(
                "check",
                Run.WORKSHOP,
                "examples/contracts/hr-tech-vendor.yaml",
                "examples/contracts/local-services.yaml",
                "examples/contracts/product-led.yaml");
        assertThat(run.out()).isEqualTo("4 contracts, no faults, no warnings\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFolderIsAFindingWithItsCode() {
        Run run = Run.of("check", folder.toString(), Run.WORKSHOP);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .startsWith(folder + ":1:1: CUP-CONTRACT-001: ")
                .contains("it is a folder")
                .endsWith("2 contracts, 1 fault, no warnings\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void fiveDifferentFaultsAreToldAtOnceWithTheirPlaces() throws Exception {
        Path file = folder.resolve("five.yaml");
        Files.writeString(file, """
                name: five
                timezone: America/NewYork
                fit:
                  pass: 50
                  criteria:
                    - {name: Size, when: company.emplyees > 50, points: 60}
                signals:
                  - {name: Pricing, kind: intnt, on: page, points: 20}
                  - {name: Reply, kind: intent, on: email replied, points: 25, half-life: soon}
                  - {name: Demo, kind: intent, on: track "Demo", points: 40, qualify: mql}
                stages: {mql: {score: 60}}
                """);
        Run run = Run.of("check", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("five.yaml:2:11: ", "five.yaml:6:", "five.yaml:8:27: ", "five.yaml:9:", "five.yaml:10:")
                .contains("'company.employees'", "'intent'", "America/New_York")
                .endsWith("1 contract, 5 faults, no warnings\n");
    }
}
