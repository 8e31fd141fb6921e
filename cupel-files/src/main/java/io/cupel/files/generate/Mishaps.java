package io.cupel.files.generate;

/**
 * What goes wrong between the lead's browser and the log: calls sent twice, late, by wrong clocks or torn. How often is
 * like in real logs, or a little more, so that small files have some.
 */
final class Mishaps {
    private static final double SENT_TWICE = 0.008;
    private static final double SENT_AGAIN_LATER = 0.004;
    private static final double LATE = 0.003;
    private static final double CONTRADICTED = 0.0004;
    private static final double TORN = 0.0001;
    /** Calls that tell when they were sent and received. */
    private static final double TELLS_CLOCKS = 0.3;

    private static final double SKEWED_LEADS = 0.03;
    private static final int SKEW_MINUTES_MOST = 300;
    private static final int DELAY_MILLIS_MOST = 4_000;
    private static final int LATE_DAYS_MOST = 6;

    private final Dice dice;
    private final long skew;

    /** The mishaps of one lead: its clock is right or wrong for all of them. */
    Mishaps(long seed, long number) {
        this.dice = Dice.of(seed, Dice.Topic.MISHAPS, number);
        boolean isSkewed = dice.chance(SKEWED_LEADS);
        long minutes = dice.between(-SKEW_MINUTES_MOST, SKEW_MINUTES_MOST);
        this.skew = isSkewed ? minutes * Year.MINUTE : 0;
    }

    /** What becomes of a call. */
    enum Fate {
        ONCE,
        /** The same line again. */
        TWICE,
        /** The same call, sent again some time later. */
        AGAIN,
        /** Another content under the same message id. */
        CONTRADICTED,
        /** A second line that is only half there. */
        TORN
    }

    boolean isSkewed() {
        return skew != 0;
    }

    Fate fate(Call call) {
        double drawn = dice.uniform();
        if (drawn < SENT_TWICE) {
            return Fate.TWICE;
        }
        if (drawn < SENT_TWICE + SENT_AGAIN_LATER) {
            return Fate.AGAIN;
        }
        if (drawn < SENT_TWICE + SENT_AGAIN_LATER + CONTRADICTED) {
            return call.kind() == Call.Kind.PAGE ? Fate.CONTRADICTED : Fate.ONCE;
        }
        return drawn > 1 - TORN ? Fate.TORN : Fate.ONCE;
    }

    /** The call as it arrives: with the clock of its sender, and late if need be. */
    Call delivered(Call call) {
        double drawn = dice.uniform();
        int delay = dice.below(DELAY_MILLIS_MOST) + 20;
        boolean isFromBrowser = call.device() != null;
        if (drawn < LATE && isFromBrowser) {
            long waited = (1 + dice.below(LATE_DAYS_MOST)) * Year.DAY + delay;
            return delayed(call, waited);
        }
        return isFromBrowser && (isSkewed() || drawn < TELLS_CLOCKS) ? delayed(call, delay) : call;
    }

    /** The same call once more, after the sender had no answer. */
    Call again(Call call) {
        return delayed(call, (1 + dice.below(24)) * Year.HOUR);
    }

    private Call delayed(Call call, long waited) {
        long shown = call.at() + (call.device() == null ? 0 : skew);
        return call.delivered(shown, shown + waited, call.at() + waited);
    }

    /** Whether a call arrived days after it happened. */
    static boolean isLate(Call call) {
        return call.received() != Call.UNTOLD && call.received() - call.at() >= Year.DAY;
    }
}
