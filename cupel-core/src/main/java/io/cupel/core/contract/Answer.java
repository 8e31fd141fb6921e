package io.cupel.core.contract;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a condition answers.
 *
 * @param missing the facts that were missing or unreadable, such as {@code company.employees}, sorted; empty unless
 *     unknown
 */
public record Answer(Truth truth, List<String> missing) {
    public static final Answer YES = new Answer(Truth.TRUE, List.of());
    public static final Answer NO = new Answer(Truth.FALSE, List.of());

    public Answer {
        if (truth != Truth.UNKNOWN && !missing.isEmpty()) {
            throw new IllegalArgumentException("a decided answer misses nothing, was said to miss " + missing);
        }
    }

    public static Answer of(boolean yes) {
        return yes ? YES : NO;
    }

    public static Answer unknown(Collection<String> missing) {
        return new Answer(Truth.UNKNOWN, List.copyOf(new TreeSet<>(missing)));
    }

    public boolean isTrue() {
        return truth == Truth.TRUE;
    }

    public boolean isUnknown() {
        return truth == Truth.UNKNOWN;
    }
}
