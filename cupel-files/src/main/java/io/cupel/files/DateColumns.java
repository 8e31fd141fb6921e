package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.TableMap;
import io.cupel.files.columns.WrittenDate;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one table. Which number of 3/4/2024 is the day is decided over the whole column: at the first such
 * date the table is looked through once more from its beginning for a date that only one order allows. Where none
 * proves it, and nobody said it, the table is at fault; nothing is guessed.
 */
final class DateColumns {
    /** Goes over the dates of the whole table: those of one column, and of others that may be asked for. */
    interface Scan {
        void each(int place, Dates dates) throws IOException;
    }

    /** Takes the cell of a column. */
    interface Dates {
        void take(int place, String cell, long line);
    }

    private static final String OPTION = "--dates";

    /**
     * How the dates of a table are to be read.
     *
     * @param order which number is the day, in columns that leave it open; null where they must not
     * @param said who says that order, to name in notes
     * @param zone of times without an offset; null where nobody names one
     */
    record Manner(
            @Nullable DateOrder order,
            String said,
            @Nullable ZoneId zone,
            OccurredAt clock) {
        /**
         * As the option says, else the table's mapping.
         *
         * @param asked by the option; null where it says nothing
         * @param zone where the mapping names none
         */
        static Manner of(@Nullable DateOrder asked, @Nullable ZoneId zone, OccurredAt clock, @Nullable TableMap map) {
            if (map == null) {
                return new Manner(asked, OPTION, zone, clock);
            }
            ZoneId told = map.zone();
            return new Manner(
                    asked == null ? map.dates() : asked,
                    asked == null ? map.file() : OPTION,
                    told == null ? zone : told,
                    clock);
        }

        long millis(WrittenDate date, DateOrder order) {
            return date.millis(order, zone == null ? ZoneOffset.UTC : zone);
        }
    }

    /** Cells that could not be used for one reason. */
    private record Unread(long count, long firstLine) {}

    private final String file;
    private final Columns columns;
    private final Manner manner;
    private final Scan scan;
    private final RowCopies copies;
    /** Of the columns that were looked through as a whole. */
    private final Map<Integer, DateProof> proofs = new TreeMap<>();
    /** Of all columns, as far as they are read. */
    private final Map<Integer, DateProof> met = new TreeMap<>();

    private final Map<Integer, Map<String, Unread>> unread = new TreeMap<>();
    /** The line of the last cell of a column that could not be used: one that tells two things is read twice. */
    private final Map<Integer, Long> lastUnread = new HashMap<>();

    private final Set<Integer> scanned = new HashSet<>();

    /** Times that tell no offset, where nobody names a zone. */
    private long inUtc;

    private long firstInUtc;

    /** @param copies which know of the row that is read whether it was there before */
    DateColumns(String file, Columns columns, Manner manner, Scan scan, RowCopies copies) {
        this.file = file;
        this.columns = columns;
        this.manner = manner;
        this.scan = scan;
        this.copies = copies;
    }

    /**
     * The instant that a cell tells, in milliseconds since 1970 UTC; empty where it is blank or cannot be used, which
     * is counted.
     *
     * @throws FileFault if the column leaves it open which number is the day
     */
    OptionalLong at(int place, String cell, long line) throws IOException {
        return cell.isBlank() ? OptionalLong.empty() : read(place, cell, line);
    }

    /** Counts a cell that is no date; which day it is, and whether that can be used, is left open. */
    void check(int place, String cell, long line) {
        try {
            if (!cell.isBlank()) {
                date(place, cell, line);
            }
        } catch (WrittenDate.Unreadable unreadable) {
            count(place, unreadable.reason(), line);
        }
    }

    private OptionalLong read(int place, String cell, long line) throws IOException {
        try {
            WrittenDate date = date(place, cell, line);
            return OptionalLong.of(manner.clock().check(manner.millis(date, order(place, date))));
        } catch (WrittenDate.Unreadable unreadable) {
            count(place, unreadable.reason(), line);
        } catch (Refusal refusal) {
            count(place, refusal.told(), line);
        }
        return OptionalLong.empty();
    }

    /**
     * The instant that a cell tells, whenever that is.
     *
     * @throws WrittenDate.Unreadable if it is no date
     * @throws FileFault if the column leaves it open which number is the day
     */
    long millis(int place, String cell, long line) throws WrittenDate.Unreadable, IOException {
        WrittenDate date = date(place, cell, line);
        if (date.offset() == null && manner.zone() == null) {
            firstInUtc = inUtc == 0 ? line : firstInUtc;
            inUtc++;
        }
        return manner.millis(date, order(place, date));
    }

    /**
     * The day that a cell tells, whatever zone its time is in.
     *
     * @throws WrittenDate.Unreadable if it is no date
     * @throws FileFault if the column leaves it open which number is the day
     */
    LocalDate day(int place, String cell, long line) throws WrittenDate.Unreadable, IOException {
        WrittenDate date = date(place, cell, line);
        return date.day(order(place, date));
    }

    /** @param line 0 where it is not known: such a cell is no proof that could be named */
    private WrittenDate date(int place, String cell, long line) throws WrittenDate.Unreadable {
        WrittenDate date = WrittenDate.read(cell);
        if (date.proves() != null && line > 0) {
            met.computeIfAbsent(place, one -> new DateProof()).take(date, cell, line);
        }
        return date;
    }

    private DateOrder order(int place, WrittenDate date) throws IOException {
        return date.isAmbiguous() ? order(place) : DateOrder.DAY_FIRST;
    }

    private void count(int place, String reason, long line) {
        Long last = lastUnread.put(place, line);
        if (copies.isCopy() || (last != null && last == line)) {
            return;
        }
        unread.computeIfAbsent(place, one -> new TreeMap<>())
                .merge(reason, new Unread(1, line), (sum, one) -> new Unread(sum.count() + 1, sum.firstLine()));
    }

