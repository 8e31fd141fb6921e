package io.cupel.files.columns;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which values of a column a message may show: words of a closed list, never what somebody wrote about somebody. */
public final class ShownValues {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}][\\p{L}\\p{M} _/&()'-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{M}_/&()'-]+|[^\\p{Ll}]+");
    private static final int WORDS_MAX = 4;

    private ShownValues() {}

    /**
     * Those that may be shown, with their counts, in the order of the alphabet; none where one of the values is long or
     * has digits, an at sign or punctuation, for then the column holds free text. Of several words that stand but once,
     * only a known one.
     *
     * @param values with the number of their rows
     */
    public static Map<String, Long> of(Map<String, Long> values) {
        Map<String, Long> shown = new TreeMap<>();
        for (Map.Entry<String, Long> each : values.entrySet()) {
            if (!isWords(each.getKey())) {
                return Map.of();
            }
            if (each.getValue() > 1 || isOfList(each.getKey())) {
                shown.put(each.getKey(), each.getValue());
            }
        }
        return Collections.unmodifiableMap(shown);
    }

    private static boolean isWords(String value) {
        return WORDS.matcher(value).matches() && value.split(" ", -1).length <= WORDS_MAX;
    }

    private static boolean isOfList(String value) {
        StageWords known = StageWords.known();
        return CODE.matcher(value).matches()
                || known.placement(value).isPresent()
                || known.hint(value).isPresent();
    }
}
