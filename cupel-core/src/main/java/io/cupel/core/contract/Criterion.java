package io.cupel.core.contract;

/**
 * A statement about the attributes of lead and company that makes it fit.
 *
 * @param points whole points of fit, 0 only where required, negative only where not
 */
public record Criterion(String name, Condition when, long points, boolean required) {
    /** The largest size of a criterion's points. */
    public static final long POINTS_MAX = 4_000;

    public Criterion {
        if (Math.abs(points) > POINTS_MAX) {
            throw new IllegalArgumentException("criterion '" + name + "' has more than " + POINTS_MAX + " points");
        }
        if (points == 0 && !required) {
            throw new IllegalArgumentException("criterion '" + name + "' has no points and is not required");
        }
        if (points < 0 && required) {
            throw new IllegalArgumentException("criterion '" + name + "' is required and has negative points");
        }
    }
}
