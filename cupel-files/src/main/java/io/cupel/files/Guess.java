package io.cupel.files;

/**
 * What a column may tell, and why that is thought.
 *
 * @param written the target, as mapping files write it
 * @param why in words; empty for a column that nothing speaks for
 */
record Guess(String written, String why) {
    static final String IGNORE = "ignore";

    static Guess ignore(String why) {
        return new Guess(IGNORE, why);
    }

    boolean isIgnored() {
        return written.equals(IGNORE);
    }
}
