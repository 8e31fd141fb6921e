package io.cupel.contract;

/** The most that a contract file may hold, so that a hostile one can neither hang nor exhaust the process. */
final class Limits {
    static final int FILE_BYTES_MAX = 256 * 1024;
    /** Levels of lists and mappings; a contract needs six. */
    static final int DEPTH_MAX = 32;
    /** Characters of a name. */
    static final int NAME_MAX = 120;
    /** Characters of another text, such as a list's entry or a question. */
    static final int TEXT_MAX = 500;

    static final int CRITERIA_MAX = 200;
    static final int EXCLUSIONS_MAX = 200;
    static final int GROUPS_MAX = 200;
    static final int LISTS_MAX = 100;
    static final int LIST_ENTRIES_MAX = 10_000;
    static final int ATTRIBUTES_MAX = 200;
    static final int QUESTIONS_MAX = 50;
    static final int TIERS_MAX = 50;
    static final int BLOCKS_MAX = 12;
    static final int CLOSED_MAX = 1_000;
    static final int RATES_MAX = 200;
    static final int WARNINGS_MAX = 10;

    /** The largest pass and grade of a fit: above what all criteria together can give. */
    static final long FIT_POINTS_MAX = 1_000_000;
    /** The largest threshold: what {@link io.cupel.core.contract.Contract#SIGNALS_MAX} signals can reach. */
    static final long THRESHOLD_MAX = 2_000_000;

    static final int MQLS_PER_MONTH_MAX = 1_000_000;

    /** Characters of a condition. */
    static final int CONDITION_MAX = 2_000;
    /** Levels of parentheses, calls and selections in a condition. */
    static final int CONDITION_DEPTH_MAX = 50;
    /** Steps that asking a condition once may take, counted by {@link ConditionCost}: some milliseconds. */
    static final long CONDITION_COST_MAX = 100_000;
    /** Characters of the pattern of {@code matches}. */
    static final int PATTERN_MAX = 200;
    /** The largest product of all counts such as {@code {3,5}} in a pattern, for RE2 writes its parts out so often. */
    static final long PATTERN_COUNTS_MAX = 1_000;
    /** Instructions of a compiled pattern. */
    static final int PATTERN_PROGRAM_MAX = 2_000;
    /** Combinations of values of ranges for which a condition is asked; with more it is unknown. */
    static final int RANGE_COMBINATIONS_MAX = 4_096;

    private Limits() {}
}
