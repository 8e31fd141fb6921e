package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.columns.MapFault;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes of files that {@code qualify} reads calls for the log of a server: what the files say of a lead, the log says
 * of it. Tables of leads, companies and deals come first, each row as of the import, then all calls in the order of the
 * files. The same row gives the same message id each time.
 */
public final class ImportFiles {
    private final Contract contract;
    private final LeadFiles.Manner manner;
    private final Progress progress;
    private final TableMaps maps;
    private final Findings found;
    private final OccurredAt clock;
    private final AttributeNames names;
    private final Taker taker;
    private final ImportCopies copies;
    private final List<FileCount> counts = new ArrayList<>();

    /**
     * What is to be read.
     *
     * @param files of any kinds and forms
     * @param kind of all of them; null where their content is to tell it
     * @param tied message ids of which an earlier reading found copies that {@link Result#differing differ}
     */
    public record Input(List<Path> files, @Nullable Kind kind, LeadFiles.Manner manner, Set<String> tied) {
        public Input {
            files = List.copyOf(files);
            tied = Set.copyOf(tied);
        }

        /** To be read for the first time. */
        public Input(List<Path> files, @Nullable Kind kind, LeadFiles.Manner manner) {
            this(files, kind, manner, Set.of());
        }
    }

    /** When a call is to be sent. */
    public enum Turn {
        NOW,
        /** Another copy of its message may count: one comes last. */
        WAITS,
        /** Of copies that differ, the one that counts. */
        LAST
    }

    /**
     * A call for the log.
     *
     * @param text as canonical JSON, with its message id
     * @param keys of whom it tells
     * @param file in which it stands; empty where several rows tell it together
     * @param line 0 where no file is told
     */
    public record Call(String text, String messageId, Keys keys, String file, long line, Turn turn) {
        private Call at(Turn other) {
            return new Call(text, messageId, keys, file, line, other);
        }
    }

    /** Takes calls one by one, each message once. */
    @FunctionalInterface
    public interface Taker {
        void take(Call call) throws IOException;
    }

    /**
     * What was read.
     *
     * @param files what became of each
     * @param rejected reason to number
     * @param differing message ids of which copies do not say the same
     */
    public record Result(List<FileCount> files, Map<String, Long> rejected, Set<String> differing) {
        public Result {
            files = List.copyOf(files);
            differing = Set.copyOf(differing);
            rejected = new TreeMap<>(rejected);
        }
    }

    private ImportFiles(Contract contract, Input input, LeadFiles.Listener listener, Taker taker) throws IOException {
        ZoneId zone = input.manner().zone();
        this.contract = contract;
        this.manner = input.manner();
        this.progress = new Progress(listener);
        this.maps = TableMaps.read(manner.maps());
        this.found = new Findings(listener, manner.strict(), zone == null ? contract.zone() : zone);
        this.clock = new OccurredAt(manner.nowMillis());
        this.names = new AttributeNames(contract);
        this.taker = taker;
        this.copies = new ImportCopies(input.tied(), ImportCopies.REMEMBERED_MAX);
    }

    /**
     * Reads all files.
     *
     * @param contract which says what attributes there are, and in which currency and time zone
     * @throws FileFault if a file cannot be used at all, or, if strict, at the first row that cannot
     * @throws MapFault if a mapping file has faults
     * @throws IOException if a file cannot be read, or the taker fails
     */
    public static Result read(Contract contract, Input input, LeadFiles.Listener listener, Taker taker)
            throws IOException {
        for (Path file : input.files()) {
            Source.expectRegular(file);
        }
        return new ImportFiles(contract, input, listener, taker).read(input);
    }

    private Result read(Input input) throws IOException {
        Map<Path, Kind> kinds = new LinkedHashMap<>();
        for (Path file : input.files()) {
            kinds.put(file, input.kind() == null ? KindOf.file(file, maps) : input.kind());
        }
        progress.expect(kinds.keySet());
        List<Path> tables = kinds.keySet().stream()
                .filter(file -> kinds.get(file) == Kind.LEADS)
                .toList();
        List<Sighting> told = tables(tables, kinds.size() == 1);
        new TableCalls(contract.currency().code(), tables).forEach(told, this::give);
        LeadIds ids = new LeadIds(CompletableFuture.completedFuture(told));
        CallReader reader = new CallReader(contract, names, clock, ids, found.unreadables());
        CallFiles calls =
                new CallFiles(progress, new TableManner(found.zone(), manner.dates(), clock, maps), found.listener());
        for (Map.Entry<Path, Kind> each : kinds.entrySet()) {
            if (each.getValue() != Kind.LEADS) {
                read(each.getKey(), each.getValue(), calls, reader);
            }
        }
        for (Call call : copies.kept()) {
            taker.take(call.at(Turn.LAST));
        }
        maps.expectUsed();
        progress.finish();
        found.unreadables().sentences().forEach(found.listener()::note);
        ids.sentences().forEach(found.listener()::note);
        if (!copies.differing().isEmpty()) {
            found.listener()
                    .note(Numerals.of(copies.differing().size(), "message id")
                            + " came with copies that do not say the same; of each the earliest copy counts");
        }
        return new Result(counts, found.rejections().counts(), copies.differing());
    }

