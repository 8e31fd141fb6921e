package io.cupel.files.generate;

import java.util.Map;
import java.util.TreeMap;

/** Counts of what was written, by name; what was never counted is 0. */
final class Tally {
    private final Map<What, Long> counts = new TreeMap<>();

    /** What is counted. */
    enum What {
        SECOND_ROWS,
        EXACT_DUPLICATES,
        RESENT_LATER,
        CONFLICTING_IDS,
        TORN_LINES,
        LATE,
        LEADS_WITH_WRONG_CLOCK,
        SCANNER_CLICKS,
        ANONYMOUS_VISITORS,
        CRAWLERS,
        CALLS_OF_VISITORS,
        DEMO_REQUESTS,
        TAKEN_BY_SALES
    }

    void add(What what) {
        add(what, 1);
    }

    void add(What what, long more) {
        counts.merge(what, more, Long::sum);
    }

    long of(What what) {
        return counts.getOrDefault(what, 0L);
    }
}
