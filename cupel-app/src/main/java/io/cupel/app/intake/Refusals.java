package io.cupel.app.intake;

import java.util.List;

/** Calls that could not be used: kept for 30 days, of each key at most the newest {@link #OF_KEY_MAX}. */
public final class Refusals {
    /** Refusals that are read at once. */
    public static final int READ_MAX = 1_000;
    /** Of one key; swept once a minute. */
    public static final int OF_KEY_MAX = 10_000;

    private final RefusalTable table;

    Refusals(RefusalTable table) {
        this.table = table;
    }

    /**
     * The newest refusals before one, the newest first.
     *
     * @param number of that one; {@link Long#MAX_VALUE} for the newest of all
     * @param limit from 1 to {@link #READ_MAX}
     */
    public List<RefusedCall> before(long number, RefusalQuery query, int limit) {
        if (limit < 1 || limit > READ_MAX) {
            throw new IllegalArgumentException("from 1 to " + READ_MAX + " refusals are read at once, not " + limit);
        }
        return table.before(number, query, limit);
    }
}
