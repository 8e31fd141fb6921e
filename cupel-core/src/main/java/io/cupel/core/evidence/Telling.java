package io.cupel.core.evidence;

import io.cupel.core.evidence.Evidence.Membership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told about one lead, walked forward in time: each word is read once, however many instants are asked for.
 * Gives the same as {@link Evidence#toldAt}. Not for several threads.
 */
public final class Telling {
    private final Evidence evidence;
    /** Maps in here never change: most leads have one word, which is shown as it is. */
    private Map<String, Object> own = Map.of();

    private Map<String, Object> company = Map.of();
    private int ownRead;
    private int companyRead;
    private int membership = -1;

    Telling(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The attributes as told up to an instant not before the last one asked for. Not to be changed. */
    public Map<String, Object> upTo(long instant) {
        List<Told> ownWords = evidence.own().told();
        int ownFrom = ownRead;
        ownRead = behind(ownWords, ownFrom, instant);
        own = with(own, ownWords.subList(ownFrom, ownRead));
        List<Membership> memberships = evidence.company();
        while (membership + 1 < memberships.size()
                && memberships.get(membership + 1).since() <= instant) {
            membership++;
            companyRead = 0;
            company = Map.of();
        }
        if (membership >= 0) {
            List<Told> words = memberships.get(membership).log().told();
            int from = companyRead;
            companyRead = behind(words, from, instant);
            company = with(company, words.subList(from, companyRead));
        }
        return both(own, company);
    }

    /** Behind the last word of an instant. */
    private static int behind(List<Told> told, int from, long instant) {
        int next = from;
        while (next < told.size() && told.get(next).at() <= instant) {
            next++;
        }
        return next;
    }

    private static Map<String, Object> with(Map<String, Object> known, List<Told> words) {
        if (words.size() < 2) {
            return words.isEmpty() ? known : both(known, words.get(0).values());
        }
        Map<String, Object> all = new HashMap<>(known);
        for (Told word : words) {
            all.putAll(word.values());
        }
        return all;
    }

    private static Map<String, Object> both(Map<String, Object> earlier, Map<String, Object> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return later.isEmpty() ? earlier : later;
        }
        Map<String, Object> all = new HashMap<>(earlier);
        all.putAll(later);
        return all;
    }
}
