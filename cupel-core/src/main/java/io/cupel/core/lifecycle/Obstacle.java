package io.cupel.core.lifecycle;

/**
 * What stands between a lead's score and a cycle, beside contact details, exclusions and fit. Where nothing does, the
 * next event that is judged opens the cycle: time alone never does.
 */
public enum Obstacle {
    /** The number shown is below the threshold. */
    POINTS,
    /** Counted events are on too few days, or of too few signals. */
    REQUIREMENTS,
    /** The re-arm after a closed cycle is not over. */
    RE_ARM,
    /** No event counts since the last cycle closed. */
    EVENT_SINCE_CLOSE,
    /** It waits in the review tray. */
    REVIEW
}
