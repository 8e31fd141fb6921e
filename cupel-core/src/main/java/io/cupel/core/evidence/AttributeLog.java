package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was told about one subject over time. The value at an instant is the newest told at or before it. Immutable. */
public final class AttributeLog {
    public static final AttributeLog EMPTY = new AttributeLog(List.of());

    private final List<Told> told;

    private AttributeLog(List<Told> told) {
        this.told = told;
    }

    public static AttributeLog of(Collection<Told> told) {
        List<Told> sorted = new ArrayList<>(told);
        sorted.sort(Told.ORDER);
        return new AttributeLog(List.copyOf(believed(sorted)));
    }

    /** Of what browsers told, only what nobody else had told by then. */
    private static List<Told> believed(List<Told> sorted) {
        if (sorted.stream().noneMatch(Told::isClaimed)) {
            return sorted;
        }
        Set<String> verified = new HashSet<>();
        List<Told> believed = new ArrayList<>(sorted.size());
        for (Told word : sorted) {
            if (!word.isClaimed()) {
                verified.addAll(word.values().keySet());
                believed.add(word);
            } else if (Collections.disjoint(verified, word.values().keySet())) {
                believed.add(word);
            } else {
                Map<String, Object> filling = new HashMap<>(word.values());
                filling.keySet().removeAll(verified);
                believed.add(word.with(Map.copyOf(filling)));
            }
        }
        return believed;
    }

    /**
     * Of the words only those that change something. Pages identify their visitor again and again, and a company's
     * leads are judged only when something about it changed. Of a lead's own words, rows are kept all the same: a dated
     * one is an instant at which it is judged, as a call is by its event.
     */
    static AttributeLog ofNews(List<Told> told, boolean withRows) {
        if (told.size() < 2) {
            return told.isEmpty() ? EMPTY : new AttributeLog(List.copyOf(told));
        }
        List<Told> sorted = new ArrayList<>(told);
        sorted.sort(Told.ORDER);
        Map<String, Object> known = new HashMap<>();
        List<Told> news = new ArrayList<>();
        for (Told word : believed(sorted)) {
            if ((withRows && word.fromRow())
                    || !known.entrySet().containsAll(word.values().entrySet())) {
                news.add(word);
                known.putAll(word.values());
            }
        }
        return new AttributeLog(List.copyOf(news));
    }

    /** In order of time. */
    public List<Told> told() {
        return told;
    }

    /** The values as known at an instant, by path. */
    public Map<String, Object> at(long instant) {
        Map<String, Object> values = new HashMap<>();
        for (Told word : told) {
            if (word.at() > instant) {
                break;
            }
            values.putAll(word.values());
        }
        return values;
    }
}
