package io.cupel.files;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.LineReader;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines of calls into a log. */
final class EventFiles {
    static final int EVENT_MAX = 32 * 1024;
    static final int BATCH_MAX = 500 * 1024;

    /** What a batch says for all its calls, where they do not say it themselves. */
    private static final List<String> INHERITED = List.of("sentAt", "receivedAt");

    /** Takes each call that could be told apart from its line. */
    private interface Visitor {
        void call(Map<String, @Nullable Object> call) throws Refusal;
    }

    private final JsonTree json = new JsonTree();
    private final CallLog log = new CallLog();
    private final CallReader reader;
    private final Rejections rejections;
    private final Unreadables unreadables;
    private final Progress progress;

    EventFiles(CallReader reader, Rejections rejections, Unreadables unreadables, Progress progress) {
        this.reader = reader;
        this.rejections = rejections;
        this.unreadables = unreadables;
        this.progress = progress;
    }

    /** The calls of all files, each once. */
    CallLog read(List<Path> files) throws IOException {
        for (Path file : files) {
            visit(file, this::add, rejections);
        }
        if (!log.tied().isEmpty()) {
            settle(files);
        }
        return log;
    }

    private void add(Map<String, @Nullable Object> call) throws Refusal {
        byte[] hash = log.hash(CallReader.content(call));
        log.add(reader.read(call, id(call, hash)), hash);
    }

    /** A second reading, for the copies of one id and one time that differ. */
    private void settle(List<Path> files) throws IOException {
        Set<String> tied = log.tied();
        unreadables.stop();
        Rejections silent = new Rejections(LeadFiles.Listener.NONE, false);
        progress.expect(files);
        for (Path file : files) {
            visit(
                    file,
                    call -> {
                        String id = CallReader.messageId(call);
                        if (id != null && tied.contains(id)) {
                            log.settle(reader.read(call, id), CallReader.content(call));
                        }
                    },
                    silent);
        }
    }

    private static String id(Map<String, @Nullable Object> call, byte[] hash) {
        String id = CallReader.messageId(call);
        return id == null ? CallLog.idOf(hash) : id;
    }

    private void visit(Path file, Visitor visitor, Rejections rejected) throws IOException {
        String name = file.toString();
        try (LineReader lines = LineReader.ofLog(Source.openLog(file, progress::open), BATCH_MAX)) {
            while (lines.next()) {
                if (lines.isBlank()) {
                    continue;
                }
                unreadables.at(name, lines.number());
                try {
                    visit(name, lines, visitor, rejected);
                } catch (Refusal refusal) {
                    rejected.add(name, lines.number(), "", refusal, lines.shown());
                }
            }
        }
    }

    private void visit(String name, LineReader lines, Visitor visitor, Rejections rejected) throws Refusal, FileFault {
        if (lines.isCut()) {
            throw new Refusal(Reason.BATCH_TOO_LONG);
        }
        Map<String, @Nullable Object> call = object(json.read(lines.text()));
        if (call.get("batch") instanceof List<?> batch) {
            for (int i = 0; i < batch.size(); i++) {
                inBatch(call, batch.get(i), visitor, new Place(name, lines.number(), i + 1, rejected));
            }
        } else if (lines.length() > EVENT_MAX) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        } else {
            visitor.call(call);
        }
    }

    /** Where a call of a batch stands, and who hears if it is refused. */
    private record Place(String file, long line, int call, Rejections rejected) {}

    private static void inBatch(
            Map<String, @Nullable Object> batch, @Nullable Object item, Visitor visitor, Place place) throws FileFault {
        try {
            Map<String, @Nullable Object> call = inherit(batch, object(item));
            if (CanonicalJson.of(item).getBytes(StandardCharsets.UTF_8).length > EVENT_MAX) {
                throw new Refusal(Reason.EVENT_TOO_LONG);
            }
            visitor.call(call);
        } catch (Refusal refusal) {
            String which = "call " + place.call() + " of the batch ";
            place.rejected().add(place.file(), place.line(), which, refusal, CanonicalJson.of(item));
        }
    }

    private static Map<String, @Nullable Object> inherit(
            Map<String, @Nullable Object> batch, Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> whole = new HashMap<>(call);
        for (String name : INHERITED) {
            whole.putIfAbsent(name, batch.get(name));
        }
        if (batch.get("context") instanceof Map<?, ?> shared) {
            Map<Object, @Nullable Object> context = new HashMap<>(shared);
            if (call.get("context") instanceof Map<?, ?> own) {
                context.putAll(own);
            }
            whole.put("context", context);
        }
        return whole;
    }

    @SuppressWarnings("unchecked") // the objects of a JsonTree have texts for keys
    private static Map<String, @Nullable Object> object(@Nullable Object value) throws Refusal {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new Refusal(Reason.NOT_AN_OBJECT);
    }
}
