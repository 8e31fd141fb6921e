package io.cupel.files;

import java.nio.charset.StandardCharsets;

/** Where in a scanned call the parts stand that {@link CallReader} reads. Not for several threads. */
final class PlainNodes {
    private static final long TYPE = JsonScan.name("type");
    private static final long ACTION = JsonScan.name("action");
    private static final long EVENT = JsonScan.name("event");
    private static final long NAME = JsonScan.name("name");
    private static final long USER_ID = JsonScan.name("userId");
    private static final long ANONYMOUS_ID = JsonScan.name("anonymousId");
    private static final long MESSAGE_ID = JsonScan.name("messageId");
    private static final long PROPERTIES = JsonScan.name("properties");
    private static final long CONTEXT = JsonScan.name("context");
    private static final long TRAITS = JsonScan.name("traits");
    private static final long BATCH = JsonScan.name("batch");

    private static final int FIRST_LETTER = '!';
    private static final int LAST_LETTER = '~';

    final JsonScan scan = new JsonScan();
    byte[] bytes = {};

    boolean read(byte[] bytes, int from, int until, long[] unsummed) {
        this.bytes = bytes;
        return scan.read(bytes, from, until, unsummed) && top(BATCH) == JsonScan.NONE;
    }

    /** A member of the call itself. */
    int top(long name) {
        return scan.member(JsonScan.ROOT, name);
    }

    int type() {
        int type = top(TYPE);
        return scan.isTold(type) ? type : top(ACTION);
    }

    int event() {
        return top(EVENT);
    }

    /** The name of a page or screen. */
    int name() {
        int name = top(NAME);
        return scan.isTold(name) ? name : scan.member(properties(), NAME);
    }

    int userId() {
        return top(USER_ID);
    }

    int anonymousId() {
        return top(ANONYMOUS_ID);
    }

    int messageId() {
        return top(MESSAGE_ID);
    }

    int properties() {
        return top(PROPERTIES);
    }

    int context() {
        return top(CONTEXT);
    }

    int traits() {
        return top(TRAITS);
    }

    int contextTraits() {
        return scan.member(context(), TRAITS);
    }

    /** Whether an id is one for certain, and no other than it stands there: letters without blanks. */
    boolean isPlainId(int node) {
        if (!scan.isText(node) || length(node) == 0) {
            return false;
        }
        for (int i = start(node); i < start(node) + length(node); i++) {
            if (bytes[i] < FIRST_LETTER || bytes[i] > LAST_LETTER) {
                return false;
            }
        }
        return !is(node, "null") && !is(node, "undefined");
    }

    /** Whether a text says something, for certain; false also where that is not so simply told. */
    boolean hasLetters(int node) {
        for (int i = start(node); i < start(node) + length(node); i++) {
            if (bytes[i] >= FIRST_LETTER && bytes[i] <= LAST_LETTER) {
                return true;
            }
        }
        return false;
    }

    /** The letters of a text. */
    String text(int node) {
        return new String(bytes, start(node), length(node), StandardCharsets.UTF_8);
    }

    private boolean is(int node, String word) {
        boolean isSame = length(node) == word.length();
        for (int i = 0; isSame && i < word.length(); i++) {
            isSame = bytes[start(node) + i] == word.charAt(i);
        }
        return isSame;
    }

    /** Where the letters of a text begin. */
    int start(int text) {
        return scan.from(text) + 1;
    }

    /** How many bytes its letters are. */
    int length(int text) {
        return scan.until(text) - scan.from(text) - 2;
    }
}
