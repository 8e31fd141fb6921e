package io.cupel.cli;

import java.util.List;

/** Lists of words that have to fit into a field of so many characters. */
final class ShortText {
    private static final String SEPARATOR = ", ";

    private ShortText() {}

    /** All parts, or the first ones that fit "and n more". */
    static String list(List<String> parts, int charactersMax) {
        return list(parts, SEPARATOR, charactersMax);
    }

    /** The same with another separator. A first part that is too long by itself is cut, which is marked. */
    static String list(List<String> parts, String separator, int charactersMax) {
        String all = String.join(separator, parts);
        for (int shown = parts.size() - 1; all.length() > charactersMax && shown > 0; shown--) {
            String some = String.join(separator, parts.subList(0, shown)) + " and " + Words.count(parts.size() - shown)
                    + " more";
            if (some.length() <= charactersMax) {
                return some;
            }
        }
        return all.length() <= charactersMax ? all : cut(all, charactersMax);
    }

    /** Not within a character that takes two places. */
    private static String cut(String text, int charactersMax) {
        int end = charactersMax - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
