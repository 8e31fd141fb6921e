package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.contract.ContractFile;
import io.cupel.core.lifecycle.Judgement;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static final int LEADS = 2_000;

    private final Workload workload = new Workload(LEADS, 40_000);
    private final ClosedForm closed = new ClosedForm(workload);
    private final Live live = new Live(
            workload, ContractFile.read(Path.of("../bench/w1.yaml")).check().orThrow());

    @BeforeEach
    void open() {
        live.open(IntStream.range(0, LEADS).mapToObj(workload::told).toList());
    }

    @Test
    void scoresAndCrossingsAgreeWithDoublePrecision() {
        live.runByLead();
        Findings ours = Findings.of(live, LEADS);
        Agreement agreement = Agreement.of(ours, Findings.of(closed, LEADS), closed);
        assertThat(ours.qualified()).isPositive();
        assertThat(agreement.score()).isBetween(1e-9, 0.0001);
        assertThat(agreement.crossings()).isZero();
    }

    @Test
    void inTheOrderOfTimeEveryLeadGetsTheSame() {
        live.runByLead();
        Findings byLead = Findings.of(live, LEADS);
        open();
        live.runByTime(workload.byTime(), workload.leadOfEvents());
        Findings byTime = Findings.of(live, LEADS);
        assertThat(byTime.scores).isEqualTo(byLead.scores);
        assertThat(byTime.crossings).isEqualTo(byLead.crossings);
    }

    @Test
    void aKeptCaseIsAsOneReadFromTheLog() {
        live.runByLead();
        for (int lead = 0; lead < 300; lead++) {
            Judgement kept = live.judgement(lead);
            Judgement read = live.judgedFromLog(lead);
            assertThat(kept.score()).as("lead %s", lead).isEqualTo(read.score());
            assertThat(kept.reasons()).as("lead %s", lead).isEqualTo(read.reasons());
            assertThat(kept.stage()).as("lead %s", lead).isEqualTo(read.stage());
            assertThat(kept.since()).as("lead %s", lead).isEqualTo(read.since());
        }
    }

    @Test
    void aFarCrossingIsNoticed() {
        live.runByLead();
        Findings ours = Findings.of(live, LEADS);
        int[] moved = ours.crossings.clone();
        int lead = IntStream.range(0, LEADS)
                .filter(one -> moved[one] < 0 && workload.offsets[one] < workload.offsets[one + 1])
                .findFirst()
                .orElseThrow();
        moved[lead] = workload.seconds[workload.offsets[lead]];
        Agreement agreement = Agreement.of(ours, new Findings(ours.scores, moved), closed);
        assertThat(agreement).isEqualTo(new Agreement(0, 1, 1));
    }
}
