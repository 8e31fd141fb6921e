package io.cupel.core.evidence;

/** The apostrophe with which spreadsheets keep a cell a text: no part of what the cell says. */
public final class Apostrophes {
    private static final char MARK = '\'';

    private Apostrophes() {}

    /**
     * A text without apostrophes in front, and without those at the end that go with them; trimmed where it had any.
     */
    public static String without(String text) {
        if (text.isEmpty() || text.charAt(0) != MARK) {
            return text;
        }
        int from = 0;
        int until = text.length();
        while (from < until && text.charAt(from) == MARK) {
            from++;
        }
        while (from < until && text.charAt(until - 1) == MARK) {
            until--;
        }
        return text.substring(from, until).strip();
    }
}
