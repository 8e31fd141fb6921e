package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.parquet.ParquetTable;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the calls of files into a log: JSON Lines by several threads, rows of tables by one. */
final class EventFiles {
    /** A file, and what its rows tell if it is a table. */
    record Given(Path file, Kind kind) {
        static List<Given> of(LeadFiles.Input input) {
            List<Given> given = new ArrayList<>();
            input.events().forEach(file -> given.add(new Given(file, Kind.EVENTS)));
            input.touches().forEach(file -> given.add(new Given(file, Kind.TOUCHES)));
            input.outcomes().forEach(file -> given.add(new Given(file, Kind.OUTCOMES)));
            return given;
        }
    }

    /**
     * What reading a call needs. A {@link CallReader} is no matter of several threads.
     *
     * @param tables how tables of calls are read
     * @param ids of leads, as their tables tell them
     * @param ignoresPositions whether calls may tell their place in a log, for nothing
     */
    record Setting(
            Contract contract,
            AttributeNames names,
            OccurredAt clock,
            TableManner tables,
            LeadIds ids,
            boolean ignoresPositions) {
        /** The first call of the files told no place in a log, or all would be judged in the order of that. */
        void expectNoPlace(Map<String, @Nullable Object> call) throws Refusal {
            if (!ignoresPositions && LogPlace.isTold(call)) {
                throw new Refusal(Reason.LOG_POSITION);
            }
        }

        CallReader reader(Unreadables unreadables) {
            return new CallReader(contract, names, clock, ids, unreadables);
        }
    }

    private final CallLog log;
    private final Setting setting;
    private final Findings found;
    private final Rejections rejections;
    private final Unreadables unreadables;
    private final Progress progress;
    private final ActNotes acts;
    /** In the order of the files; those beyond the highest number share the last. */
    private final List<Tally> tallies = new ArrayList<>();

    private Tally tally = new Tally("", FileCount.Unit.LINES);

    EventFiles(CallLog log, Setting setting, Findings found, Progress progress) {
        this.log = log;
        this.setting = setting;
        this.found = found;
        this.rejections = found.rejections();
        this.unreadables = found.unreadables();
        this.progress = progress;
        this.acts = found.acts();
    }

    /** Reads all files into the log, where each call counts once. */
    void read(List<Given> given) throws IOException {
        try (ChunkCrew crew = new ChunkCrew(progress)) {
            TableFilling tables = new TableFilling();
            CallFiles files = new CallFiles(progress, setting.tables(), found.listener());
            ChunkCrew.Work logs = crew.work(this::filler, this::tell);
            for (Given each : given) {
                begin(each);
                long before = tally.read();
                long refused = rejections.total();
                visit(List.of(each), logs, table -> {
                    tables.feeder.from(number());
                    tally.passedOver += files.visit(table.file(), table.kind(), tables, rejections);
                    tables.feeder.flush();
                });
                tally.rejected += rejections.total() - refused;
                if (tally.read() == before) {
                    noteEmpty(each);
                }
            }
            Set<String> tied = log.settle();
            if (!tied.isEmpty()) {
                settle(given, crew, new TiedCalls(setting, tied));
            }
        }
    }

    private void noteEmpty(Given given) throws IOException {
        found.listener().note(given.file() + (isLog(given) ? " is empty" : " has a header and no rows"));
    }

    /** What was found in a file so far. */
    private static final class Tally {
        private String file;
        private FileCount.Unit unit;
        private long calls;
        private long rejected;
        private long passedOver;

        Tally(String file, FileCount.Unit unit) {
            this.file = file;
            this.unit = unit;
        }

        /** Rows, lines or calls, whatever became of them. */
        long read() {
            return calls + rejected + passedOver;
        }

        FileCount count(long duplicates) {
            return new FileCount(file, unit, calls - duplicates, duplicates, rejected, passedOver);
        }
    }

    private interface Reading {
        void read(Given given) throws IOException;
    }

    /** Logs go one way, tables the other. */
    private void visit(List<Given> given, ChunkCrew.Work logs, Reading tables) throws IOException {
        for (Given each : given) {
            if (isLog(each)) {
                logs.read(each.file(), number());
            } else {
                tables.read(each);
            }
        }
    }

    private boolean isLog(Given given) throws IOException {
        return CallFiles.isLog(given.file(), given.kind(), setting.tables().maps());
    }

    private void begin(Given given) throws IOException {
        if (tallies.size() <= CallLog.FILE_MAX) {
            boolean isLog = isLog(given);
            tally = new Tally(given.file().toString(), isLog ? FileCount.Unit.LINES : FileCount.Unit.ROWS);
            tallies.add(tally);
        } else {
            tally.file = tallies.get(number()).file.replaceFirst(" and all after it$", "") + " and all after it";
        }
    }

    /** Of the file that is being read. */
    private int number() {
        return tallies.size() - 1;
    }