    private List<Sighting> tables(List<Path> files, boolean isAlone) throws IOException {
        TableSetting setting = new TableSetting(contract, names, manner, clock, found, progress);
        LeadTables tables = new LeadTables(setting, maps, isAlone);
        for (int i = 0; i < files.size(); i++) {
            tables.read(files.get(i), i);
        }
        counts.addAll(tables.counts());
        return tables.sightings();
    }

    private void read(Path file, Kind kind, CallFiles calls, CallReader reader) throws IOException {
        Visitor visitor = new Visitor(reader);
        long refused = found.rejections().total();
        long passedOver = calls.visit(file, kind, visitor, found.rejections());
        boolean isLog = CallFiles.isLog(file, kind, maps);
        counts.add(new FileCount(
                file.toString(),
                isLog ? FileCount.Unit.LINES : FileCount.Unit.ROWS,
                visitor.used,
                visitor.duplicates,
                found.rejections().total() - refused,
                passedOver));
    }

    /** What of a call is sent. */
    private void give(Map<String, @Nullable Object> call, Keys keys, TableCalls.Place place) throws IOException {
        String text = CanonicalJson.exactly(call);
        if (isTooLong(text)) {
            found.rejections().add(place.file(), place.line(), "", new Refusal(Reason.EVENT_TOO_LONG), "");
            return;
        }
        taker.take(new Call(
                text,
                String.valueOf(call.get(CallPart.MESSAGE_ID.written())),
                keys,
                place.file(),
                place.line(),
                Turn.NOW));
    }

    private static boolean isTooLong(String text) {
        int most = RequestCalls.EVENT_MAX - LiveReading.EXPORT_ADDS;
        return text.length() > most || text.getBytes(StandardCharsets.UTF_8).length > most;
    }

    private final class Visitor implements CallVisitor {
        private final CallReader reader;
        private TableCalls.Place place = TableCalls.Place.NONE;
        private long used;
        private long duplicates;

        Visitor(CallReader reader) {
            this.reader = reader;
        }

        @Override
        public void at(String file, long line) {
            place = new TableCalls.Place(file, line);
            found.unreadables().at(file, line);
        }

        @Override
        public void call(Map<String, @Nullable Object> told) throws Refusal, IOException {
            Map<String, @Nullable Object> normal = reader.admitted(told);
            String id = CallReader.messageId(normal);
            if (id == null) {
                String made = CallReader.idOfContent(normal);
                id = ReservedCalls.has(normal) ? ReservedCalls.OF_CONTENT + made : made;
            }
            Sighting sighting = reader.read(normal, id);
            Map<String, @Nullable Object> call = new LinkedHashMap<>(normal);
            call.put(CallPart.MESSAGE_ID.written(), id);
            call.remove("writeKey");
            call.remove(LogPlace.POSITION);
            call.remove(LogPlace.KEY_ORIGIN);
            if (call.get(CallPart.RECEIVED.written()) == null) {
                // whoever sent it then, its clock says nothing about that of the import
                call.remove(CallPart.SENT.written());
            }
            String text = CanonicalJson.exactly(call);
            if (isTooLong(text)) {
                throw new Refusal(Reason.EVENT_TOO_LONG);
            }
            boolean isNew = copies.isNew(id, normal, sighting.at());
            used += isNew ? 1 : 0;
            duplicates += isNew ? 0 : 1;
            Call read = new Call(text, id, sighting.keys(), place.file(), place.line(), Turn.NOW);
            boolean waits = copies.keeps(read, normal, sighting);
            if (isNew) {
                taker.take(waits ? read.at(Turn.WAITS) : read);
            }
        }
    }
}
