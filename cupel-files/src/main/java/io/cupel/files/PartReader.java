package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has parts of a call read by {@link CallReader}, as if they were all of it. Not for several threads. */
final class PartReader {
    /** Any browser and time, without which a call is none. */
    static final Map<String, Object> FRAME = Map.of("anonymousId", "frame", "timestamp", 946_684_800_000L);

    private final CallReader reader;
    private final JsonTree json;

    PartReader(CallReader reader, JsonTree json) {
        this.reader = reader;
        this.json = json;
    }

    /** What follows from type and name alone. */
    Sighting kind(PlainNodes nodes) throws Refusal {
        Map<String, @Nullable Object> part = frame(nodes);
        put(part, "name", nodes, nodes.name());
        if (ReservedCalls.has(part) || ConsentCalls.isUpdate(part)) {
            throw new Refusal(Reason.NO_NAME); // what such a call means, no part of it tells
        }
        return reader.read(part, "part");
    }

    /** What happened: all but who it was. */
    Sighting event(PlainNodes nodes) throws Refusal {
        Map<String, @Nullable Object> part = frame(nodes);
        put(part, "name", nodes, nodes.name());
        put(part, "properties", nodes, nodes.properties());
        put(part, "context", nodes, nodes.context());
        if (part.get("context") instanceof Map<?, ?> context) {
            Map<Object, @Nullable Object> rest = new HashMap<>(context);
            rest.remove("traits");
            part.put("context", rest);
        }
        return reader.read(part, "part");
    }

    /** Whom it names and what it tells of them. */
    Sighting word(PlainNodes nodes) throws Refusal {
        Map<String, @Nullable Object> part = frame(nodes);
        put(part, "userId", nodes, nodes.userId());
        put(part, "traits", nodes, nodes.traits());
        Map<String, @Nullable Object> context = new HashMap<>();
        put(context, "traits", nodes, nodes.contextTraits());
        part.put("context", context);
        return reader.read(part, "part");
    }

    /** Whether what the context says of consent keeps the call from being used for profiling. */
    boolean withholdsProfiling(PlainNodes nodes) throws Refusal {
        Map<String, @Nullable Object> context = new HashMap<>();
        put(context, ConsentCalls.CONSENT, nodes, nodes.consent());
        return ConsentCalls.areWithholding(context.get(ConsentCalls.CONSENT));
    }

    private Map<String, @Nullable Object> frame(PlainNodes nodes) throws Refusal {
        Map<String, @Nullable Object> part = new HashMap<>(FRAME);
        put(part, "type", nodes, nodes.type());
        put(part, "event", nodes, nodes.event());
        return part;
    }

    private void put(Map<String, @Nullable Object> part, String name, PlainNodes nodes, int node) throws Refusal {
        if (node == JsonScan.NONE) {
            return;
        }
        boolean isText = nodes.scan.isText(node);
        int from = isText ? nodes.start(node) : nodes.scan.from(node);
        int length = isText ? nodes.length(node) : nodes.scan.until(node) - from;
        String text = new String(nodes.bytes, from, length, StandardCharsets.UTF_8);
        part.put(name, isText ? text : json.read(text));
    }
}
