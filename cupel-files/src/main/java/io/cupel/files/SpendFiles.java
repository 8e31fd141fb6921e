package io.cupel.files;

import io.cupel.files.columns.MapFault;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what marketing spent: tables of spend, or logs with calls named {@code Cupel Spend}. */
public final class SpendFiles {
    private SpendFiles() {}

    /**
     * What the files told: rows and calls in = {@code spends} + {@code duplicates} + rejected + {@code others}.
     *
     * @param spends each once, in the order of the files
     * @param duplicates that were there before: by the message id, else by month, source, campaign and amount
     * @param others calls that are no spend, in logs
     * @param rejected reason to number of rows and calls
     */
    public record Result(List<Spend> spends, long duplicates, long others, Map<String, Long> rejected) {
        public Result {
            spends = List.copyOf(spends);
            rejected = new TreeMap<>(rejected);
        }
    }

    /**
     * Everything that the files tell about spend.
     *
     * @param manner how they are read; a zone of null is UTC
     * @throws FileFault if a file cannot be used at all, or, if strict, at the first row that cannot
     * @throws MapFault if a mapping file has faults
     * @throws IOException if a file cannot be read
     */
    public static Result read(List<Path> files, LeadFiles.Manner manner, LeadFiles.Listener listener)
            throws IOException {
        Rejections rejections = new Rejections(listener, manner.strict());
        Progress progress = new Progress(listener);
        progress.expect(files);
        OccurredAt clock = new OccurredAt(Long.MAX_VALUE / 2);
        ReservedCalls reserved = new ReservedCalls(clock, LeadIds.NONE, new Unreadables());
        TableMaps maps = TableMaps.read(manner.maps());
        ZoneId zone = Objects.requireNonNullElse(manner.zone(), ZoneOffset.UTC);
        CallFiles calls = new CallFiles(progress, new TableManner(zone, manner.dates(), clock, maps), listener);
        Taken taken = new Taken(reserved);
        for (Path file : files) {
            calls.visit(file, Kind.SPEND, taken, rejections);
        }
        maps.expectUsed();
        progress.finish();
        if (taken.duplicates > 0) {
            listener.note(Numerals.of(taken.duplicates, "row of spend was", "rows of spend were")
                    + " there before, with the same month, source, campaign and amount (the first at " + taken.first
                    + ")");
        }
        return new Result(taken.spends, taken.duplicates, taken.others, rejections.counts());
    }

    private static final class Taken implements CallVisitor {
        private final ReservedCalls reserved;
        private final Set<Object> seen = new HashSet<>();
        private final List<Spend> spends = new ArrayList<>();
        private String place = "";
        private String first = "";
        private long duplicates;
        private long others;

        Taken(ReservedCalls reserved) {
            this.reserved = reserved;
        }

        @Override
        public void at(String file, long line) {
            place = file + ":" + line;
        }

        @Override
        public void call(Map<String, @Nullable Object> told) throws Refusal {
            if (ReservedCalls.kind(told) != Kind.SPEND) {
                others++;
                return;
            }
            Map<String, @Nullable Object> call = reserved.normal(told);
            Spend spend = Spends.of(call);
            String id = CallReader.messageId(call);
            if (seen.add(id == null ? spend : id)) {
                spends.add(spend);
            } else {
                first = duplicates == 0 ? place : first;
                duplicates++;
            }
        }
    }
}
