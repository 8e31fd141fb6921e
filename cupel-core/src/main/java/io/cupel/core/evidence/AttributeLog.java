package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return new AttributeLog(List.copyOf(sorted));
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
