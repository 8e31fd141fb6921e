package io.cupel.core.engine;

import io.cupel.core.contract.Points;

/** The points of a lead at an instant. Engagement, intent and usage stand as they are, also below 0. */
public record Score(Points engagement, Points intent, Points usage) {
    public static final Score NONE = new Score(Points.ZERO, Points.ZERO, Points.ZERO);

    /** Engagement and intent together, not below 0: what the threshold of MQL is compared with. */
    public Points score() {
        return new Points(Math.max(0, engagement.plus(intent).micros()));
    }

    /** Usage, not below 0: what the threshold of PQL is compared with. */
    public Points usageScore() {
        return new Points(Math.max(0, usage.micros()));
    }
}
