package io.cupel.files;

import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.WrittenDate;
import org.jspecify.annotations.Nullable;

/** What the dates of one column prove about which number is the day. A date is not personal, so it may be shown. */
final class DateProof {
    private record Seen(String text, long line) {
        @Override
        public String toString() {
            return text + " (line " + line + ")";
        }
    }

    private @Nullable Seen dayFirst;
    private @Nullable Seen monthFirst;
    private @Nullable Seen open;

    /** Takes a cell of the column. */
    void take(String cell, long line) {
        if (cell.isBlank()) {
            return;
        }
        try {
            WrittenDate date = WrittenDate.read(cell);
            Seen seen = new Seen(cell.strip(), line);
            open = open == null && date.isAmbiguous() ? seen : open;
            dayFirst = dayFirst == null && date.proves() == DateOrder.DAY_FIRST ? seen : dayFirst;
            monthFirst = monthFirst == null && date.proves() == DateOrder.MONTH_FIRST ? seen : monthFirst;
        } catch (WrittenDate.Unreadable e) {
            return; // it proves nothing, and is counted where it is read
        }
    }

    /** The order that the column proves; null where none of its dates does, or some prove one and some the other. */
    @Nullable
    DateOrder order() {
        if ((dayFirst == null) == (monthFirst == null)) {
            return null;
        }
        return dayFirst == null ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    /** Whether some date could be two days. */
    boolean wasNeeded() {
        return open != null;
    }

    boolean isInDoubt() {
        return open != null && order() == null;
    }

    /** Of the first date that could be two days. */
    long lineInDoubt() {
        return open == null ? 0 : open.line();
    }

    /** Continues the column's name. */
    String doubt() {
        return dayFirst == null
                ? "could be day-first or month-first: " + open
                : "are day-first, " + dayFirst + ", as well as month-first, " + monthFirst + ", so " + open
                        + " could be two days";
    }

    /** Of a column that proves an order: by which date. */
    String reason() {
        return (dayFirst == null ? monthFirst : dayFirst) + " can be nothing else";
    }
}
