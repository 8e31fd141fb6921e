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
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads one JSON value into maps, lists, Strings, Longs (whole numbers that fit), Doubles, Booleans and nulls. A name
 * told twice in one object has its last value.
 */
final class JsonTree {
    static final int DEPTH_MAX = 32;
    private static final int NUMBER_MAX = 400;
    /** More than a line has: the length of lines is the limit. */
    private static final int NAME_MAX = 1 << 20;

    /** One for all: it remembers the names that it read, which takes longer to learn than to use. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_MAX)
                    .maxNameLength(NAME_MAX)
                    .build())
            .build();

    /** The value of a text that holds one JSON value and nothing else; null for JSON's null. */
    @Nullable
    Object read(String text) throws Refusal {
        boolean escaped = mayHaveHalves(text);
        try (JsonParser parser = parser(text)) {
            if (parser.nextToken() == null) {
                throw new Refusal(Reason.NOT_JSON);
            }
            Object value = value(parser, escaped);
            if (parser.nextToken() != null) {
                throw new Refusal(Reason.NOT_JSON, ": more stands behind it");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new Refusal(isDepth(e) ? Reason.TOO_DEEP : Reason.NUMBER);
        } catch (JacksonIOException e) {
            throw new IllegalStateException("reading a text in memory failed", e);
        } catch (JacksonException e) {
            throw new Refusal(Reason.NOT_JSON, place(e));
        }
    }

    /** A parser that goes no further than a value of this may go. */
    static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** Whether a text has escapes, by which alone half a character can be written: it was decoded from UTF-8. */
    static boolean mayHaveHalves(String text) {
        return text.indexOf("\\u") >= 0;
    }

    /** How many lines the first value of a text takes; 0 where it is broken or does not end. */
    int lines(String text) {
        try (JsonParser parser = parser(text)) {
            parser.nextToken();
            parser.skipChildren();
            boolean isWhole =
                    parser.currentToken() == JsonToken.END_OBJECT || parser.currentToken() == JsonToken.END_ARRAY;
            return isWhole ? parser.currentLocation().getLineNr() : 0;
        } catch (JacksonException e) {
            return 0;
        }
    }

    private static boolean isDepth(StreamConstraintsException e) {
        return String.valueOf(e.getOriginalMessage()).contains("nesting depth");
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ", at column " + Math.max(1, e.getLocation().getColumnNr());
    }

    /**
     * The value that begins where a parser stands.
     *
     * @param escaped whether its text {@link #mayHaveHalves}
     */
    static @Nullable Object value(JsonParser parser, boolean escaped) throws Refusal {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, escaped);
            case START_ARRAY -> array(parser, escaped);
            case VALUE_STRING -> text(parser.getString(), escaped);
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Refusal(Reason.NOT_JSON);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, boolean escaped) throws Refusal {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = text(parser.currentName(), escaped);
            parser.nextToken();
            object.put(name, value(parser, escaped));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser, boolean escaped) throws Refusal {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, escaped));
        }
        return array;
    }

    private static Object whole(JsonParser parser) throws Refusal {
        JsonParser.NumberType type = parser.getNumberType();
        return type == JsonParser.NumberType.BIG_INTEGER ? decimal(parser.getString()) : (Object) parser.getLongValue();
    }

    private static Object decimal(String text) throws Refusal {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new Refusal(Reason.NUMBER);
        }
        return number;
    }

    private static String text(String text, boolean escaped) throws Refusal {
        for (int i = 0; escaped && i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new Refusal(Reason.HALF_CHARACTER);
            }
        }
        return text;
    }
}
