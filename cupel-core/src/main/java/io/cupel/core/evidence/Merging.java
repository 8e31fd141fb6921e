package io.cupel.core.evidence;

/**
 * A person said that two leads are one, or took that back. It means something only where a log is judged in its order.
 * It is nothing that a lead did or told: its call names nobody.
 *
 * @param one by what the one lead is named; {@link Keys#NONE} where a merge is taken back
 * @param other by what the other is
 * @param undone the id of the merge that is taken back; empty for a merge
 * @param by who, as the source writes it; empty where that is not told
 */
public record Merging(String id, long at, Keys one, Keys other, String undone, String by) implements Act {
    /** That two leads are one. */
    public static Merging of(String id, long at, Keys one, Keys other, String by) {
        return new Merging(id, at, one, other, "", by);
    }

    /** That they are not, after all. */
    public static Merging undo(String id, long at, String merge, String by) {
        return new Merging(id, at, Keys.NONE, Keys.NONE, merge, by);
    }

    /** Whether a merge is taken back. */
    public boolean isUndo() {
        return !undone.isEmpty();
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Merging withId(String made) {
        return new Merging(made, at, one, other, undone, by);
    }
}
