package io.cupel.files.text;

/** How letters are written as bytes. */
enum Encoding {
    /** Nothing but ASCII so far: the first line with more decides. */
    OPEN("ASCII"),
    UTF_8("UTF-8"),
    UTF_16_LITTLE("UTF-16"),
    UTF_16_BIG("UTF-16"),
    UTF_32("UTF-32"),
    /** Holds all of ISO 8859-1. Of its five bytes without a letter each is the control character of its number. */
    WINDOWS_1252("Windows-1252");

    private static final int ZEROS_RATIO = 16;

    private final String text;

    Encoding(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Told by the bytes that a file begins with.
     *
     * @param isWhole whether they are all, so that no letter is cut at their end
     */
    static Encoding of(byte[] bytes, boolean isWhole) {
        if (at(bytes, 0) == 0xff && at(bytes, 1) == 0xfe) {
            return bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0 ? UTF_32 : UTF_16_LITTLE;
        }
        if (at(bytes, 0) == 0xfe && at(bytes, 1) == 0xff) {
            return UTF_16_BIG;
        }
        if (at(bytes, 0) == 0xef && at(bytes, 1) == 0xbb && at(bytes, 2) == 0xbf) {
            return UTF_8;
        }
        Encoding wide = byZeros(bytes);
        return wide == OPEN ? byLetters(bytes, bytes.length, isWhole) : wide;
    }

    /**
     * Told by the letters beyond ASCII: bytes that only happen to look like UTF-8 are rarer than those that do not, and
     * damaged ones rarer than whole ones.
     */
    static Encoding byLetters(byte[] bytes, int length, boolean isWhole) {
        int letters = 0;
        int others = 0;
        int at = 0;
        while (at < length) {
            int size = bytes[at] >= 0 ? 1 : sizeAt(bytes, at, length);
            if (size > 1) {
                letters++;
            } else if (size == 0 && (isWhole || at < length - 3)) {
                others++;
            }
            at += Math.max(1, size);
        }
        return letters == 0 && others == 0 ? OPEN : letters >= others ? UTF_8 : WINDOWS_1252;
    }

    /** Of the letter of UTF-8 that begins there beyond ASCII, the bytes; 0 where none does. */
    private static int sizeAt(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xff;
        int size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (size == 0 || at + size > length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        boolean isBeyond = (first == 0xe0 && second < 0xa0)
                || (first == 0xed && second > 0x9f)
                || (first == 0xf0 && second < 0x90)
                || (first == 0xf4 && second > 0x8f);
        for (int i = 1; i < size; i++) {
            isBeyond |= (bytes[at + i] & 0xc0) != 0x80;
        }
        return isBeyond ? 0 : size;
    }

    /** Most letters of most tables have a zero in UTF-16, nearly always at the same side. */
    private static Encoding byZeros(byte[] bytes) {
        int pairs = bytes.length / 2;
        int evens = 0;
        int odds = 0;
        for (int i = 0; i < 2 * pairs; i++) {
            if (bytes[i] == 0) {
                evens += 1 - i % 2;
                odds += i % 2;
            }
        }
        if (odds > pairs / 4 && odds >= evens * ZEROS_RATIO) {
            return UTF_16_LITTLE;
        }
        return evens > pairs / 4 && evens >= odds * ZEROS_RATIO ? UTF_16_BIG : OPEN;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }
}
