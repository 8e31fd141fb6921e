package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void aHundredThousandLeadsMeetTheCheckValues() {
        assertCheckValues(new Workload(100_000, 2_000_000), 177_772.909003, 1_056, 16_398_315_492L);
    }

    @Test
    void aMillionLeadsMeetTheCheckValues() {
        assumeTrue(
                Boolean.getBoolean("cupel.bench.large"),
                "asked for by -Dcupel.bench.large=true; takes some seconds and gigabytes");
        assertCheckValues(new Workload(1_000_000, 20_000_000), 1_787_888.352840, 10_495, 164_738_019_487L);
    }

    private static void assertCheckValues(Workload workload, double scores, long qualified, long crossings) {
        ClosedForm closed = new ClosedForm(workload);
        ClosedForm.Outcome[] outcomes =
                IntStream.range(0, workload.leads).mapToObj(closed::outcome).toArray(ClosedForm.Outcome[]::new);
        double sum = 0;
        long found = 0;
        long seconds = 0;
        for (ClosedForm.Outcome outcome : outcomes) {
            sum += outcome.score();
            found += outcome.crossing() < 0 ? 0 : 1;
            seconds += Math.max(0, outcome.crossing());
        }
        assertThat(sum).isCloseTo(scores, within(1e-5));
        assertThat(found).isEqualTo(qualified);
        assertThat(seconds).isEqualTo(crossings);
    }

    @Test
    void everyColumnIsTheAnchors() throws Exception {
        int leads = 20_000;
        int events = 400_000;
        Workload ours = new Workload(leads, events);
        var found = Anchor.find(Path.of("..").toAbsolutePath().normalize(), leads, events);
        assumeTrue(found.isPresent(), "the anchor stands outside of the project and is not here");
        Anchor anchor = found.get();
        assertThat(anchor.column("off")).isEqualTo(ours.offsets);
        assertThat(anchor.column("t")).isEqualTo(ours.seconds);
        assertThat(anchor.column("sig")).isEqualTo(ours.codes);
        assertThat(anchor.column("employees")).isEqualTo(ours.employees);
        assertThat(anchor.column("industry")).isEqualTo(ours.industry);
        assertThat(anchor.column("country")).isEqualTo(ours.country);
        assertThat(anchor.column("seniority")).isEqualTo(ours.seniority);
        assertThat(anchor.column("source")).isEqualTo(ours.source);
        assertThat(anchor.column("free")).isEqualTo(ours.freeMail);
        assertThat(anchor.column("revenue")).isEqualTo(ours.revenue);
        assertThat(anchor.column("tech")).isEqualTo(ours.tech);
    }

    @Test
    void theOrderOfTimeHasEveryEventOnce() {
        Workload workload = new Workload(500, 10_000);
        int[] places = workload.byTime();
        assertThat(IntStream.of(places).sorted().toArray())
                .isEqualTo(IntStream.range(0, 10_000).toArray());
        assertThat(IntStream.of(places).map(place -> workload.seconds[place]).toArray())
                .isSorted();
    }
}
