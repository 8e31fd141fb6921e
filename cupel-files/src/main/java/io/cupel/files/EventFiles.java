package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the calls of files into a log. */
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

    private final CallLog log = new CallLog();
    private final CallReader reader;
    private final TableManner manner;
    private final Rejections rejections;
    private final Unreadables unreadables;
    private final Progress progress;
    private final ActNotes acts = new ActNotes();
    private String file = "";
    private long line;

    EventFiles(
            CallReader reader, TableManner manner, Rejections rejections, Unreadables unreadables, Progress progress) {
        this.reader = reader;
        this.manner = manner;
        this.rejections = rejections;
        this.unreadables = unreadables;
        this.progress = progress;
    }

    /** The calls of all files, each once. */
    CallLog read(List<Given> given, LeadFiles.Listener listener) throws IOException {
        CallFiles files = new CallFiles(progress::open, manner, listener);
        for (Given each : given) {
            files.visit(each.file(), each.kind(), visitor(this::add), rejections);
        }
        if (!log.tied().isEmpty()) {
            settle(given);
        }
        return log;
    }

    private void add(Map<String, @Nullable Object> told) throws Refusal {
        Map<String, @Nullable Object> call = reader.normal(told);
        byte[] hash = log.hash(CallReader.content(call));
        Sighting sighting = reader.read(call, id(call, hash));
        log.add(sighting, hash);
        if (sighting.act() != null) {
            acts.met(sighting.act(), file, line);
        }
    }

    /** What is odd about the acts among the calls. */
    ActNotes acts() {
        return acts;
    }

    /** A second reading, for the copies of one id and one time that differ. */
    private void settle(List<Given> given) throws IOException {
        Set<String> tied = log.tied();
        unreadables.stop();
        Rejections silent = new Rejections(LeadFiles.Listener.NONE, false);
        progress.expect(given.stream().map(Given::file).toList());
        CallFiles files = new CallFiles(progress::open, manner, LeadFiles.Listener.NONE);
        for (Given each : given) {
            files.visit(
                    each.file(),
                    each.kind(),
                    visitor(told -> {
                        String id = CallReader.messageId(told);
                        if (id != null && tied.contains(id)) {
                            Map<String, @Nullable Object> call = reader.normal(told);
                            log.settle(reader.read(call, id), CallReader.content(call));
                        }
                    }),
                    silent);
        }
    }

    private static String id(Map<String, @Nullable Object> call, byte[] hash) {
        String id = CallReader.messageId(call);
        return id == null ? CallLog.idOf(hash) : id;
    }

    /** What is done with one call. */
    private interface Taking {
        void take(Map<String, @Nullable Object> call) throws Refusal;
    }

    private CallVisitor visitor(Taking taking) {
        return new CallVisitor() {
            @Override
            public void at(String inFile, long atLine) {
                file = inFile;
                line = atLine;
                unreadables.at(inFile, atLine);
            }

            @Override
            public void call(Map<String, @Nullable Object> call) throws Refusal {
                taking.take(call);
            }
        };
    }
}
