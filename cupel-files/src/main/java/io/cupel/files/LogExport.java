package io.cupel.files;

import io.cupel.files.parquet.ParquetRows;
import io.cupel.files.text.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the log of a server as a file that {@code cupel qualify} reads. docs/export.md tells what stands in it. */
public final class LogExport {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String CONTEXT = CallPart.CONTEXT.written();

    private LogExport() {}

    /**
     * An entry of the log.
     *
     * @param received in milliseconds since 1970 UTC
     * @param origin {@code server} or {@code browser}
     * @param call as {@link LiveCall.Accepted#text}
     * @param sender from where it was sent, as far as that is to be told
     */
    public record Entry(long position, long received, String origin, String call, LiveCall.Sender sender) {}

    /** Takes entries. */
    @FunctionalInterface
    public interface Taker {
        void take(Entry entry) throws IOException;
    }

    /** The entries, in the order of their positions: the same each time that they are asked for. */
    @FunctionalInterface
    public interface Log {
        void forEach(Taker taker) throws IOException;
    }

    /**
     * Writes entries. A table is written in a second reading: its columns are known when all calls were seen. Parquet
     * is made in a temporary file first.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(Log log, Form form, OutputStream to) throws IOException {
        switch (form) {
            case JSONL -> {
                Writer out = writer(to);
                log.forEach(entry -> out.append(line(entry)).append('\n'));
                out.flush();
            }
            case CSV -> {
                EventColumns seen = new EventColumns();
                log.forEach(entry -> seen.meet(tree(line(entry))));
                List<CallColumn> columns = seen.spread();
                Writer out = writer(to);
                RowSink rows = RowSink.CsvRows.under(
                        columns.stream().map(CallColumn::name).toList(), out);
                log.forEach(entry -> rows.row(cells(columns, entry)));
                out.flush();
            }
            case PARQUET -> {
                List<CallColumn> columns = EventColumns.compact(true);
                List<ParquetRows.Column> header = columns.stream()
                        .map(column -> new ParquetRows.Column(column.name(), column.isInstant()))
                        .toList();
                parquet(header, rows -> log.forEach(entry -> rows.row(cells(columns, entry))), to);
            }
        }
    }

    static Writer writer(OutputStream to) {
        return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), BUFFER_BYTES);
    }

    /** Fills a table. */
    @FunctionalInterface
    interface Filling {
        void fill(RowSink rows) throws IOException;
    }

    static void parquet(List<ParquetRows.Column> header, Filling filling, OutputStream to) throws IOException {
        Path file = Files.createTempFile("cupel-export-", ".parquet");
        try {
            try (RowSink rows = new RowSink.Parquet(ParquetRows.open(file, header))) {
                filling.fill(rows);
                rows.finish();
            }
            Files.copy(file, to);
            to.flush();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<@Nullable Object> cells(List<CallColumn> columns, Entry entry) throws IOException {
        Map<String, @Nullable Object> left = EventColumns.copy(tree(line(entry)));
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (CallColumn column : columns) {
            cells.add(column.take(left));
        }
        return cells;
    }

    /** The call with its place in the log before all that it says itself. */
    private static String line(Entry entry) throws IOException {
        String place = "{\"" + LogPlace.POSITION + "\":" + entry.position() + ",\"" + CallPart.RECEIVED.written()
                + "\":\""
                + Instant.ofEpochMilli(entry.received()) + "\",\"" + LogPlace.KEY_ORIGIN + "\":\"" + entry.origin()
                + "\",";
        String whole = place + withSender(entry).substring(1);
        boolean isTooLong = whole.getBytes(StandardCharsets.UTF_8).length > CallLines.EVENT_MAX;
        return isTooLong ? place + entry.call().substring(1) : whole;
    }

    private static String withSender(Entry entry) throws IOException {
        LiveCall.Sender sender = entry.sender();
        if (sender.ip() == null && sender.userAgent() == null) {
            return entry.call();
        }
        Map<String, @Nullable Object> call = new LinkedHashMap<>(tree(entry.call()));
        Map<String, @Nullable Object> told = CallTree.object(call.get(CONTEXT));
        Map<String, @Nullable Object> context = told == null ? new LinkedHashMap<>() : new LinkedHashMap<>(told);
        if (sender.ip() != null) {
            context.put("ip", sender.ip());
        }
        if (sender.userAgent() != null) {
            context.put("userAgent", sender.userAgent());
        }
        call.put(CONTEXT, context);
        return CanonicalJson.exactly(call);
    }

    private static Map<String, @Nullable Object> tree(String text) throws IOException {
        try {
            return LineCalls.object(new JsonTree().read(text));
        } catch (Refusal refusal) {
            throw new IOException("an entry of the log " + refusal.told(), refusal);
        }
    }
}
