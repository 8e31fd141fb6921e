package io.cupel.files;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Finds where the members of the outermost object stand, and the calls of its batch.
 *
 * @param members what each name but that of the batch stands for, as written
 * @param calls of the batch; null where there is none
 */
record BatchItems(Map<String, String> members, @Nullable List<Item> calls) {
    /** Nothing here is larger than a whole body. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(RequestCalls.BODY_MAX)
                    .maxNumberLength(RequestCalls.BODY_MAX)
                    .maxNameLength(RequestCalls.BODY_MAX)
                    .build())
            .build();

    /**
     * One of the calls.
     *
     * @param raw as it is written
     * @param isRead whether what it says is known; else it has to be read by itself
     * @param tree what it says, as {@link JsonTree} reads it; not to be changed
     */
    record Item(String raw, boolean isRead, @Nullable Object tree) {
        /** A call that has to be read by itself. */
        static Item unread(String raw) {
            return new Item(raw, false, null);
        }

        @Nullable
        Object read(JsonTree json) throws Refusal {
            return isRead ? tree : json.read(raw);
        }
    }

    /**
     * Reads the calls while it looks for them, as can be done with nearly all. Where that fails it only looks, so that
     * a call that cannot be read costs no other.
     */
    static BatchItems of(String text) throws Refusal {
        BatchItems read = read(text);
        return read == null ? found(text) : read;
    }

    private static @Nullable BatchItems read(String text) {
        try (JsonParser parser = JsonTree.parser(text)) {
            return items(parser, text, true);
        } catch (JacksonException | Refusal e) {
            return null;
        }
    }

    private static BatchItems found(String text) throws Refusal {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return items(parser, text, false);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new Refusal(Reason.NOT_JSON, ", at column " + Math.max(1, column));
        }
    }

    private static BatchItems items(JsonParser parser, String text, boolean reads) throws Refusal {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refusal(Reason.NOT_JSON);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal(Reason.NOT_AN_OBJECT);
        }
        BatchItems items = members(parser, text, reads);
        if (parser.nextToken() != null) {
            throw new Refusal(Reason.NOT_JSON, ": more stands behind it");
        }
        return items;
    }

    private static BatchItems members(JsonParser parser, String text, boolean reads) throws Refusal {
        Map<String, String> members = new LinkedHashMap<>();
        List<Item> calls = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean isBatch = name.equals(CallPart.BATCH.written());
            if (parser.nextToken() == JsonToken.START_ARRAY && isBatch) {
                calls = calls(parser, text, reads);
            } else {
                calls = isBatch ? null : calls; // a name told twice has its last value
                members.put(name, written(parser, text, from(parser)));
            }
        }
        return new BatchItems(members, calls);
    }

    private static List<Item> calls(JsonParser parser, String text, boolean reads) throws Refusal {
        boolean escaped = JsonTree.mayHaveHalves(text);
        List<Item> calls = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (calls.size() == RequestCalls.CALLS_MAX) {
                throw new Refusal(Reason.CALLS);
            }
            int from = from(parser);
            Object tree = reads ? JsonTree.value(parser, escaped) : null;
            calls.add(new Item(written(parser, text, from), reads, tree));
        }
        return calls;
    }

    private static int from(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** What began there, as it is written, with all that is in it. */
    private static String written(JsonParser parser, String text, int from) {
        parser.skipChildren();
        parser.finishToken();
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
}
