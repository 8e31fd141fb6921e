package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something a lead did at a time. Immutable. */
public final class Event implements Facts {
    /** The order in which events count: by time, and within one instant by message id. */
    public static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::at).thenComparing(Event::id, CodePointOrder.INSTANCE);

    private final Supplier<String> told;
    private final long at;
    private final Happening happening;
    /** Made when it is asked for, for of most events nobody asks; a text, so that threads need not agree. */
    private @Nullable String id;

    /**
     * An event of which much is shared with others.
     *
     * @param id gives its message id, always the same
     * @param at when it occurred, in milliseconds since 1970 UTC
     */
    public Event(Supplier<String> id, long at, Happening happening) {
        this.told = id;
        this.at = at;
        this.happening = happening;
    }

    /**
     * An event.
     *
     * @param id the message id, unique over the whole log
     * @param at when it occurred, in milliseconds since 1970 UTC
     * @param name the page's, screen's or track's name; empty where it has none
     * @param values its other facts by path without {@code event.}: {@code path}, {@code url},
     *     {@code properties.seconds}, {@code campaign.source}; values as {@link Facts} holds them, nested ones as maps
     *     and lists
     * @param fromExport whether it was made of a dated column of an export ("last click"), because there was no log
     */
    public Event(String id, long at, EventType type, String name, Map<String, Object> values, boolean fromExport) {
        this(() -> id, at, new Happening(type, name, values, fromExport));
        this.id = id;
    }

    /** An event of a log. */
    public Event(String id, long at, EventType type, String name, Map<String, Object> values) {
        this(id, at, type, name, values, false);
    }

    /** The message id, unique over the whole log. */
    public String id() {
        String known = id;
        if (known == null) {
            known = told.get();
            id = known;
        }
        return known;
    }

    /** When it occurred, in milliseconds since 1970 UTC. */
    public long at() {
        return at;
    }

    /** All but the id and the time. */
    public Happening happening() {
        return happening;
    }

    public EventType type() {
        return happening.type();
    }

    /** The page's, screen's or track's name; empty where it has none. */
    public String name() {
        return happening.name();
    }

    /** Its other facts by path without {@code event.}. */
    public Map<String, Object> values() {
        return happening.values();
    }

    /** Whether it was made of a dated column of an export, because there was no log. */
    public boolean fromExport() {
        return happening.fromExport();
    }

    @Override
    public @Nullable Object value(String path) {
        return happening.value(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that
                && at == that.at
                && happening.equals(that.happening)
                && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "event " + id() + " at " + at + ": " + happening;
    }
}
