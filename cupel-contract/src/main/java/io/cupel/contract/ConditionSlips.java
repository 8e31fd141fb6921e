package io.cupel.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a text that is no condition what people write who come from spreadsheets and other languages. */
final class ConditionSlips {
    /**
     * One of them.
     *
     * @param index in the text
     */
    record Slip(int index, String remedy) {}

    /** Instead of words, by the words. */
    static final Map<String, String> WORDS =
            Map.of("and", "write && for 'and'", "or", "write || for 'or'", "not", "write ! for 'not'");

    private static final String CURLY = "[\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb]";

    /** Texts in quotes and names behind dots, which are passed over, and then the slips. */
    private static final Pattern PARTS = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'"
            + "|(?<open>[\"'])|(?<quote>" + CURLY + ")(?:[^\"'\\n]*?" + CURLY + ")?|\\.\\s*+\\w++"
            + "|(?<sign>==|[!<>]=|=[<>]?|<>|&&?|\\|\\|?)|(?<word>\\w++)");

    private ConditionSlips() {}

    /** In the order of the text. */
    static List<Slip> of(String condition) {
        List<Slip> slips = new ArrayList<>();
        boolean isQuoteTold = false;
        Matcher part = PARTS.matcher(condition);
        while (part.find()) {
            String remedy = "";
            if (part.group("open") != null) {
                // What stands in a text that does not end is anybody's guess.
                break;
            } else if (part.group("quote") != null) {
                remedy = isQuoteTold ? "" : "write straight quotes, such as \"CEO\"";
                isQuoteTold = true;
            } else if (part.group("sign") != null) {
                remedy = sign(part.group());
            } else if (part.group("word") != null) {
                remedy = WORDS.getOrDefault(part.group().toLowerCase(Locale.ROOT), "");
            }
            if (!remedy.isEmpty()) {
                slips.add(new Slip(part.start(), remedy));
            }
        }
        return slips;
    }

    private static String sign(String sign) {
        return switch (sign) {
            case "=" -> "write == to compare";
            case "=>" -> "write >= for 'at least'";
            case "=<" -> "write <= for 'at most'";
            case "<>" -> "write != for 'is not'";
            case "&" -> "write && for 'and'";
            case "|" -> "write || for 'or'";
            default -> "";
        };
    }
}
