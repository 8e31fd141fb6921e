package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Touch;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Makes of the dated columns of an export one event or touch each. First and last of a kind are often one and the same,
 * and so are one event.
 */
final class Activities {
    private final Columns columns;
    private final DateColumns dates;
    private final List<Columns.Use> ofEvents;
    private final List<Columns.Use> ofTouches;

    Activities(Columns columns, DateColumns dates) {
        this.columns = columns;
        this.dates = dates;
        this.ofEvents = columns.uses(Role.EVENT);
        this.ofTouches = columns.uses(Role.TOUCH);
    }

    /** What the lead did, by the row; {@code key} names the lead. */
    List<Event> events(List<String> cells, long line, String key) throws IOException {
        if (ofEvents.isEmpty()) {
            return List.of();
        }
        Map<String, Event> events = new LinkedHashMap<>();
        for (Columns.Use use : ofEvents) {
            OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
            if (at.isPresent()) {
                Map<String, Object> details = details(use, cells);
                EventType type = use.target().eventType();
                String name = use.target().eventName();
                String when = Long.toString(at.getAsLong());
                String id = ExportIds.of(key, type.written(), name, when, new TreeMap<>(details).toString());
                events.put(id, new Event(id, at.getAsLong(), type, name, details, true));
            }
        }
        events.values().removeIf(event -> event.values().isEmpty() && isToldBetter(event, events));
        return List.copyOf(events.values());
    }

    /** Whether another column tells the same with more to it. */
    private static boolean isToldBetter(Event event, Map<String, Event> events) {
        return events.values().stream()
                .anyMatch(other -> other.at() == event.at()
                        && other.type() == event.type()
                        && other.name().equals(event.name())
                        && !other.values().isEmpty());
    }

    private Map<String, Object> details(Columns.Use date, List<String> cells) {
        Map<String, Object> details = new HashMap<>();
        for (Columns.Use use : columns.uses(Role.DETAIL)) {
            String cell = cells.get(use.place()).strip();
            Target target = use.target();
            if (!cell.isEmpty() && columns.place(target.of()) == date.place()) {
                details.put(target.detail(), cell);
                if (target.detail().equals("url")) {
                    details.put("path", EventFacts.pathOf(cell));
                }
            }
        }
        return details;
    }

    /** What sales did, by the row. */
    List<Act> touches(List<String> cells, long line, String key) throws IOException {
        if (ofTouches.isEmpty()) {
            return List.of();
        }
        Map<String, Act> touches = new LinkedHashMap<>();
        for (Columns.Use use : ofTouches) {
            OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
            if (at.isPresent()) {
                Touch.Channel channel = channel(use.target().detail());
                String id = ExportIds.of(key, "touch", channel.written(), Long.toString(at.getAsLong()));
                touches.put(id, new Touch(id, at.getAsLong(), "", channel, Touch.Direction.OUTBOUND, "", true));
            }
        }
        return List.copyOf(touches.values());
    }

    private static Touch.Channel channel(String detail) {
        return detail.isEmpty() ? Touch.Channel.UNKNOWN : Touch.Channel.valueOf(detail.toUpperCase(Locale.ROOT));
    }
}
