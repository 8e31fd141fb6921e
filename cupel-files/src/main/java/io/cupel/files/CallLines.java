package io.cupel.files;

import io.cupel.files.text.LineReader;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the calls of JSON Lines, those of batches one by one. */
final class CallLines {
    static final int EVENT_MAX = 32 * 1024;
    static final int BATCH_MAX = 500 * 1024;

    /** What a batch says for all its calls, where they do not say it themselves. */
    private static final List<String> INHERITED = List.of("sentAt", "receivedAt");

    private final JsonTree json = new JsonTree();
    private final Opening opening;

    CallLines(Opening opening) {
        this.opening = opening;
    }

    void visit(Path file, CallVisitor visitor, Rejections rejected) throws IOException {
        String name = file.toString();
        try (LineReader lines = LineReader.ofLog(Source.openLog(file, opening), BATCH_MAX)) {
            while (lines.next()) {
                if (lines.isBlank()) {
                    continue;
                }
                visitor.at(name, lines.number());
                try {
                    visit(name, lines, visitor, rejected);
                } catch (Refusal refusal) {
                    rejected.add(name, lines.number(), "", refusal, lines.shown());
                }
            }
        }
    }

    private void visit(String name, LineReader lines, CallVisitor visitor, Rejections rejected)
            throws Refusal, IOException {
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
            Map<String, @Nullable Object> batch, @Nullable Object item, CallVisitor visitor, Place place)
            throws IOException {
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

    private static Map<String, @Nullable Object> object(@Nullable Object value) throws Refusal {
        Map<String, @Nullable Object> object = CallTree.object(value);
        if (object == null) {
            throw new Refusal(Reason.NOT_AN_OBJECT);
        }
        return object;
    }
}
