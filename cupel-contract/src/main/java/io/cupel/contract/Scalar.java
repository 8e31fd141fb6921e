package io.cupel.contract;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A text, number or truth of the file.
 *
 * @param value as YAML reads it: without quotes, escapes resolved, lines folded
 * @param place of its first character, which may be a quote or the sign of a block
 * @param lastLine the line in which it ends
 */
record Scalar(String value, ScalarStyle style, Place place, int lastLine) implements Node {
    /* The core schema of YAML 1.2, section 10.3.2: what a plain scalar must look like not to be text. */
    private static final Pattern NOTHING = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OTHER_WHOLE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    boolean isPlain() {
        return style == ScalarStyle.PLAIN;
    }

    boolean isNothing() {
        return isPlain() && NOTHING.matcher(value).matches();
    }

    boolean isTruth() {
        return isPlain() && TRUTH.matcher(value).matches();
    }

    boolean isWhole() {
        return isPlain() && WHOLE.matcher(value).matches();
    }

    /** A decimal number; whole ones too. */
    boolean isNumber() {
        return isPlain() && DECIMAL.matcher(value).matches();
    }

    boolean isText() {
        return !isNothing() && !isTruth() && !isNumber() && !isOddNumber();
    }

    /** A number to YAML, but one that contracts do not have: octal, hexadecimal, endless or none. */
    boolean isOddNumber() {
        return isPlain()
                && (OTHER_WHOLE.matcher(value).matches()
                        || NO_NUMBER.matcher(value).matches());
    }

    /** What it is, for messages. */
    String kind() {
        return isNothing() ? "nothing" : isTruth() ? "a truth" : isText() ? "a text" : "a number";
    }
}
