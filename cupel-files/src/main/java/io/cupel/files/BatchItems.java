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
 * Finds where the members of the outermost object stand, and the calls of its batch, without making anything of them:
 * so that a call that cannot be used costs no other.
 *
 * @param members what each name but that of the batch stands for, as written
 * @param calls of the batch as written; null where there is none
 */
record BatchItems(Map<String, String> members, @Nullable List<String> calls) {
    /** Nothing here is larger than a whole body. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(RequestCalls.BODY_MAX)
                    .maxNumberLength(RequestCalls.BODY_MAX)
                    .maxNameLength(RequestCalls.BODY_MAX)
                    .build())
            .build();

    static BatchItems of(String text) throws Refusal {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Refusal(Reason.NOT_JSON);
            }
            if (first != JsonToken.START_OBJECT) {
                throw new Refusal(Reason.NOT_AN_OBJECT);
            }
            BatchItems items = members(parser, text);
            if (parser.nextToken() != null) {
                throw new Refusal(Reason.NOT_JSON, ": more stands behind it");
            }
            return items;
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new Refusal(Reason.NOT_JSON, ", at column " + Math.max(1, column));
        }
    }

    private static BatchItems members(JsonParser parser, String text) throws Refusal {
        Map<String, String> members = new LinkedHashMap<>();
        List<String> calls = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean isBatch = name.equals(CallPart.BATCH.written());
            if (parser.nextToken() == JsonToken.START_ARRAY && isBatch) {
                calls = calls(parser, text);
            } else {
                calls = isBatch ? null : calls; // a name told twice has its last value
                members.put(name, value(parser, text));
            }
        }
        return new BatchItems(members, calls);
    }

    private static List<String> calls(JsonParser parser, String text) throws Refusal {
        List<String> calls = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (calls.size() == RequestCalls.CALLS_MAX) {
                throw new Refusal(Reason.CALLS);
            }
            calls.add(value(parser, text));
        }
        return calls;
    }

    /** What stands where the parser is, as it is written. */
    private static String value(JsonParser parser, String text) {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int until = (int) parser.currentLocation().getCharOffset();
        return text.substring(from, until);
    }
}
