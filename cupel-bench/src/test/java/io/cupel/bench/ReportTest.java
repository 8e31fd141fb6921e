package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aGoalIsMetOrNot() {
        Report report = new Report();
        Report.Goal goal = new Report.Goal("B1", 60, 30);
        report.goal(goal, "quick", 30, List.of("30"));
        report.goal(goal, "fair", 59.9, List.of("59.9"));
        report.goal(goal, "slow", 60.1, List.of("60.1", "12", "5x"));
        assertThat(report.text().lines().map(String::strip).toList())
                .containsExactly(
                        "what   ours  anchor  ratio  must / strive",
                        "B1  quick  30                   60 / 30        met, and striven for",
                        "B1  fair   59.9                 60 / 30        met",
                        "B1  slow   60.1  12      5x     60 / 30        NOT MET");
    }

    @Test
    void figuresAreJson() {
        Json figures = new Json().put("a \"b\"", "c\\d").put("n", 16398315492.0).put("m", 12.34567891234);
        assertThat(new Json().put("in", figures).toString())
                .isEqualTo("{\"in\":{\"a \\\"b\\\"\":\"c\\\\d\",\"n\":16398315492,\"m\":12.3456789}}");
    }

    @Test
    void optionsAreReadOrRefused() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(100_000, 2_000_000, 7));
        assertThat(Options.of(List.of("--events", "40", "--leads", "2", "--rounds", "1")))
                .isEqualTo(new Options(2, 40, 1));
        assertThatThrownBy(() -> Options.of(List.of("--leads"))).hasMessageContaining("--leads wants a whole number");
        assertThatThrownBy(() -> Options.of(List.of("--size", "1"))).hasMessageContaining("--size");
        assertThatThrownBy(() -> Options.of(List.of("--leads", "0"))).hasMessageContaining("at least 1");
    }

    @Test
    void optionsOfTheServersBenchmarkAreReadOrRefused() {
        assertThat(IngestOptions.of(List.of("--rate", "40", "--seconds", "2")))
                .isEqualTo(new IngestOptions(10_000, 20_000, 3, 40, 2));
        assertThat(IngestOptions.of(List.of("--full", "--rounds", "1")).singleSeconds())
                .isEqualTo(10);
        assertThatThrownBy(() -> IngestOptions.of(List.of("--rate", "0"))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> IngestOptions.of(List.of("--size", "1"))).hasMessageContaining("--size");
    }
}
