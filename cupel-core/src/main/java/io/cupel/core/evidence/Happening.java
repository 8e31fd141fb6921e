package io.cupel.core.evidence;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event says but for when it occurred and which one it is. A million events may share a few hundred of these,
 * so that what follows from one is worked out once.
 */
public final class Happening implements Facts {
    private static final String PREFIX = "event.";

    private final EventType type;
    private final String name;
    private final Map<String, Object> values;
    private final boolean fromExport;
    /** Whoever asks next may find it or not, and the same comes of both: threads need not agree. */
    private @Nullable Concluded concluded;

    /** What somebody made of it. */
    private record Concluded(Object by, Object conclusion) {}

    /**
     * What happened.
     *
     * @param name empty where it has none
     * @param values by path, as {@link Event#values}
     */
    public Happening(EventType type, String name, Map<String, Object> values, boolean fromExport) {
        this.type = type;
        this.name = name;
        this.values = values;
        this.fromExport = fromExport;
    }

    public EventType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public Map<String, Object> values() {
        return values;
    }

    public boolean fromExport() {
        return fromExport;
    }

    /**
     * What somebody makes of it; remembered for the one who asked last.
     *
     * @param by who asks, always with the same question, and of whom no two are equal
     */
    @SuppressWarnings("unchecked") // the same asker has the same question
    public <C> C concluded(Object by, Function<Happening, C> question) {
        Concluded known = concluded;
        if (known != null && known.by() == by) {
            return (C) known.conclusion();
        }
        C conclusion = question.apply(this);
        concluded = new Concluded(by, conclusion);
        return conclusion;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Happening that
                && type == that.type
                && name.equals(that.name)
                && values.equals(that.values)
                && fromExport == that.fromExport;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, name, values, fromExport);
    }

    @Override
    public String toString() {
        return type.written() + " " + name + values + (fromExport ? " from export" : "");
    }
}
