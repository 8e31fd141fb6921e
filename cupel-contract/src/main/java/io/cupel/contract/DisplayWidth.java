package io.cupel.contract;

/** How many columns of a terminal a text takes: two for a wide character, none for a mark above or below another. */
final class DisplayWidth {
    /**
     * First and last of the blocks that Unicode's EastAsianWidth.txt calls wide, nearly all of whose characters are.
     */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x2614, 0x2615},
        {0x26AA, 0x26AB},
        {0x2705, 0x2705},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x2B50, 0x2B50},
        {0x2E80, 0x303E},
        {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (letter >= block[0] && letter <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
