package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What anybody tells about one company. Where several threads tell, it is read when all is told and {@link #settle
 * settled}; one thread alone may tell, take back and read in turn.
 */
final class Company {
    private static final String DOMAIN = "company.domain";

    private final String key;
    private List<Told> told = new ArrayList<>(1);
    private @Nullable AttributeLog log;
    private @Nullable Map<String, Object> known;
    /** The newest word, where the values are known. */
    private @Nullable Told last;
    /** Whether browsers told anything, and whether others did. */
    private boolean isClaimed;

    private boolean isVerified;

    /** @param key by which it is known, its domain as a rule */
    Company(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Takes in what a call or row tells of the company of its lead. */
    void tell(Sighting sighting) {
        Told word = word(sighting);
        if (word != null) {
            add(word);
        }
    }

    /** Takes back what a call or row told, for it told about another company. */
    void takeBack(Sighting sighting) {
        Told word = word(sighting);
        if (word != null) {
            told.remove(word);
            log = null;
            known = null;
        }
    }

    private @Nullable Told word(Sighting sighting) {
        Map<String, Object> values = Attributes.part(sighting.values(), true);
        if (sighting.company() != null && !values.containsKey(DOMAIN)) {
            values = withKey(values);
        }
        return values.isEmpty() ? null : Told.by(sighting, values);
    }

    private synchronized void add(Told word) {
        told.add(word);
        Map<String, Object> values = known;
        AttributeLog settled = log;
        isClaimed |= word.isClaimed();
        isVerified |= !word.isClaimed();
        boolean isNewest = last != null && Told.ORDER.compare(last, word) < 0;
        if (values == null || settled == null || !isNewest || (isClaimed && isVerified)) {
            log = null;
            known = null;
        } else {
            last = word;
            // the newest word: most tell what is known
            if (!values.entrySet().containsAll(word.values().entrySet())) {
                log = settled.with(word);
                Map<String, Object> more = new HashMap<>(values);
                more.putAll(word.values());
                known = more;
            }
        }
    }

    private Map<String, Object> withKey(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(DOMAIN, key);
        return Map.copyOf(all);
    }

    /** All is told: what is kept takes no more room than what is read. */
    synchronized void settle() {
        log = AttributeLog.ofNews(told, false);
        told = log.told();
    }

    AttributeLog log() {
        AttributeLog settled = log;
        if (settled == null) {
            settled = AttributeLog.ofNews(told, false);
            log = settled;
        }
        return settled;
    }

    /** The values told last, by path. */
    Map<String, Object> known() {
        Map<String, Object> values = known;
        if (values == null) {
            values = log().at(Long.MAX_VALUE);
            known = values;
            last = told.stream().max(Told.ORDER).orElse(null);
        }
        return values;
    }
}
