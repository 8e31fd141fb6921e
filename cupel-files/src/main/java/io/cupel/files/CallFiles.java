package io.cupel.files;

import io.cupel.files.columns.ShownName;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through the calls of files in every form: JSON Lines of calls, and tables of which each row is one. */
final class CallFiles {
    private final Opening opening;
    private final ZoneId zone;
    private final LeadFiles.Listener listener;

    /** @param zone of times that tell no offset, in tables */
    CallFiles(Opening opening, ZoneId zone, LeadFiles.Listener listener) {
        this.opening = opening;
        this.zone = zone;
        this.listener = listener;
    }

    /**
     * Goes through the calls of a file.
     *
     * @param kind of its rows, if it is a table
     * @throws FileFault if it is a table that lacks a column
     * @throws IOException if it cannot be read
     */
    void visit(Path file, Kind kind, CallVisitor visitor, Rejections rejected) throws IOException {
        if (isLog(file, kind)) {
            new CallLines(opening).visit(file, visitor, rejected);
            return;
        }
        try (Table table = Tables.open(file, opening)) {
            visit(table, file.toString(), kind, visitor, rejected);
        }
    }

    /** Whether a file holds JSON Lines of calls, and no table. */
    static boolean isLog(Path file, Kind kind) throws IOException {
        return Form.ofCalls(file) == Form.JSONL && (kind == Kind.EVENTS || Sample.holdsCalls(file));
    }

    private void visit(Table table, String name, Kind kind, CallVisitor visitor, Rejections rejected)
            throws IOException {
        CallRows rows = new CallRows(kind, table.header(), new ZonedTimes(zone));
        if (!rows.lacks().isEmpty()) {
            String columns = table.header().stream().map(ShownName::of).collect(Collectors.joining(", "));
            throw new FileFault(name, table.headerLine(), rows.lacks().get(0) + ". The columns are: " + columns);
        }
        if (!rows.unused().isEmpty()) {
            listener.note(name + " is read as " + kind.written() + "; not used: " + String.join(", ", rows.unused()));
        }
        for (Row row = table.next(); row != null; row = table.next()) {
            visitor.at(name, row.line());
            try {
                visitor.call(call(rows, row));
            } catch (Refusal refusal) {
                rejected.add(name, row.line(), "", refusal, row.raw());
            }
        }
        table.remarks().forEach(listener::note);
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
