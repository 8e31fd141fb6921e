package io.cupel.files.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of the Segment protocol, as an application sends it.
 *
 * @param name of what is tracked, of the page or of the group; empty for identify
 * @param id the message id
 * @param user the user id; null before somebody is known
 * @param device the anonymous id; null where a server sends
 * @param at when it happened, in milliseconds since 1970 UTC
 * @param timestamp what the sender's clock showed then
 * @param sent what it showed when the call was sent; {@link #UNTOLD} where that is not told
 * @param received when the call arrived; {@link #UNTOLD} where that is not told
 * @param facts the properties, or the traits of identify and group
 * @param campaign by which the visitor came; null where the call tells none
 * @param agent the program that the visitor used; empty where a server sends
 */
record Call(
        Kind kind,
        String name,
        String id,
        @Nullable String user,
        @Nullable String device,
        long at,
        long timestamp,
        long sent,
        long received,
        List<Fact> facts,
        Source.@Nullable Campaign campaign,
        String agent) {
    static final long UNTOLD = Long.MIN_VALUE;

    /** What a call does. */
    enum Kind {
        IDENTIFY("identify"),
        GROUP("group"),
        PAGE("page"),
        TRACK("track");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    /** The same call, with the clocks of its sender and its receiver. */
    Call delivered(long timestampTold, long sentTold, long receivedTold) {
        return new Call(
                kind, name, id, user, device, at, timestampTold, sentTold, receivedTold, facts, campaign, agent);
    }

    /** Another content under the same message id, which should not happen and does. */
    Call contradicting() {
        List<Fact> other = List.of(Fact.of("path", "/"), Fact.of("title", "Untitled"));
        return new Call(kind, name, id, user, device, at, timestamp, sent, received, other, campaign, agent);
    }
}
