package io.cupel.core.lifecycle;

/**
 * What the state of a lead with many events was on the way: where an event comes late, only what came behind is read
 * and folded again. It holds until another event occurs at its last event's instant or before, or one is taken away.
 */
public final class Milestone {
    private final long position;
    private final long at;
    private final byte[] state;

    /**
     * A milestone, made or read.
     *
     * @param position of the log: all of the lead's events up to there are in the state, and no others
     * @param at when the last of them in time occurred, in milliseconds since 1970 UTC
     * @param state as the scorer writes it; not to be changed any more
     */
    public Milestone(long position, long at, byte[] state) {
        this.position = position;
        this.at = at;
        this.state = state;
    }

    public long position() {
        return position;
    }

    public long at() {
        return at;
    }

    /** Not to be changed. */
    public byte[] state() {
        return state;
    }
}
