package io.cupel.files;

import io.cupel.core.evidence.Told;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.text.Numerals;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * When the deals of one export were opened and closed. A deal that is won or lost never stays open because its dates
 * are odd: its closing date holds before that of its creation, and that one where no closing date can be used.
 */
final class DealDates {
    /**
     * A deal that is won or lost.
     *
     * @param opened in milliseconds since 1970 UTC, not after {@code closed}; {@link Told#BEFORE_ALL} where no date can
     *     be used
     */
    record Closed(long opened, long closed) {}

    private final Columns columns;
    private final DateColumns dates;
    private final ZoneId zone;
    private final long now;
    private final RowCopies copies;
    private final FirstLine early = new FirstLine();
    private final FirstLine undated = new FirstLine();

    /** @param now in milliseconds since 1970 UTC: what is won or lost was closed by then */
    DealDates(Columns columns, DateColumns dates, ZoneId zone, long now, RowCopies copies) {
        this.columns = columns;
        this.dates = dates;
        this.zone = zone;
        this.now = now;
        this.copies = copies;
    }

    /**
     * When an open deal was opened: at its create date, else before all events. When it is to close is not used, but
     * what is no date there is said all the same.
     */
    long opened(List<String> cells, long line) throws IOException {
        columns.uses(Role.CLOSED).forEach(use -> dates.check(use.place(), cells.get(use.place()), line));
        return created(cells, line);
    }

    private long created(List<String> cells, long line) throws IOException {
        return LeadRow.created(columns, dates, cells, line);
    }

    /** When the row was last changed; empty where it does not say so. */
    OptionalLong modified(List<String> cells, long line) throws IOException {
        return LeadRow.modified(columns, dates, cells, line);
    }

    /** @param deal by which it is known that several rows tell of one */
    Closed closed(String deal, List<String> cells, long line) throws IOException {
        long told = created(cells, line);
        long created = told <= now ? told : Told.BEFORE_ALL;
        OptionalLong date = closingDate(cells, line);
        if (date.isEmpty()) {
            meet(undated, deal, line);
            return new Closed(created, created);
        }
        long closed = date.getAsLong();
        if (closed < created && !isDayOf(closed, created)) {
            meet(early, deal, line);
        }
        return new Closed(Math.min(created, closed), closed);
    }

    private void meet(FirstLine odd, String deal, long line) {
        if (!copies.isCopy()) {
            odd.meet(deal, line);
        }
    }

    private OptionalLong closingDate(List<String> cells, long line) throws IOException {
        for (Columns.Use use : columns.uses(Role.CLOSED)) {
            OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
            if (at.isPresent() && at.getAsLong() <= now) {
                return at;
            }
        }
        return OptionalLong.empty();
    }

    /** Whether the first is a day, told without a time, on which the other lies. */
    private boolean isDayOf(long day, long instant) {
        ZonedDateTime start = Instant.ofEpochMilli(day).atZone(zone);
        return start.toLocalTime().equals(LocalTime.MIDNIGHT)
                && start.toLocalDate()
                        .equals(Instant.ofEpochMilli(instant).atZone(zone).toLocalDate());
    }

    /** What is odd about the dates, in sentences about the file. */
    List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>();
        if (early.count() > 0) {
            boolean isOne = early.count() == 1;
            sentences.add("%s: %s closed before %s created (%s); %s as opened when %s closed"
                    .formatted(
                            file,
                            Numerals.of(early.count(), "deal"),
                            isOne ? "it was" : "they were",
                            early.place(),
                            isOne ? "it counts" : "they count",
                            isOne ? "it" : "they"));
        }
        if (undated.count() > 0) {
            boolean isOne = undated.count() == 1;
            sentences.add(
                    "%s: %s won or lost without a closing date that can be used (%s); %s as closed when %s created,"
                                    .formatted(
                                            file,
                                            Numerals.of(undated.count(), "deal is", "deals are"),
                                            undated.place(),
                                            isOne ? "it counts" : "they count",
                                            isOne ? "it was" : "they were")
                            + " or before all events where that is not told");
        }
        return sentences;
    }
}
