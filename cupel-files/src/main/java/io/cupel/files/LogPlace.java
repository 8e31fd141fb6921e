package io.cupel.files;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in the log of a server a call of its export stands.
 *
 * @param position above 0
 * @param received when the server received it, in milliseconds since 1970 UTC
 */
record LogPlace(long position, long received) {
    static final String POSITION = CallPart.POSITION.written();
    static final String KEY_ORIGIN = CallPart.KEY_ORIGIN.written();

    private static final int DIGITS_MAX = 18;

    /** Whether a call tells it. */
    static boolean isTold(Map<String, @Nullable Object> call) {
        return call.get(POSITION) != null;
    }

    /**
     * The place that a call tells.
     *
     * @throws FileFault if it tells none, or none that can be
     */
    static LogPlace of(Map<String, @Nullable Object> call, String file, long line) throws FileFault {
        Object told = call.get(POSITION);
        if (told == null) {
            throw new FileFault(file, line, "has no log position, and calls before it have; " + REMEDY);
        }
        long position = number(told);
        if (position < 1) {
            throw new FileFault(
                    file, line, "has a log position that is no whole number from 1 to 18 digits; " + REMEDY);
        }
        return new LogPlace(position, received(call, file, line));
    }

    /** What to do about positions with which a log cannot be judged. */
    static final String REMEDY = "export the log anew, or pass --ignore-positions to judge each event when it occurred";

    private static long received(Map<String, @Nullable Object> call, String file, long line) throws FileFault {
        try {
            long received = OccurredAt.time(call.get(CallPart.RECEIVED.written()));
            if (received != OccurredAt.NOT_TOLD) {
                return received;
            }
        } catch (Refusal refusal) {
            throw new FileFault(file, line, "has a log position, and a receivedAt that is no time; " + REMEDY);
        }
        throw new FileFault(file, line, "has a log position, but no receivedAt; " + REMEDY);
    }

    /** A number as calls write it, or a table; 0 for what is none. */
    private static long number(Object told) {
        if (told instanceof Long number) {
            return number;
        }
        boolean isNumber = told instanceof String text && isDigits(text);
        return isNumber ? Long.parseLong((String) told) : 0;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty()
                && text.length() <= DIGITS_MAX
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
