package io.cupel.files;

/** Tells whether bytes are UTF-8, as the decoder of the library would. */
final class Utf8 {
    private static final int LAST_ASCII = 0x7F;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until) {
            int first = bytes[at] & 0xFF;
            int length = first <= LAST_ASCII ? 1 : length(first);
            if (length == 0 || at + length > until || (length > 1 && !isSecond(first, bytes[at + 1] & 0xFF))) {
                return false;
            }
            for (int i = 2; i < length; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /** Of a letter by its first byte; 0 where none begins so. */
    private static int length(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    /** Whether a second byte may follow: not for letters written longer than needed, for halves and beyond the last. */
    private static boolean isSecond(int first, int second) {
        return switch (first) {
            case 0xE0 -> second >= 0xA0 && second <= 0xBF;
            case 0xED -> second >= 0x80 && second <= 0x9F;
            case 0xF0 -> second >= 0x90 && second <= 0xBF;
            case 0xF4 -> second >= 0x80 && second <= 0x8F;
            default -> second >= 0x80 && second <= 0xBF;
        };
    }
}
