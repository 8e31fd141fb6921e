package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;

/** A text about an amount, cut into numbers, words and single signs. */
final class AmountText {
    private static final int GROUP = 3;

    private AmountText() {}

    /** The parts of a text, folded, without the blanks between them. A part that starts with a digit is a number. */
    static List<String> parts(String text) {
        String folded = Words.fold(text).replace('’', '\'').replace('‘', '\'');
        if (folded.startsWith("~")) {
            folded = folded.substring(1); // "~500" is about 500, while "51~200" is a range
        }
        var parts = new ArrayList<String>();
        for (int at = 0; at < folded.length(); ) {
            int end = end(folded, at);
            if (folded.charAt(at) != ' ') {
                parts.add(folded.substring(at, end));
            }
            at = end;
        }
        return parts;
    }

    static boolean isNumber(String part) {
        return isDigit(part, 0);
    }

    private static int end(String text, int start) {
        if (isDigit(text, start)) {
            return endOfNumber(text, start);
        }
        int end = start;
        while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end > start ? end : start + Character.charCount(text.codePointAt(start));
    }

    private static int endOfNumber(String text, int start) {
        int end = endOfDigits(text, start);
        while (joins(text, end)) {
            end = endOfDigits(text, end + 1);
        }
        boolean isExponent = end < text.length() && text.charAt(end) == 'e';
        int power = isExponent && end + 1 < text.length() && text.charAt(end + 1) == '+' ? end + 2 : end + 1;
        return isExponent && isDigit(text, power) ? endOfDigits(text, power) : end;
    }

    /**
     * Whether the sign here stands inside a number. A space does so only before a group of three: "12 000", not "1 2".
     */
    private static boolean joins(String text, int at) {
        if (at >= text.length() || !isDigit(text, at + 1)) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '.', ',', '\'' -> true;
            case ' ' -> endOfDigits(text, at + 1) - at - 1 == GROUP;
            default -> false;
        };
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
