package io.cupel.app.judging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of the contract took over the judging.
 *
 * @param number counts turns from 1
 * @param contract as {@link io.cupel.core.contract.Contract#id} writes it
 * @param at entries received before are judged by the version before; a few ms after the version was activated, where
 *     entries received in these were judged already
 * @param position of the last entry that was received before
 * @param leads that there were then
 * @param left of these and those that came since, how many did not take it yet
 * @param done when the last lead had taken it; null before
 */
public record Turn(
        int number,
        int version,
        String contract,
        Instant at,
        long position,
        State state,
        long leads,
        long left,
        Instant begun,
        @Nullable Instant done) {
    /** Of the sweep that has all leads take it which are not touched before. */
    public enum State {
        RUNNING,
        /** By a person; leads that are touched take it all the same. */
        STOPPED,
        DONE;

        /** As the interface writes it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
