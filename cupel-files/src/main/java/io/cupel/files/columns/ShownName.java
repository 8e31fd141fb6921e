package io.cupel.files.columns;

/** What a message may show of a header. */
public final class ShownName {
    private static final int LENGTH_MAX = 80;
    private static final int DIGITS_MAX = 4;

    private ShownName() {}

    /**
     * The name; of what looks like somebody's address or number, only that it is a value: a table may lack a header.
     */
    public static String of(String cell) {
        String name = cell.strip();
        long digits = name.chars().filter(Character::isDigit).count();
        if (name.indexOf('@') >= 0 || digits > DIGITS_MAX) {
            return "(a value)";
        }
        return name.length() > LENGTH_MAX ? name.substring(0, LENGTH_MAX) + "…" : name;
    }
}
