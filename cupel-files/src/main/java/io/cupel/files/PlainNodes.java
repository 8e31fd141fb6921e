package io.cupel.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where in a scanned call the parts stand that {@link CallReader} reads. Not for several threads. */
final class PlainNodes {
    private static final long NAME = JsonScan.name("name");
    private static final long TRAITS = JsonScan.name("traits");

    private static final long CONSENT = JsonScan.name(ConsentCalls.CONSENT);

    private static final int FIRST_LETTER = '!';
    private static final int LAST_LETTER = '~';
    /** Ids that stand for none are no longer. */
    private static final int PLACEHOLDER_MAX = 22;

    private static final byte APOSTROPHE = '\'';

    final JsonScan scan = new JsonScan();
    private final int[] tops = new int[CallPart.values().length];
    byte[] bytes = {};

    boolean read(byte[] bytes, int from, int until, long[] unsummed) {
        this.bytes = bytes;
        return scan.read(bytes, from, until, unsummed) && find() && top(CallPart.BATCH) == JsonScan.NONE;
    }

    /** Finds the members of the call itself, all in one go. */
    private boolean find() {
        Arrays.fill(tops, JsonScan.NONE);
        for (int node = scan.first(JsonScan.ROOT); node != JsonScan.NONE; node = scan.next(JsonScan.ROOT, node)) {
            CallPart part = CallPart.of(scan.name(node));
            if (part != null) {
                tops[part.place] = node;
            }
        }
        return true;
    }

    /** A member of the call itself. */
    int top(CallPart part) {
        return tops[part.place];
    }

    int type() {
        int type = top(CallPart.TYPE);
        return scan.isTold(type) ? type : top(CallPart.ACTION);
    }

    int event() {
        return top(CallPart.EVENT);
    }

    /** The name of a page or screen. */
    int name() {
        int name = top(CallPart.NAME);
        return scan.isTold(name) ? name : scan.member(properties(), NAME);
    }

    int userId() {
        return top(CallPart.USER_ID);
    }

    int anonymousId() {
        return top(CallPart.ANONYMOUS_ID);
    }

    int messageId() {
        return top(CallPart.MESSAGE_ID);
    }

    int properties() {
        return top(CallPart.PROPERTIES);
    }

    int context() {
        return top(CallPart.CONTEXT);
    }

    int traits() {
        return top(CallPart.TRAITS);
    }

    int contextTraits() {
        return scan.member(context(), TRAITS);
    }

    int consent() {
        return scan.member(context(), CONSENT);
    }

    /** Whether an id is one for certain, and no other than it stands there: letters without blanks and marks. */
    boolean isPlainId(int node) {
        if (!scan.isText(node) || length(node) == 0 || bytes[start(node)] == APOSTROPHE) {
            return false;
        }
        if (!JsonText.areLetters(bytes, start(node), start(node) + length(node))) {
            return false;
        }
        return !mayBePlaceholder(start(node), length(node)) || !CallKeys.isPlaceholder(text(node));
    }

    /** Whether an id may stand for none: of most that is told by their first letter. */
    private boolean mayBePlaceholder(int from, int length) {
        return length <= PLACEHOLDER_MAX
                && switch (bytes[from]) {
                    case 'n', 'N', 'u', 'U', '#', '-', '?', '0' -> true;
                    case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> hasPlus(from, length);
                    default -> false;
                };
    }

    private boolean hasPlus(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '+') {
                return true;
            }
        }
        return false;
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

    /** Where the letters of a text begin. */
    int start(int text) {
        return scan.from(text) + 1;
    }

    /** How many bytes its letters are. */
    int length(int text) {
        return scan.until(text) - scan.from(text) - 2;
    }
}
