package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a lead did at a time.
 *
 * @param id the message id, unique over the whole log
 * @param at when it occurred, in milliseconds since 1970 UTC
 * @param name the page's, screen's or track's name; empty where it has none
 * @param values its other facts by path without {@code event.}: {@code path}, {@code url}, {@code properties.seconds},
 *     {@code campaign.source}; values as {@link Facts} holds them, nested ones as maps and lists
 * @param fromExport whether it was made of a dated column of an export ("last click"), because there was no log
 */
public record Event(String id, long at, EventType type, String name, Map<String, Object> values, boolean fromExport)
        implements Facts {
    private static final String PREFIX = "event.";

    /** The order in which events count: by time, and within one instant by message id. */
    public static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::at).thenComparing(Event::id, CodePointOrder.INSTANCE);

    /** An event of a log. */
    public Event(String id, long at, EventType type, String name, Map<String, Object> values) {
        this(id, at, type, name, values, false);
    }

    @Override
    public @Nullable Object value(String path) {
        if (!path.startsWith(PREFIX)) {
            return null;
        }
        String key = path.substring(PREFIX.length());
        return switch (key) {
            case "type" -> type.written();
            case "name" -> name.isEmpty() ? null : name;
            default -> values.get(key);
        };
    }
}
