package io.cupel.files;

import io.cupel.files.columns.TableKind;
import io.cupel.files.parquet.ParquetRows;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of events, touches, outcomes or spend as one file. A table is written in a second reading: its columns are
 * known when all calls were seen.
 */
final class CallConversion {
    private final Conversion.Order order;
    private final Kind kind;
    private final LeadFiles.Listener listener;
    private final Rejections rejections;
    private final Progress progress;
    private final ReservedCalls reserved;
    /** Of a reading before the last. */
    private final ReservedCalls unheard;

    private final Unreadables unreadables = new Unreadables();
    private final TableManner tables;
    private final SeenCalls seen = new SeenCalls();
    private long written;
    private long duplicates;
    /** In the last reading. */
    private long passedOver;

    CallConversion(
            Conversion.Order order,
            Kind kind,
            TableMaps maps,
            LeadFiles.Listener listener,
            Rejections rejections,
            Progress progress) {
        this.order = order;
        this.kind = kind;
        this.listener = listener;
        this.rejections = rejections;
        this.progress = progress;
        OccurredAt clock = new OccurredAt(order.manner().nowMillis());
        this.tables = new TableManner(order.manner().zone(), order.manner().dates(), clock, maps);
        this.reserved = new ReservedCalls(clock, LeadIds.NONE, unreadables);
        this.unheard = new ReservedCalls(clock, LeadIds.NONE, new Unreadables());
    }

    Conversion.Result run(Path target) throws IOException {
        boolean hasFixedColumns = kind == Kind.EVENTS && order.form() == Form.PARQUET;
        boolean isReadTwice = order.form() != Form.JSONL && !hasFixedColumns;
        progress.expect(order.in());
        if (isReadTwice) {
            progress.expect(order.in());
        }
        List<CallColumn> columns = isReadTwice
                ? columns()
                : EventColumns.compact(order.in().stream().anyMatch(LoggedLook::isLogged));
        try (Out out = Out.open(target, order.form(), order.packed())) {
            if (order.form() == Form.JSONL) {
                writeLines(out.lines());
            } else {
                writeTable(out, columns);
            }
            tables.maps().expectUsed();
            out.finish();
        }
        unreadables.sentences().forEach(listener::note);
        long read = written + duplicates + rejections.total() + passedOver;
        return new Conversion.Result(
                TableKind.valueOf(kind.name()), read, written, duplicates, rejections.counts(), passedOver);
    }

    private void writeLines(Writer to) throws IOException {
        visit(
                call -> {
                    to.write(JsonWriter.of(call));
                    to.write('\n');
                },
                rejections,
                listener,
                seen);
    }

    private void writeTable(Out out, List<CallColumn> columns) throws IOException {
        List<ParquetRows.Column> header = columns.stream()
                .map(column -> new ParquetRows.Column(column.name(), column.isInstant()))
                .toList();
        try (RowSink sink = out.table(header)) {
            visit(
                    call -> {
                        Map<String, @Nullable Object> left = EventColumns.copy(call);
                        List<@Nullable Object> cells = new ArrayList<>(columns.size());
                        for (CallColumn column : columns) {
                            cells.add(column.take(left));
                        }
                        sink.row(cells);
                    },
                    rejections,
                    listener,
                    seen);
            sink.finish();
        }
    }

    private List<CallColumn> columns() throws IOException {
        Rejections silent = new Rejections(LeadFiles.Listener.NONE, false);
        EventColumns events = new EventColumns();
        ActColumns acts = new ActColumns(kind, order.form());
        visit(kind == Kind.EVENTS ? events::meet : acts::meet, silent, LeadFiles.Listener.NONE, null);
        return kind == Kind.EVENTS ? events.spread() : acts.columns();
    }

    /** What is done with a call. */
    private interface Taking {
        void take(Map<String, @Nullable Object> call) throws IOException;
    }

    private void visit(Taking taking, Rejections rejected, LeadFiles.Listener told, @Nullable SeenCalls known)
            throws IOException {
        CallFiles files = new CallFiles(progress, tables, told);
        passedOver = 0;
        for (Path file : order.in()) {
            passedOver += files.visit(file, kind, new Visitor(taking, known), rejected);
        }
    }

    private final class Visitor implements CallVisitor {
        private final Taking taking;
        private final @Nullable SeenCalls known;

        /** @param known which calls were there before; null in a reading before the last */
        Visitor(Taking taking, @Nullable SeenCalls known) {
            this.taking = taking;
            this.known = known;
        }

        @Override
        public void at(String file, long line) {
            unreadables.at(file, line);
        }

        @Override
        public void call(Map<String, @Nullable Object> told) throws Refusal, IOException {
            Map<String, @Nullable Object> call = told;
            if (kind != Kind.EVENTS) {
                if (ReservedCalls.kind(told) != kind) {
                    throw new Refusal(Reason.OTHER_KIND);
                }
                call = (known == null ? unheard : reserved).normal(told);
            } else if (isTooLong(told)) {
                throw new Refusal(Reason.EVENT_TOO_LONG);
            }
            if (known == null || known.add(call)) {
                taking.take(call);
                written += known == null ? 0 : 1;
            } else {
                duplicates++;
            }
        }
    }

    /** A call of a batch may pass the limit with all that the batch says for it. */
    private static boolean isTooLong(Map<String, @Nullable Object> call) {
        return JsonWriter.of(call).getBytes(StandardCharsets.UTF_8).length > CallLines.EVENT_MAX;
    }
}
