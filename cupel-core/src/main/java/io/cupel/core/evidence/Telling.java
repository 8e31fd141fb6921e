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
    private final Map<String, Object> own = new HashMap<>();
    private Map<String, Object> company = new HashMap<>();
    private int ownRead;
    private int companyRead;
    private int membership = -1;

    Telling(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The attributes as told up to an instant not before the last one asked for. */
    public Map<String, Object> upTo(long instant) {
        ownRead = read(evidence.own().told(), ownRead, instant, own);
        List<Membership> memberships = evidence.company();
        while (membership + 1 < memberships.size()
                && memberships.get(membership + 1).since() <= instant) {
            membership++;
            companyRead = 0;
            company = new HashMap<>();
        }
        if (membership >= 0) {
            companyRead = read(memberships.get(membership).log().told(), companyRead, instant, company);
        }
        Map<String, Object> values = new HashMap<>(own);
        values.putAll(company);
        return values;
    }

    private static int read(List<Told> told, int from, long instant, Map<String, Object> into) {
        int next = from;
        while (next < told.size() && told.get(next).at() <= instant) {
            into.putAll(told.get(next).values());
            next++;
        }
        return next;
    }
}
