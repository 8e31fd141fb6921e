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
            take(WrittenDate.read(cell), cell, line);
        } catch (WrittenDate.Unreadable e) {
            return; // it proves nothing, and is counted where it is read
        }
    }

    /** The same of a cell that is read already. */
    void take(WrittenDate date, String cell, long line) {
        if (open == null && date.isAmbiguous()) {
            open = new Seen(cell.strip(), line);
        }
        DateOrder proven = date.proves();
        if (dayFirst == null && proven == DateOrder.DAY_FIRST) {
            dayFirst = new Seen(cell.strip(), line);
        } else if (monthFirst == null && proven == DateOrder.MONTH_FIRST) {
            monthFirst = new Seen(cell.strip(), line);
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
                : both() + ", so " + open + " could be two days";
    }

    /** Of a mixed column, continuing "its dates". */
    String both() {
        return "are day-first, " + dayFirst + ", as well as month-first, " + monthFirst;
    }

    /** Of a column that proves an order: by which date. */
    String reason() {
        return proof() + " can be nothing else";
    }

    /** Of a column that proves an order: the first date that does. */
    String proof() {
        return String.valueOf(dayFirst == null ? monthFirst : dayFirst);
    }

    /** Whether some dates prove one order and some the other. */
    boolean isMixed() {
        return dayFirst != null && monthFirst != null;
    }
}
