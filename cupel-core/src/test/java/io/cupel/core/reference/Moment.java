package io.cupel.core.reference;

/**
 * What is looked at: ages as of one instant, and only what occurred or was told up to another.
 *
 * @param asOf in milliseconds since 1970 UTC
 * @param until inclusive; {@code asOf}, or just before it where something happens before the events of its instant
 */
record Moment(long asOf, long until) {
    static Moment at(long instant) {
        return new Moment(instant, instant);
    }

    static Moment justBefore(long instant) {
        return new Moment(instant, instant - 1);
    }
}
