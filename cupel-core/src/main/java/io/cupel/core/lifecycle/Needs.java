package io.cupel.core.lifecycle;

import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Score;
import io.cupel.core.engine.Scorer;
import io.cupel.core.lifecycle.Transition.Why;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle needs to open: fit, and a hand that is up or a score with all it requires, and after a closed cycle a
 * re-arm.
 */
final class Needs {
    private final Judge judge;
    private final Scorer scorer;
    private final LeadState state;
    private final Standing standing;
    private final Fit fit;

    Needs(Judge judge, LeadState state, Standing standing, Fit fit) {
        this.judge = judge;
        this.scorer = judge.scorer;
        this.state = state;
        this.standing = standing;
        this.fit = fit;
    }

    /** What opens a cycle of a stage at a judged instant; null where nothing does. */
    @Nullable
    Why openedBy(Target target, Entry entry, long now) {
        if (fit.verdict() == Verdict.FAIL) {
            return null;
        }
        if (fitsForHand(target, entry) && standing.isUp(target, entry, now) && mayHandOpen(target, entry, now)) {
            return Why.HAND_RAISED;
        }
        if (fitsForScore(target) && scorer.mayReach(state, target, entry.threshold())) {
            boolean reached = shown(target, scorer.scoreForJudging(state, now)) >= entry.threshold();
            if (reached && scorer.meetsRequirements(state, target, now) && isArmed(target, entry, now)) {
                return Why.SCORE_REACHED;
            }
        }
        return null;
    }

    private boolean mayHandOpen(Target target, Entry entry, long now) {
        return standing.cycle == 0 || standing.isHandSinceClose(target) || isArmed(target, entry, now);
    }

    private boolean isArmed(Target target, Entry entry, long now) {
        return standing.cycle == 0
                || (isReArmOver(entry, now) && scorer.countsSince(state, target, standing.closed, now));
    }

    private boolean isReArmOver(Entry entry, long now) {
        return entry.reArm() == null || entry.reArm().isOverSince(standing.reArmFrom, now);
    }

    /** What the score of a lead that is in no open cycle still lacks for one. */
    Set<Obstacle> obstacles(Target target, Entry entry, Score score, long now) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (shown(target, score) < entry.threshold()) {
            obstacles.add(Obstacle.POINTS);
        }
        if (!scorer.meetsRequirements(state, target, now)) {
            obstacles.add(Obstacle.REQUIREMENTS);
        }
        if (standing.cycle > 0 && !isReArmOver(entry, now)) {
            obstacles.add(Obstacle.RE_ARM);
        }
        if (standing.cycle > 0 && !scorer.countsSince(state, target, standing.closed, now)) {
            obstacles.add(Obstacle.EVENT_SINCE_CLOSE);
        }
        if (standing.waiting != null) {
            obstacles.add(Obstacle.REVIEW);
        }
        return obstacles;
    }

    private boolean fitsForHand(Target target, Entry entry) {
        return switch (target) {
            case MQL -> fit.verdict() == Verdict.PASS || (!entry.unknownFitHolds() && fit.verdict() == Verdict.UNKNOWN);
            case PQL -> fit.verdict() != Verdict.FAIL;
        };
    }

    private boolean fitsForScore(Target target) {
        return switch (target) {
            case MQL -> fit.verdict() == Verdict.PASS;
            case PQL -> fit.verdict() != Verdict.FAIL;
        };
    }

    private static long shown(Target target, Score score) {
        return switch (target) {
            case MQL -> score.score().shown();
            case PQL -> score.usageScore().shown();
        };
    }

    /** Whether for MQL nothing but a known fit is missing, or its hand is up. */
    boolean areMetButForFit(Entry mql, long now) {
        return standing.isUp(Target.MQL, mql, now) || (hasScore(Target.MQL, mql, now) && isArmed(Target.MQL, mql, now));
    }

    private boolean hasScore(Target target, Entry entry, long now) {
        return shown(target, scorer.score(state, now)) >= entry.threshold()
                && scorer.meetsRequirements(state, target, now);
    }

    /** Whether in an open cycle of one of the two stages all that a first cycle of the other one asks holds as well. */
    boolean wouldOpenBeside(Stage stage, @Nullable String veto, long now) {
        if (!stage.isUndecided() || veto != null) {
            return false;
        }
        Target other = stage == Stage.MQL ? Target.PQL : Target.MQL;
        Entry entry = judge.contract.stages().entry(other);
        return entry != null
                && ((fitsForHand(other, entry) && standing.isUp(other, entry, now))
                        || (fitsForScore(other) && hasScore(other, entry, now)));
    }
}
