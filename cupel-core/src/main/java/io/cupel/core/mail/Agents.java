package io.cupel.core.mail;

import io.cupel.core.evidence.TextResource;
import java.util.List;
import java.util.Locale;

/**
 * Programs that fetch links without a person: crawlers, makers of previews, scanners of mail gateways, libraries. An
 * agent is one of them where a listed name stands in it as whole words, whatever the case.
 */
final class Agents {
    private static final List<String> LISTED = TextResource.lines("/io/cupel/core/mail/agents.txt").stream()
            .map(line -> padded(line.split("#", 2)[0]))
            .toList();

    private Agents() {}

    static boolean isListed(String agent) {
        String words = padded(agent);
        return LISTED.stream().anyMatch(words::contains);
    }

    /** The words in small letters, a blank before and behind each; digits are letters of their word. */
    private static String padded(String text) {
        StringBuilder padded = new StringBuilder(" ");
        String small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            char each = small.charAt(i);
            if (Character.isLetterOrDigit(each)) {
                padded.append(each);
            } else if (padded.charAt(padded.length() - 1) != ' ') {
                padded.append(' ');
            }
        }
        if (padded.charAt(padded.length() - 1) != ' ') {
            padded.append(' ');
        }
        return padded.toString();
    }
}
