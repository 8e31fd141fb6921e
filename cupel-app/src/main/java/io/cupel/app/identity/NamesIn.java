package io.cupel.app.identity;

import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text may name a person, as a key is written: whatever is wrong with the text, for it may be a call that
 * could not be read.
 */
final class NamesIn {
    /** What stands between quotation marks, and what stands there without any. */
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"?|[^\\s\"{}\\[\\],:;=&]+");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);
    private static final int HEX = 16;
    /** Letters of a name that stands there without quotation marks: shorter ones are mostly numbers of something. */
    private static final int BARE_MIN = 5;

    private NamesIn() {}

    static Set<String> of(String text) {
        Set<String> names = new HashSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            boolean isBare = words.group(1) == null;
            String word = unescaped(isBare ? words.group() : words.group(1)).strip();
            if (word.length() >= (isBare ? BARE_MIN : 1)) {
                names.add(word);
                Phone.normalised(word).ifPresent(names::add);
                addresses(word, names);
            }
        }
        return names;
    }

    private static void addresses(String word, Set<String> names) {
        if (word.indexOf('@') < 0) {
            return;
        }
        MailDomains.normaliseEmail(word).ifPresent(names::add);
        Traits.find(word, names);
        for (String part : word.split("[=&]", -1)) { // of a form
            Traits.find(part, names);
        }
    }

    private static String unescaped(String word) {
        return word.indexOf('\\') < 0 ? word : ESCAPE.matcher(word).replaceAll(NamesIn::meant);
    }

    private static String meant(MatchResult escape) {
        String letter = escape.group(1) == null
                ? escape.group(2)
                : String.valueOf((char) Integer.parseInt(escape.group(1), HEX));
        return Matcher.quoteReplacement(letter);
    }
}
