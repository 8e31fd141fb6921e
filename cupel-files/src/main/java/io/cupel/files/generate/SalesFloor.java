package io.cupel.files.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which leads sales takes up, when, and who gets them. */
final class SalesFloor {
    /** Of those who ask for a demo. */
    private static final double TAKEN_OF_HANDS = 0.97;

    private static final double TAKEN_BY_CHANCE = 0.16;
    private static final double TAKEN_BY_NEED = 0.6;
    /** Leads of fairs and lists were promised a call. */
    private static final double TAKEN_OFFLINE = 0.25;

    private static final int CALLS_LEAST = 3;

    private final long seed;
    private final Year year;
    private final Planted planted;
    private final int reps;

    SalesFloor(long seed, Year year, Planted planted, long leads) {
        this.seed = seed;
        this.year = year;
        this.planted = planted;
        this.reps = Team.reps(leads);
    }

    /** How many reps each team has. */
    int reps() {
        return reps;
    }

    /**
     * Who got a lead, and when.
     *
     * @param at when marketing handed it over
     */
    record Assignment(long at, Team team, String rep, boolean isSlow) {}

    /** What sales does about a lead; null where it never hears of it. */
    @Nullable
    Pursuit pursuit(Lead lead, Activity.Done done) {
        Dice dice = Dice.of(seed, Dice.Topic.SALES, lead.number());
        boolean raisedHand = done.demoAt() != Call.UNTOLD;
        List<Call> calls = done.stream().calls();
        double chance =
                TAKEN_BY_CHANCE + TAKEN_BY_NEED * lead.need() + (lead.source().isOnline() ? 0 : TAKEN_OFFLINE);
        boolean isTaken = dice.chance(raisedHand ? TAKEN_OF_HANDS : chance);
        if (!isTaken || (!raisedHand && calls.size() < CALLS_LEAST)) {
            return null;
        }
        long shown = calls.get(dice.between(calls.size() / 2, calls.size() - 1)).at();
        long at = raisedHand ? done.demoAt() : Math.max(lead.created(), shown);
        Team team = dice.pick(Team.ALL);
        boolean isSlow = team == planted.slow();
        Assignment assignment = new Assignment(at, team, team.rep(dice.below(reps)), isSlow);
        Merits merits = Merits.of(lead, isSlow, lead.source() == planted.good());
        Pursuit pursuit = new Pursuit(dice, lead, merits, assignment, year.end());
        pursuit.run(done.hasBounced());
        return pursuit;
    }
}
