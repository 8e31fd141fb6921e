package io.cupel.core.evidence;

import java.util.Locale;

/**
 * Something sales did to reach a lead, or the lead's answer to it.
 *
 * @param by who, as the source writes it; empty where that is not told
 * @param outcome in the source's words ("connected", "voicemail"); empty where that is not told
 * @param fromExport whether it was made of a dated column of an export ("last contacted")
 */
public record Touch(
        String id, long at, String by, Channel channel, Direction direction, String outcome, boolean fromExport)
        implements Act {
    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Touch withId(String other) {
        return new Touch(other, at, by, channel, direction, outcome, fromExport);
    }

    /** By which way. */
    public enum Channel {
        CALL,
        EMAIL,
        MEETING,
        MESSAGE,
        /** The source does not say. */
        UNKNOWN;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who reached whom. */
    public enum Direction {
        OUTBOUND,
        INBOUND;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
