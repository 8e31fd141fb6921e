package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
    /** By path the word that holds in the end, where the values are known. */
    private Map<String, Told> holding = Map.of();

    /** What was told before, to be read when it is asked for; null where it was. */
    private @Nullable Supplier<List<Sighting>> unread;

    /** @param key by which it is known, its domain as a rule */
    Company(String key) {
        this.key = key;
    }

    /** One about which something was told before: of very many leads that is much, and most who ask want the key. */
    Company(String key, Supplier<List<Sighting>> before) {
        this(key);
        this.unread = before;
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
        read();
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

    private synchronized void read() {
        Supplier<List<Sighting>> before = unread;
        if (before != null) {
            unread = null;
            before.get().forEach(this::tell);
        }
    }

    private synchronized void add(Told word) {
        read();
        told.add(word);
        log = null;
        Map<String, Object> values = known;
        if (values != null) {
            hold(word, values);
        }
    }

    /** Each of very many words costs no more than one of few does. */
    private void hold(Told word, Map<String, Object> values) {
        Map<String, Object> more = new HashMap<>();
        word.values().forEach((path, value) -> {
            Told before = holding.get(path);
            if (before == null || isBelow(before, word)) {
                holding.put(path, word);
                if (!value.equals(values.get(path))) {
                    more.put(path, value);
                }
            }
        });
        if (!more.isEmpty()) {
            Map<String, Object> all = new HashMap<>(values);
            all.putAll(more);
            known = all;
        }
    }

    /** Whether a word holds in the place of another: what browsers tell only fills. */
    private static boolean isBelow(Told other, Told word) {
        return other.isClaimed() == word.isClaimed() ? Told.ORDER.compare(other, word) <= 0 : other.isClaimed();
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
        read();
        AttributeLog settled = log;
        if (settled == null) {
            settled = AttributeLog.ofNews(told, false);
            log = settled;
        }
        return settled;
    }

    /** The values told last, by path; not to be changed. */
    synchronized Map<String, Object> known() {
        read();
        Map<String, Object> values = known;
        if (values == null) {
            holding = new HashMap<>();
            values = Map.of();
            known = values;
            for (Told word : told) {
                hold(word, Objects.requireNonNull(known));
            }
            values = Objects.requireNonNull(known);
        }
        return values;
    }
}
