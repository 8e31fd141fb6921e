package io.cupel.files;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.LineReader;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Source;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON Lines: an object a line, a name a column. An object inside an object gives columns with a dot in their
 * names. Which columns there are is known when all lines were seen, so the file is read twice.
 */
final class JsonTable implements Table {
    static final int COLUMNS_MAX = 1_000;

    private final String name;
    private final LineReader lines;
    private final JsonTree json = new JsonTree();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private long passedOver;

    private JsonTable(Path file, LineReader lines) {
        this.name = file.toString();
        this.lines = lines;
    }

    /**
     * Learns the columns; the rows are read as they are asked for.
     *
     * @throws FileFault if it has more columns than a table may have, or none
     * @throws IOException if it cannot be read
     */
    static JsonTable open(Path file, Opening opening) throws IOException {
        JsonTable table = new JsonTable(file, reader(file, opening));
        try (LineReader first = reader(file, Files::newInputStream)) {
            while (first.next()) {
                if (!first.isBlank() && !first.isCut()) {
                    table.learn(first);
                }
            }
            if (table.columns.isEmpty()) {
                throw new FileFault(file.toString(), 1, "has no line that is a JSON object");
            }
            return table;
        } catch (IOException e) {
            table.close();
            throw e;
        }
    }

    private static LineReader reader(Path file, Opening opening) throws IOException {
        return LineReader.ofLog(Source.openLog(file, opening), CallLines.BATCH_MAX);
    }

    @Override
    public List<String> header() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (lines.next()) {
            if (lines.isBlank()) {
                passedOver++;
                continue;
            }
            try {
                if (lines.isCut()) {
                    throw new Refusal(Reason.BATCH_TOO_LONG);
                }
                String[] cells = new String[columns.size()];
                Arrays.fill(cells, "");
                flat(lines).forEach((column, cell) -> {
                    Integer at = columns.get(column);
                    if (at != null) {
                        cells[at] = cell;
                    }
                });
                if (!Arrays.stream(cells).allMatch(String::isBlank)) {
                    return new Row(lines.number(), lines.shown(), List.of(cells), null);
                }
                passedOver++;
            } catch (Refusal refusal) {
                return new Row(lines.number(), lines.shown(), List.of(), refusal);
            }
        }
        return null;
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void learn(LineReader line) throws FileFault {
        try {
            for (String column : flat(line).keySet()) {
                columns.putIfAbsent(column, columns.size());
            }
        } catch (Refusal refusal) {
            return; // the second reading tells it
        }
        if (columns.size() > COLUMNS_MAX) {
            throw new FileFault(name, line.number(), "is the line at which the file has more than 1,000 columns");
        }
    }

    private Map<String, String> flat(LineReader line) throws Refusal {
        Map<String, @Nullable Object> row = CallTree.object(json.read(line.text()));
        if (row == null) {
            throw new Refusal(Reason.NOT_AN_OBJECT);
        }
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", row, flat);
        return Collections.unmodifiableMap(flat);
    }

    private static void flatten(String before, Map<String, @Nullable Object> object, Map<String, String> flat) {
        object.forEach((name, value) -> {
            String column = before + name;
            Map<String, @Nullable Object> inner = CallTree.object(value);
            if (inner != null) {
                flatten(column + ".", inner, flat);
            } else {
                flat.putIfAbsent(column, cell(value));
            }
        });
    }

    /** The value as a cell; the parts of a list between semicolons, where they are plain. */
    private static String cell(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object part : list) {
                boolean isPlain = !(part instanceof List<?> || part instanceof Map<?, ?>)
                        && Objects.toString(part, "").indexOf(';') < 0;
                if (!isPlain) {
                    return JsonWriter.of(value);
                }
                parts.add(Objects.toString(part, ""));
            }
            return String.join(";", parts);
        }
        return Objects.toString(value, "");
    }
}
