package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Countries and sales regions, from a table of our own, so that no Java version and no default locale makes a
 * difference.
 */
public final class Places {
    /** The longest name in the table has about 60 letters; what is much longer is no country. */
    private static final int NAME_MAX = 200;

    private static final String NO_REGION = "-";
    private static final Map<String, String> REGION_BY_CODE = new LinkedHashMap<>();
    private static final Map<String, String> CODE_BY_NAME = new HashMap<>();

    static {
        for (String line : TextResource.lines("countries.txt")) {
            List<String> cells = List.of(line.split(" \\| ", -1));
            REGION_BY_CODE.put(cells.get(0), cells.get(2));
            var names = new ArrayList<>(cells.subList(3, cells.size()));
            names.addAll(cells.subList(0, 2));
            names.forEach(name -> learn(name, cells.get(0)));
        }
    }

    private Places() {}

    /**
     * The ISO 3166-1 alpha-2 code of a country told as a code of two or three letters or as a name, in English or as
     * its people write it. Empty where the name is not known or fits two countries ("Korea", "Congo").
     */
    public static Optional<String> country(String text) {
        return text.length() > NAME_MAX ? Optional.empty() : Optional.ofNullable(CODE_BY_NAME.get(key(text)));
    }

    /** The sales region of a country told as for {@link #country}: North America, LATAM, EMEA or APAC. */
    public static Optional<String> region(String country) {
        return country(country).map(REGION_BY_CODE::get).filter(region -> !region.equals(NO_REGION));
    }

    /** Every code that {@link #country} can give. */
    static Set<String> countries() {
        return Set.copyOf(REGION_BY_CODE.keySet());
    }

    private static void learn(String name, String code) {
        String before = CODE_BY_NAME.putIfAbsent(key(name), code);
        if (before != null && !before.equals(code)) {
            throw new IllegalStateException("%s stands for %s and for %s".formatted(name, before, code));
        }
    }

    /** The words of a name; "The" before it, "St" for "Saint" and punctuation make no difference. */
    private static String key(String name) {
        String words = String.join(" ", Words.of(name.replace("&", " and ")));
        if (words.startsWith("the ")) {
            return words.substring("the ".length());
        }
        return words.startsWith("st ") ? "saint " + words.substring("st ".length()) : words;
    }

    /** Whether a word is the code of a country, as in the mail address {@code info.de@…}. */
    static boolean isCode(String word) {
        return REGION_BY_CODE.containsKey(word.toUpperCase(Locale.ROOT));
    }
}
