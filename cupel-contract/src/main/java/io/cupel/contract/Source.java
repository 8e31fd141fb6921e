package io.cupel.contract;

import java.util.List;
import java.util.regex.Pattern;

/** The text of a contract file, by lines. */
final class Source {
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    private final String file;
    private final List<String> lines;

    Source(String file, String text) {
        this.file = file;
        this.lines = List.of(BREAK.split(text, -1));
    }

    String file() {
        return file;
    }

    /** The line of this number, from 1; empty beyond the end. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The place of a character (code point) of the whole text, from 0. */
    Place placeOf(String text, int index) {
        int line = 1;
        int column = 1;
        int units = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
        for (int i = 0; i < units; i += Character.charCount(text.codePointAt(i))) {
            char unit = text.charAt(i);
            boolean breaks = unit == '\n' || (unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            line += breaks ? 1 : 0;
            column = breaks ? 1 : column + 1;
        }
        return new Place(line, column);
    }

    /** The text with each character that a terminal would obey, or cannot show, replaced; each still one character. */
    static String printable(String text) {
        if (text.codePoints().allMatch(Source::isPlain)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(each -> shown.appendCodePoint(each == '\t' ? ' ' : isPlain(each) ? each : 0xFFFD));
        return shown.toString();
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
