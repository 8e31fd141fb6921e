package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.WrittenDate;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /**
     * How the dates of a table are to be read.
     *
     * @param order which number is the day; null where the columns must prove it
     * @param zone of times without an offset
     */
    record Manner(@Nullable DateOrder order, ZoneId zone, OccurredAt clock) {}

    /** Cells that could not be used for one reason. */
    private record Unread(long count, long firstLine) {}

    private final String file;
    private final Columns columns;
    private final Manner manner;
    private final Scan scan;
    private final Map<Integer, DateProof> proofs = new TreeMap<>();
    private final Map<Integer, Map<String, Unread>> unread = new TreeMap<>();
    private final Set<Integer> scanned = new HashSet<>();

    DateColumns(String file, Columns columns, Manner manner, Scan scan) {
        this.file = file;
        this.columns = columns;
        this.manner = manner;
        this.scan = scan;
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

    private OptionalLong read(int place, String cell, long line) throws IOException {
        try {
            return OptionalLong.of(manner.clock().check(millis(place, cell)));
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
    long millis(int place, String cell) throws WrittenDate.Unreadable, IOException {
        WrittenDate date = WrittenDate.read(cell);
        return date.millis(date.isAmbiguous() ? order(place) : DateOrder.DAY_FIRST, manner.zone());
    }

    private void count(int place, String reason, long line) {
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
        DateOrder asked = manner.order();
        DateProof proof = proofs.get(place);
        DateOrder proven = proof == null ? null : proof.order();
        if (asked == null && proven == null) {
            throw new FileFault(file, "changed while it was read");
        }
        return asked != null ? asked : proven != null ? proven : DateOrder.DAY_FIRST;
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
        unread.forEach((place, reasons) -> {
            long count = reasons.values().stream().mapToLong(Unread::count).sum();
            String why = reasons.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue().count() + ", first in line "
                            + each.getValue().firstLine() + ")")
                    .collect(Collectors.joining(", "));
            boolean isCreated = columns.uses(Role.CREATED).stream().anyMatch(use -> use.place() == place);
            String facts = isCreated ? "; the facts of these rows count as told before all events" : "";
            sentences.add("%s: %s %s of '%s' could not be used: the value %s%s"
                    .formatted(file, count, count == 1 ? "date" : "dates", name(place), why, facts));
        });
        return sentences;
    }

    private String name(int place) {
        return columns.columns().get(place).shown();
    }

    private String said(DateProof proof) {
        DateOrder asked = manner.order();
        DateOrder proven = proof.order();
        if (asked == null) {
            return proven == null ? "" : proven.written() + ": " + proof.reason();
        }
        boolean isOpposed = proven != null && proven != asked;
        return asked.written() + ", as --dates says" + (isOpposed ? ", though " + proof.reason() : "");
    }
}
