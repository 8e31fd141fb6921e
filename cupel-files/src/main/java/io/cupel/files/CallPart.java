package io.cupel.files;

import org.jspecify.annotations.Nullable;

/** Members of a call that are looked at, wherever in it they stand. */
enum CallPart {
    TYPE(0, "type"),
    ACTION(1, "action"),
    EVENT(2, "event"),
    NAME(3, "name"),
    USER_ID(4, "userId"),
    ANONYMOUS_ID(5, "anonymousId"),
    MESSAGE_ID(6, "messageId"),
    PROPERTIES(7, "properties"),
    CONTEXT(8, "context"),
    TRAITS(9, "traits"),
    BATCH(10, "batch"),
    TIMESTAMP(11, "timestamp"),
    ORIGINAL(12, "originalTimestamp"),
    SENT(13, "sentAt"),
    RECEIVED(14, "receivedAt"),
    /** Of an event: an id of the lead as tables of leads may have it, maybe without the name of its system. */
    LEAD(15, "lead"),
    /** In exports of a server: where in its log the call stands. */
    POSITION(16, "logPosition"),
    /** In exports of a server: whether a {@code server} key brought the call or a {@code browser} key. */
    KEY_ORIGIN(17, "keyOrigin"),
    /** Of what a row of an export tells: whom it names, and all that no other call has; see {@link RowCalls}. */
    AS_OF_EXPORT(18, "asOfExport"),
    /** Beside it: which of several rows that tell one thing at one time has the last word. */
    EXPORT_ORDER(19, "exportOrder");

    private static final int SLOTS = 64;
    private static final @Nullable CallPart[] BY_NAME = byName();

    /** Where it stands among all parts. */
    final int place;

    private final String written;
    private final long name;

    CallPart(int place, String written) {
        this.place = place;
        this.written = written;
        this.name = JsonScan.name(written);
    }

    /** As calls write it. */
    String written() {
        return written;
    }

    /** The part by the hash of its name; null where the name is of none. */
    static @Nullable CallPart of(long name) {
        int slot = (int) name & (SLOTS - 1);
        while (BY_NAME[slot] != null && BY_NAME[slot].name != name) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return BY_NAME[slot];
    }

    private static @Nullable CallPart[] byName() {
        @Nullable CallPart[] parts = new CallPart[SLOTS];
        for (CallPart part : values()) {
            int slot = (int) part.name & (SLOTS - 1);
            while (parts[slot] != null) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            parts[slot] = part;
        }
        return parts;
    }
}
