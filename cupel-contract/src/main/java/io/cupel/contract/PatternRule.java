package io.cupel.contract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a pattern of {@code matches} must be: RE2, and small once its counts are written out. */
final class PatternRule {
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    private PatternRule() {}

    /** What is wrong with the pattern; null for nothing. */
    static @Nullable String fault(String pattern) {
        if (pattern.length() > Limits.PATTERN_MAX) {
            return "the pattern has " + pattern.length() + " characters; " + Limits.PATTERN_MAX + " are allowed";
        }
        if (counts(pattern).compareTo(BigInteger.valueOf(Limits.PATTERN_COUNTS_MAX)) > 0) {
            return "the counts of the pattern, such as {3,5}, multiply to more than " + Limits.PATTERN_COUNTS_MAX;
        }
        try {
            int size = Pattern.compile(pattern).programSize();
            return size <= Limits.PATTERN_PROGRAM_MAX
                    ? null
                    : "the pattern takes " + size + " steps; " + Limits.PATTERN_PROGRAM_MAX + " are allowed";
        } catch (PatternSyntaxException e) {
            return "not a pattern of RE2: " + e.getDescription();
        }
    }

    private static BigInteger counts(String pattern) {
        BigInteger product = BigInteger.ONE;
        Matcher matcher = COUNT.matcher(pattern);
        while (matcher.find()) {
            String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            product = product.multiply(new BigInteger(most).max(BigInteger.ONE));
        }
        return product;
    }
}