    private DateOrder order(int place) throws IOException {
        if (scanned.add(place)) {
            Map<Integer, DateProof> found = new TreeMap<>();
            scan.each(
                    place,
                    (each, cell, line) ->
                            found.computeIfAbsent(each, one -> new DateProof()).take(cell, line));
            proofs.putAll(found);
            scanned.addAll(found.keySet());
            if (manner.order() == null) {
                refuseDoubt();
            }
        }
        DateProof proof = proofs.get(place);
        DateOrder proven = proof == null ? null : proof.order();
        DateOrder order = proven == null ? manner.order() : proven;
        if (order == null) {
            throw new FileFault(file, "changed while it was read");
        }
        return order;
    }

    private void refuseDoubt() throws FileFault {
        List<String> doubts = new ArrayList<>();
        long line = 0;
        for (Map.Entry<Integer, DateProof> each : proofs.entrySet()) {
            DateProof proof = each.getValue();
            if (proof.isInDoubt()) {
                line = line == 0 ? proof.lineInDoubt() : line;
                doubts.add("'" + name(each.getKey()) + "' " + proof.doubt());
            }
        }
        if (!doubts.isEmpty()) {
            throw new FileFault(
                    file,
                    line,
                    (doubts.size() == 1 ? "the dates of column " : "the dates of columns ")
                            + String.join("; ", doubts)
                            + "; say which number is the day: --dates day-first or --dates month-first");
        }
    }

    /** How the dates were read where that was open, and what could not be used, in sentences about the file. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        proofs.forEach((place, proof) -> {
            if (proof.wasNeeded()) {
                sentences.add(file + ": '" + name(place) + "' is read " + said(proof));
            }
        });
        Map<Integer, DateProof> known = new TreeMap<>(met);
        known.putAll(proofs);
        known.values().removeIf(DateProof::wasNeeded);
        known.forEach((place, proof) -> {
            if (proof.isMixed()) {
                sentences.add(
                        file + ": the dates of '" + name(place) + "' " + proof.both() + "; each is read as it proves");
            }
        });
        contradiction(known).ifPresent(sentences::add);
        opposition().ifPresent(sentences::add);
        if (inUtc > 0) {
            sentences.add(file + " has " + Numerals.of(inUtc, "time") + " without an offset (first in line "
                    + firstInUtc + "), read in UTC; --zone names another zone");
        }
        unread.forEach((place, reasons) -> {
            long count = reasons.values().stream().mapToLong(Unread::count).sum();
            String why = reasons.entrySet().stream()
                    .map(each ->
                            each.getKey() + " (" + Numerals.of(each.getValue().count()) + ", first in line "
                                    + each.getValue().firstLine() + ")")
                    .collect(Collectors.joining(", "));
            boolean isCreated = columns.uses(Role.CREATED).stream().anyMatch(use -> use.place() == place);
            String facts = isCreated ? "; the facts of these rows count as told before all events" : "";
            sentences.add("%s: %s of '%s' could not be used: the value %s%s"
                    .formatted(file, Numerals.of(count, "date"), name(place), why, facts));
        });
        return sentences;
    }

    private String name(int place) {
        return columns.columns().get(place).shown();
    }

    private String said(DateProof proof) {
        DateOrder asked = manner.order();
        DateOrder proven = proof.order();
        if (proven != null) {
            String opposed = asked == null || proven == asked
                    ? ""
                    : ", not " + asked.written() + " as " + manner.said() + " says";
            return proven.written() + opposed + ": " + proof.reason();
        }
        String order = asked == null ? "" : asked.written() + ", as " + manner.said() + " says";
        return proof.isMixed() ? order + ", where a date could be two days; its dates " + proof.both() : order;
    }

    /** Columns that leave nothing open, and are not as somebody says. */
    private Optional<String> contradiction(Map<Integer, DateProof> certain) {
        DateOrder asked = manner.order();
        List<Map.Entry<Integer, DateProof>> opposed = certain.entrySet().stream()
                .filter(each -> {
                    DateOrder proven = each.getValue().order();
                    return proven != null && asked != null && proven != asked;
                })
                .toList();
        if (asked == null || opposed.isEmpty()) {
            return Optional.empty();
        }
        int first = opposed.get(0).getKey();
        DateProof proof = opposed.get(0).getValue();
        int others = opposed.size() - 1;
        String more = others == 0 ? "" : others == 1 ? " and 1 more column" : " and " + others + " more columns";
        return Optional.of(file + ": '" + name(first) + "'" + more + (others == 0 ? " is" : " are") + " read "
                + Objects.requireNonNull(proof.order()).written() + ", not " + asked.written() + " as " + manner.said()
                + " says: "
                + proof.reason());
    }

    /** Where columns of one table prove opposite orders, two systems may have written it. */
    private Optional<String> opposition() {
        Map<Integer, DateProof> known = new TreeMap<>(met);
        known.putAll(proofs);
        Optional<String> day = first(known, DateOrder.DAY_FIRST);
        Optional<String> month = first(known, DateOrder.MONTH_FIRST);
        return day.isEmpty() || month.isEmpty()
                ? Optional.empty()
                : Optional.of(file + ": columns write dates in opposite orders: " + day.get() + "; " + month.get()
                        + "; each is read in the order that it proves");
    }

    private Optional<String> first(Map<Integer, DateProof> known, DateOrder order) {
        return known.entrySet().stream()
                .filter(each -> each.getValue().order() == order)
                .map(each -> "'" + name(each.getKey()) + "' is " + order.written() + ", "
                        + each.getValue().proof())
                .findFirst();
    }
}
