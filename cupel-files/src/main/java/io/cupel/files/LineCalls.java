package io.cupel.files;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the calls out of a line of JSON: one, or those of a batch. Not for several threads. */
final class LineCalls {
    static final int EVENT_MAX = 32 * 1024;

    /** What a batch says for all its calls, where they do not say it themselves. */
    private static final List<String> INHERITED = List.of("sentAt", "receivedAt");

    private final JsonTree json;

    LineCalls(JsonTree json) {
        this.json = json;
    }

    /** Hears of calls of a batch that cannot be used. */
    @FunctionalInterface
    interface Refused {
        void add(String which, Refusal refusal, String raw) throws IOException;
    }

    /**
     * Visits the calls of a line.
     *
     * @param length of the line in bytes
     * @return how many calls it holds, used or refused
     * @throws Refusal if the line as a whole cannot be used
     * @throws IOException if the visitor or who hears of the refused throws it
     */
    int visit(String line, int length, CallVisitor visitor, Refused refused) throws Refusal, IOException {
        Map<String, @Nullable Object> call = object(json.read(line));
        if (call.get("batch") instanceof List<?> batch) {
            for (int i = 0; i < batch.size(); i++) {
                try {
                    inBatch(call, batch.get(i), visitor);
                } catch (Refusal refusal) {
                    String which = "call " + (i + 1) + " of the batch ";
                    refused.add(which, refusal, CanonicalJson.of(batch.get(i)));
                }
            }
            return batch.size();
        } else if (length > EVENT_MAX) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        } else {
            visitor.call(call);
            return 1;
        }
    }

    private static void inBatch(Map<String, @Nullable Object> batch, @Nullable Object item, CallVisitor visitor)
            throws Refusal, IOException {
        Map<String, @Nullable Object> call = inherit(batch, object(item));
        // Were it written by itself, it would be a batch, and its calls would count.
        if (call.get("batch") instanceof List<?>) {
            throw new Refusal(Reason.NO_TYPE);
        }
        if (CanonicalJson.of(item).getBytes(StandardCharsets.UTF_8).length > EVENT_MAX) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        }
        visitor.call(call);
    }

    /** The call with what its batch says for all. */
    static Map<String, @Nullable Object> inherit(
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

    static Map<String, @Nullable Object> object(@Nullable Object value) throws Refusal {
        Map<String, @Nullable Object> object = CallTree.object(value);
        if (object == null) {
            throw new Refusal(Reason.NOT_AN_OBJECT);
        }
        return object;
    }
}