    /** A second reading, for the copies of one id and one time that differ. */
    private void settle(List<Given> given, ChunkCrew crew, TiedCalls again) throws IOException {
        progress.expect(given.stream().map(Given::file).toList());
        Rejections silent = new Rejections(LeadFiles.Listener.NONE, false);
        CallFiles files = new CallFiles(progress, setting.tables(), LeadFiles.Listener.NONE);
        CallVisitor visitor = again.visitor();
        visit(
                given,
                crew.work(again::reader, (result, linesBefore) -> {}),
                each -> files.visit(each.file(), each.kind(), visitor, silent));
        again.addTo(log);
    }

    /** What became of each file; to be asked when all are read. */
    List<FileCount> counts() {
        List<FileCount> counts = new ArrayList<>();
        for (int number = 0; number < tallies.size(); number++) {
            counts.add(tallies.get(number).count(log.duplicates(number)));
        }
        return counts;
    }

    /** What one thread needs to put the calls of lines into the log. */
    private ChunkCrew.Reader filler() {
        Unreadables found = new Unreadables();
        CallReader reader = setting.reader(found);
        JsonTree json = new JsonTree();
        Feeder feeder = log.feeder();
        PlainCalls plain = new PlainCalls(
                setting.contract(),
                new PartReader(reader, json),
                new PlainClock(setting.clock()),
                found,
                new PlainCalls.Target(log, feeder));
        ChunkLines lines = new ChunkLines(json, new LineFilling(setting, reader, plain, log, feeder), found);
        return chunk -> {
            feeder.from(chunk.number());
            ChunkLines.Result result = lines.read(chunk);
            feeder.flush();
            return result;
        };
    }

    /** Takes each call of a line into the log, the quick way where it can be. */
    private record LineFilling(Setting setting, CallReader reader, PlainCalls plain, CallLog log, Feeder feeder)
            implements ChunkLines.Taker {
        @Override
        public void glance(int place, byte[] bytes, int from, int until) {
            plain.glance(place, bytes, from, until);
        }

        @Override
        public void approach(int count) {
            plain.approach(count);
        }

        @Override
        public boolean take(int place) {
            return plain.take(place);
        }

        @Override
        public @Nullable Act call(Map<String, @Nullable Object> call) throws Refusal {
            setting.expectNoPlace(call);
            return add(reader, call, log, feeder);
        }
    }

    private static @Nullable Act add(CallReader reader, Map<String, @Nullable Object> told, CallLog log, Feeder feeder)
            throws Refusal {
        Map<String, @Nullable Object> call = reader.admitted(told);
        String id = CallReader.messageId(call);
        String known = id == null ? CallReader.idOfContent(call) : id;
        Sighting sighting = reader.read(call, known);
        log.add(feeder, RowReading.asCall(sighting, known), CallReader.fingerprint(call));
        return sighting.act();
    }

    /** Tells on what came of a chunk, in the order of the files. */
    private void tell(ChunkLines.Result result, long linesBefore) throws FileFault {
        String file = result.chunk().file();
        unreadables.takeOver(result.unreadables(), linesBefore);
        tally.calls += result.tally().calls();
        tally.passedOver += result.tally().passedOver();
        tally.unit = result.tally().hasBatches() ? FileCount.Unit.CALLS : tally.unit;
        result.acts().forEach(met -> acts.met(met.act(), file, linesBefore + met.line()));
        for (ChunkLines.Refused one : result.refused()) {
            expectNoPlace(one.refusal(), file, linesBefore + one.line());
            rejections.add(file, linesBefore + one.line(), one.which(), one.refusal(), one.raw());
        }
    }

    private static void expectNoPlace(Refusal refusal, String file, long line) throws FileFault {
        if (refusal.reason() == Reason.LOG_POSITION) {
            throw new FileFault(file, line, refusal.told() + "; " + LogPlace.REMEDY);
        }
    }

    /** Takes the calls of tables into the log. */
    private final class TableFilling implements CallVisitor {
        private final CallReader reader = setting.reader(unreadables);
        private final Feeder feeder = log.feeder();
        private String file = "";
        private long line;

        @Override
        public void at(String inFile, long atLine) {
            file = inFile;
            line = atLine;
            unreadables.at(inFile, atLine);
        }

        @Override
        public void ahead(Table table, CallRows rows) throws IOException {
            if (table instanceof ParquetTable parquet) {
                tally.calls += new PartedCalls(setting, log, feeder).take(parquet, rows);
            }
        }

        @Override
        public void call(Map<String, @Nullable Object> call) throws Refusal, IOException {
            try {
                setting.expectNoPlace(call);
            } catch (Refusal refusal) {
                expectNoPlace(refusal, file, line);
            }
            Act act = add(reader, call, log, feeder);
            tally.calls++;
            if (act != null) {
                acts.met(act, file, line);
            }
        }
    }
}
