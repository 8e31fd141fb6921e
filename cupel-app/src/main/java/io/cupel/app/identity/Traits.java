package io.cupel.app.identity;

import io.cupel.core.evidence.MailDomains;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What calls tell of persons, beside what is a key of theirs. */
final class Traits {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()\\[\\]]+@[^\\s<>\"',;:()\\[\\]]+");

    private Traits() {}

    /**
     * The e-mail addresses in the traits of a call, however they are written there: {@code mailto:ann@acme.example} and
     * {@code Ann <ann@acme.example>} are no keys, but name her.
     *
     * @param call as the log keeps it
     */
    static Set<String> addresses(String call) {
        Set<String> found = new HashSet<>();
        if (call.indexOf('@') >= 0) {
            JsonNode root = JsonMapper.shared().readTree(call);
            add(root.path("traits"), found);
            add(root.path("context").path("traits"), found);
        }
        return found;
    }

    private static void add(JsonNode node, Set<String> found) {
        if (node.isString()) {
            find(node.stringValue(), found);
        }
        node.forEach(each -> add(each, found));
    }

    /** Adds the addresses in a text, in normal form. */
    static void find(String text, Set<String> found) {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            MailDomains.normaliseEmail(matcher.group()).ifPresent(found::add);
        }
    }
}
