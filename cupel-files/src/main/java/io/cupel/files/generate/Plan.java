package io.cupel.files.generate;

import java.util.Locale;

/**
 * What is to be made up. Equal plans give equal files, on every machine.
 *
 * @param leads how many people become leads, at least one
 * @param eventsPerLead how many calls there are per lead on average, at least one; what goes wrong, robots and visitors
 *     who stay unknown come on top
 * @param seed another seed is another year
 * @param year in which it all happens
 * @param format of the events
 * @param isPacked whether the tables and events are packed with gzip
 */
public record Plan(int leads, int eventsPerLead, long seed, int year, Format format, boolean isPacked) {
    /** The most leads of a plan. */
    public static final int LEADS_MAX = 20_000_000;

    /** The most calls per lead of a plan. */
    public static final int EVENTS_PER_LEAD_MAX = 10_000;

    /** The year where none is asked for: a whole one that is over. */
    public static final int YEAR_DEFAULT = 2025;

    /** The first year of a plan: readers refuse events from before 1990. */
    public static final int YEAR_FIRST = 1990;

    /** The last year of a plan. */
    public static final int YEAR_LAST = 2100;

    public Plan {
        expect("leads", leads, 1, LEADS_MAX);
        expect("events-per-lead", eventsPerLead, 1, EVENTS_PER_LEAD_MAX);
        expect("year", year, YEAR_FIRST, YEAR_LAST);
    }

    /** How the events are written. */
    public enum Format {
        /** One call a line. */
        JSONL,
        /** A table. */
        CSV,
        /** A table of Parquet, which packs itself. */
        PARQUET;

        /** As options write it, and the ending of such files. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The calls that are planned, without what comes on top. */
    public long events() {
        return (long) leads * eventsPerLead;
    }

    private static void expect(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value);
        }
    }
}
