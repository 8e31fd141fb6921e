package io.cupel.files;

import io.cupel.core.time.IsoTime;
import io.cupel.files.columns.WrittenDate;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;

/** The times of a table of calls, in a zone where they tell no offset, in the order that their column proves. */
final class ColumnTimes implements CellTimes {
    private static final int EPOCH_DIGITS_MIN = 12;

    private final DateColumns dates;
    private int place;
    private long line;

    ColumnTimes(DateColumns dates) {
        this.dates = dates;
    }

    @Override
    public void at(int place) {
        this.place = place;
    }

    /** In which line the next row stands. */
    void line(long next) {
        line = next;
    }

    @Override
    public String iso(String cell) throws Refusal {
        if (IsoTime.hasOffset(cell) || isEpoch(cell)) {
            return cell;
        }
        try {
            return Instant.ofEpochMilli(dates.millis(place, cell, line)).toString();
        } catch (WrittenDate.Unreadable e) {
            throw new Refusal(Reason.BAD_DATE, " (it " + e.reason() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String month(String cell) {
        try {
            return Months.written(cell).isPresent()
                    ? cell
                    : YearMonth.from(dates.day(place, cell, line)).toString();
        } catch (WrittenDate.Unreadable e) {
            return cell; // it is refused where months are read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEpoch(String cell) {
        return cell.length() >= EPOCH_DIGITS_MIN && cell.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
