package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Points;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.About;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Waiting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Fit FIT = fit("A");
    private static final Map<String, Object> PROFILE = Map.of("lead.email", "ada@example.test");
    private static final About ABOUT = about("ada");
    private static final Score SCORE = new Score(Points.ZERO, new Points(5_000_000), Points.ZERO);
    private static final Waiting WAITING =
            new Waiting(Cause.IMPORT, null, false, 7, "growth@1", Points.ZERO, Fit.Verdict.PASS);

    @Test
    void anEntryThatOnlyMovesTheScoreShowsNothingElse() {
        Glance scored = new Glance(Stage.MQL, 5L, 1, false, false, null, SCORE, FIT, PROFILE);
        assertThat(of(scored).showsAs(usual())).isTrue();
    }

    @Test
    void whateverElseChangesIsLookedAt() {
        Stream.of(
                        new Glance(Stage.LEAD, 5L, 1, false, false, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 6L, 1, false, false, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, null, 1, false, false, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 5L, 2, false, false, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 5L, 1, true, false, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 5L, 1, false, true, null, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 5L, 1, false, false, WAITING, Score.NONE, FIT, PROFILE),
                        new Glance(Stage.MQL, 5L, 1, false, false, null, Score.NONE, fit("B"), PROFILE),
                        new Glance(Stage.MQL, 5L, 1, false, false, null, Score.NONE, FIT, Map.of()))
                .forEach(other -> assertThat(of(other).showsAs(usual())).isFalse());
        assertThat(new Shown.Source(usual().glance(), 9L, ABOUT).showsAs(usual()))
                .isFalse();
        assertThat(new Shown.Source(usual().glance(), 8L, about("grace")).showsAs(usual()))
                .isFalse();
    }

    private static Shown.Source usual() {
        return of(new Glance(Stage.MQL, 5L, 1, false, false, null, Score.NONE, FIT, PROFILE));
    }

    private static Shown.Source of(Glance glance) {
        return new Shown.Source(glance, 8L, ABOUT);
    }

    private static Fit fit(String grade) {
        return new Fit(Fit.Verdict.PASS, 50, grade, List.of(), List.of());
    }

    private static About about(String name) {
        return new About(name, true, null, Map.of(), Map.of());
    }
}
