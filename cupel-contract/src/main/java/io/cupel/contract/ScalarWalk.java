package io.cupel.contract;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Goes through a scalar as the file has it, from one character that is no blank to the next. */
final class ScalarWalk {
    private final ScalarStyle style;
    private final Source source;
    private final int lastLine;
    private int line;
    private int[] letters;
    private int at;
    private int letter;

    ScalarWalk(Scalar scalar, Source source) {
        this.style = scalar.style();
        this.source = source;
        this.lastLine = scalar.lastLine();
        boolean isBlock = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        boolean isQuoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
        this.line = scalar.place().line() + (isBlock ? 1 : 0);
        this.letters = source.line(line).codePoints().toArray();
        this.at = isBlock ? 0 : scalar.place().column() - 1 + (isQuoted ? 1 : 0);
    }

    static boolean isBlank(int letter) {
        return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    }

    /** The character at the place that {@link #next} found, its escape resolved. */
    int letter() {
        return letter;
    }

    /** The place of the next character that is no blank; null at the end. */
    @Nullable
    Place next() {
        while (line <= lastLine) {
            while (at < letters.length) {
                int from = at;
                take();
                if (!isBlank(letter)) {
                    return new Place(line, from + 1);
                }
            }
            line++;
            letters = source.line(line).codePoints().toArray();
            at = 0;
        }
        return null;
    }

    private void take() {
        letter = letters[at++];
        if (style == ScalarStyle.SINGLE_QUOTED && letter == '\'' && at < letters.length && letters[at] == '\'') {
            at++;
        } else if (style == ScalarStyle.DOUBLE_QUOTED && letter == '\\') {
            // At the end of a line it only joins the lines.
            letter = at < letters.length ? escaped(letters[at++]) : ' ';
        }
    }

    /** YAML 1.2, section 5.7. */
    private int escaped(int sign) {
        return switch (sign) {
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case '0' -> 0;
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0B;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> 0x1B;
            case 'N' -> 0x85;
            case '_' -> 0xA0;
            case 'L' -> 0x2028;
            case 'P' -> 0x2029;
            default -> sign;
        };
    }

    private int hexadecimal(int digits) {
        int value = 0;
        for (int i = 0; i < digits && at < letters.length; i++) {
            value = value * 16 + Math.max(0, Character.digit(letters[at++], 16));
        }
        return value;
    }
}
