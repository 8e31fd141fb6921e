package io.cupel.files;

import io.cupel.files.text.Refusal;

/** Reads when a scanned call occurred. Not for several threads. */
final class PlainClock {
    private static final long OTHER = PlainTime.OTHER;

    private final OccurredAt clock;
    private final PlainTime times = new PlainTime();
    private long at;

    PlainClock(OccurredAt clock) {
        this.clock = clock;
    }

    /** Whether all its times are written plainly; then {@link #at} is known. */
    boolean read(PlainNodes nodes) throws Refusal {
        long timestamp = time(nodes, CallPart.TIMESTAMP);
        long original = time(nodes, CallPart.ORIGINAL);
        long sent = time(nodes, CallPart.SENT);
        long received = time(nodes, CallPart.RECEIVED);
        if (timestamp == OTHER || original == OTHER || sent == OTHER || received == OTHER) {
            return false;
        }
        at = clock.of(timestamp, original, sent, received);
        return true;
    }

    /** When it occurred, in milliseconds since 1970 UTC. */
    long at() {
        return at;
    }

    private long time(PlainNodes nodes, CallPart part) {
        int node = nodes.top(part);
        if (!nodes.scan.isTold(node)) {
            return OccurredAt.NOT_TOLD;
        }
        return nodes.scan.isText(node)
                ? times.millis(nodes.bytes, nodes.start(node), nodes.start(node) + nodes.length(node))
                : OTHER;
    }
}
