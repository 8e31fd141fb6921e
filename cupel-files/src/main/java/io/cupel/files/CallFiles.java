package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.TableMap;
import io.cupel.files.log.TempFault;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the calls of files in every form: JSON Lines of calls, and tables of which each row is one. */
final class CallFiles {
    private final Opening opening;
    private final TableManner manner;
    private final LeadFiles.Listener listener;

    CallFiles(Opening opening, TableManner manner, LeadFiles.Listener listener) {
        this.opening = opening;
        this.manner = manner;
        this.listener = listener;
    }

    /**
     * Goes through the calls of a file.
     *
     * @param kind of its rows, if it is a table
     * @return how many rows, or lines of a log, hold nothing and were passed over
     * @throws FileFault if it is a table that lacks a column
     * @throws IOException if it cannot be read
     */
    long visit(Path file, Kind kind, CallVisitor visitor, Rejections rejected) throws IOException {
        if (isLog(file, kind, manner.maps())) {
            return new CallLines(opening).visit(file, visitor, rejected);
        }
        try (Table plain = Tables.open(file, opening)) {
            TableMap map = manner.maps().of(file.toString(), plain.header(), kind);
            MappedTable mapped = map == null ? null : mapped(file, plain, kind, map);
            CallHeader header = mapped == null ? CallHeader.plain(plain.header()) : mapped.names();
            if (map == null) {
                FirstRow.expectNames(file, plain, kind);
            }
            DateColumns dates = dates(file, header.shown(), map);
            Table table = mapped == null ? plain : mapped;
            visit(table, new Given(file.toString(), kind, header, dates), visitor, rejected);
            return table.passedOver();
        } catch (TempFault e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether a file holds JSON Lines of calls, and no table. */
    static boolean isLog(Path file, Kind kind, TableMaps maps) throws IOException {
        return Form.ofCalls(file) == Form.JSONL
                && (Sample.holdsCalls(file) || (kind == Kind.EVENTS && !isTable(file, maps)));
    }

    /** Whether lines without calls are rows of a table at least; else they are a log of which no line can be used. */
    private static boolean isTable(Path file, TableMaps maps) throws IOException {
        try (Table table = Tables.open(file, Files::newInputStream)) {
            List<String> header = table.header();
            return maps.peek(header) != null
                    || KindOf.rows(Kind.EVENTS, header).lacks().isEmpty()
                    || !RightOption.of(Kind.EVENTS, header).isEmpty();
        } catch (FileFault noTable) {
            return false;
        }
    }

    /** A file, and what its rows tell. */
    private record Given(String name, Kind kind, CallHeader header, DateColumns dates) {}

    private static MappedTable mapped(Path file, Table table, Kind kind, TableMap map) throws IOException {
        if (!map.kind().written().equals(kind.written())) {
            throw new FileFault(
                    map.file(),
                    "is about " + map.kind().written() + ", but " + file + " is given as " + kind.written());
        }
        return new MappedTable(table, map);
    }

    private DateColumns dates(Path file, List<String> names, @Nullable TableMap map) {
        return new DateColumns(
                file.toString(),
                Columns.unknown(names),
                DateColumns.Manner.of(manner.dates(), manner.zone(), manner.clock(), map),
                (place, dates) -> scan(file, place, dates),
                new RowCopies());
    }

    /** Goes over the dates of one column, without counting the reading. */
    private static void scan(Path file, int place, DateColumns.Dates dates) throws IOException {
        try (Table table = Tables.open(file, Files::newInputStream)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.refusal() == null) {
                    dates.take(place, row.cells().get(place), row.line());
                }
            }
        }
    }

    private void visit(Table table, Given given, CallVisitor visitor, Rejections rejected) throws IOException {
        String name = given.name();
        Kind kind = given.kind();
        ColumnTimes times = new ColumnTimes(given.dates());
        CallRows rows = rows(table, given, times);
        if (!rows.unused().isEmpty()) {
            String doubt = given.header().isMapped() ? "" : RightOption.doubt(kind, table.header());
            listener.note(
                    name + " is read as " + kind.written() + "; not used: " + String.join(", ", rows.unused()) + doubt);
        }
        if (!rows.passedBy().isEmpty()) {
            listener.note(Columns.ofOneName(name, rows.passedBy()));
        }
        if (kind == Kind.EVENTS && !rows.namesLeads()) {
            visitor.ahead(table, rows);
        }
        ShortenedIds shortened = new ShortenedIds();
        List<Integer> idPlaces = rows.idPlaces();
        for (Row row = table.next(); row != null; row = table.next()) {
            visitor.at(name, row.line());
            times.line(row.line());
            for (int i = 0; row.refusal() == null && i < idPlaces.size(); i++) {
                int place = idPlaces.get(i);
                shortened.look(given.header().shown().get(place), row.cells().get(place), row.line());
            }
            try {
                visitor.call(call(rows, row));
            } catch (Refusal refusal) {
                rejected.add(name, row.line(), "", refusal, row.raw());
            }
        }
        table.remarks().forEach(listener::note);
        shortened.sentences(name).forEach(listener::note);
        given.dates().sentences().forEach(listener::note);
    }

    /** The rows of a table that has what its kind needs, and is none of another kind. */
    private static CallRows rows(Table table, Given given, ColumnTimes times) throws FileFault {
        String name = given.name();
        Kind kind = given.kind();
        String other = given.header().isMapped() ? "" : RightOption.of(kind, table.header());
        if (!other.isEmpty()) {
            throw new FileFault(name, table.headerLine(), other);
        }
        CallRows rows = new CallRows(kind, given.header(), times);
        if (!rows.lacks().isEmpty()) {
            boolean isKnown = FirstRow.knows(kind, given.header().names());
            String columns = isKnown
                    ? "The columns are: " + String.join(", ", given.header().shown())
                    : "None of the names in that row is known; if it is part of a title, delete the rows before"
                            + " the one that names the columns";
            throw new FileFault(
                    name,
                    table.headerLine(),
                    rows.lacks().get(0) + ". " + columns + RightOption.doubt(kind, table.header()));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> call(CallRows rows, Row row) throws Refusal {
        if (row.refusal() != null) {
            throw row.refusal();
        }
        Map<String, @Nullable Object> call = rows.call(row.cells());
        // Far fewer rows than calls come near the limit, so that most are not measured twice.
        if (row.raw().length() > CallLines.EVENT_MAX / 8
                && JsonWriter.of(call).getBytes(StandardCharsets.UTF_8).length > CallLines.EVENT_MAX) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        }
        return call;
    }
}
