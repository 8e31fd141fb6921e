package io.cupel.cli;

import io.cupel.files.LeadFiles;
import io.cupel.files.Rejected;
import io.cupel.files.answers.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that could not be read: counted, told with their place, and written to a file when asked. */
final class Rejects implements AutoCloseable {
    /** So many are told one by one; their content, which may be personal, is told in the file alone. */
    private static final int TOLD_MAX = 5;

    private final int toldMax;

    private final Shell shell;
    private final @Nullable Path file;
    private final @Nullable Destination to;
    private final List<String> told = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long count;

    private Rejects(Shell shell, @Nullable Path file, @Nullable Destination to, int toldMax) {
        this.toldMax = toldMax;
        this.shell = shell;
        this.file = file;
        this.to = to;
    }

    static Rejects open(Shell shell, @Nullable Path file) {
        return open(shell, file, TOLD_MAX);
    }

    /** @param toldMax how many are told one by one */
    static Rejects open(Shell shell, @Nullable Path file, int toldMax) {
        if (file == null) {
            return new Rejects(shell, null, null, toldMax);
        }
        Rejects rejects = new Rejects(shell, file, Destination.open(shell, file), toldMax);
        if (!rejects.isJson()) {
            rejects.write("file,line,reason,row");
        }
        return rejects;
    }

    LeadFiles.Listener listener(Progress progress) {
        return new LeadFiles.Listener() {
            @Override
            public void progress(long bytesDone, long bytesTotal) {
                progress.at(bytesDone, bytesTotal);
            }

            @Override
            public void rejected(Rejected row) {
                add(row);
            }

            @Override
            public void note(String note) {
                notes.add(note);
            }
        };
    }

    void add(Rejected row) {
        count++;
        if (told.size() < toldMax) {
            told.add(Table.plain(row.located()));
        }
        write(isJson() ? json(row) : csv(row));
    }

    private boolean isJson() {
        return file != null && file.toString().endsWith(".jsonl");
    }

    private void write(String line) {
        Destination destination = to;
        if (destination != null) {
            destination.line(line);
        }
    }

    private static String json(Rejected row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", row.file());
        keys.put("line", row.line());
        keys.put("reason", row.reason());
        keys.put("row", row.raw());
        return Json.of(keys);
    }

    private static String csv(Rejected row) {
        return String.join(
                ",",
                CsvRows.text(row.file()),
                Long.toString(row.line()),
                CsvRows.text(row.reason()),
                CsvRows.text(row.raw()));
    }

    /** Says what was passed over and noted, and completes the file. */
    void finish() {
        tell();
        complete();
    }

    /** Says what was passed over and noted since the last time. */
    void tell() {
        notes.forEach(note ->
                Table.wrap("Note: " + Table.plain(note), shell.errWidth()).forEach(shell::say));
        if (count > 0) {
            told.forEach(shell::say);
            String more = count > told.size() ? ", the first " + Words.count(told.size()) + " above" : "";
            String where = file == null ? "--rejects FILE keeps them with their reasons" : "they are in " + file;
            shell.say(Words.count(count, "row", "rows") + " could not be read" + more + "; " + where);
        }
        notes.clear();
        told.clear();
        count = 0;
    }

    /** Keeps what was passed over before the reading ended early: under {@code --strict} the one row that ended it. */
    void keep() {
        if (count > 0) {
            complete();
        }
    }

    /** What is in the file stays. */
    void complete() {
        Destination destination = to;
        if (destination != null) {
            destination.finish();
        }
    }

    @Override
    public void close() {
        Destination destination = to;
        if (destination != null) {
            destination.close();
        }
    }
}
