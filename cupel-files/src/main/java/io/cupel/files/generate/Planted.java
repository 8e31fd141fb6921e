package io.cupel.files.generate;

/**
 * What is true about the made-up year, known to nobody in it. Analyses of the files can be tested against it;
 * truth.json tells it together with the effect that it had.
 */
record Planted(Team slow, Source good) {
    /** The size that the contract asks for. */
    static final int BOUND_LEAST = 50;

    static final int BOUND_MOST = 500;
    /** The size from which on the product truly helps: the contract's lower bound is too strict. */
    static final int TRULY_LARGE_ENOUGH = 30;

    /** Downloads of the playbook come from everybody alike: they tell nothing about who buys. */
    static final double PLAYBOOK_SHARE = 0.3;

    /** Times to the first answer, in working time. */
    static final long ANSWER_MEDIAN_MILLIS = 20 * Year.MINUTE;

    static final long SLOW_ANSWER_MEDIAN_MILLIS = 5 * Year.HOUR;
    static final double ANSWER_SIGMA = 0.9;

    /** What a slow answer leaves of the chance of each next step. */
    static final double SLOW_LEAVES = 0.72;

    /** By how much a lead of the good channel is likelier to take each next step, and what it costs. */
    static final double GOOD_MULTIPLIES = 1.5;

    static final double GOOD_COST_SHARE = 0.5;

    static Planted of(long seed) {
        Dice dice = Dice.of(seed, Dice.Topic.PLANTED, 0);
        return new Planted(dice.pick(Team.ALL), dice.pick(Source.MAY_BE_GOOD));
    }
}
