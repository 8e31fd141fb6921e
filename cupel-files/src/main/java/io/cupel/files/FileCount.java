package io.cupel.files;

/**
 * What became of one file: what it holds = {@code used} + {@code duplicates} + {@code rejected} + {@code passedOver}.
 *
 * @param file as it was given
 * @param used what the answers rest on
 * @param duplicates that were there before, in this file or in one given before it
 * @param rejected that could not be used, each of them told
 * @param passedOver that hold nothing: blank ones, a batch without calls, and what reports print around their rows
 */
public record FileCount(String file, Unit unit, long used, long duplicates, long rejected, long passedOver) {
    /** What is counted. */
    public enum Unit {
        /** Behind the header of a table. */
        ROWS,
        /** Of a log, each of one call. */
        LINES,
        /** Of a log in which lines hold several. */
        CALLS
    }

    /** All that the file holds. */
    public long read() {
        return used + duplicates + rejected + passedOver;
    }
}
