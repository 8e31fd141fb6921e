package io.cupel.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a table of events: those that every such table has, and one for each property that is told often. */
final class EventColumns {
    /** More would make a table that nobody can look at; the rest of a call has a column of its own. */
    static final int PATHS_MAX = 100;

    private static final int PATHS_COUNTED_MAX = 10_000;
    private static final int NAME_MAX = 80;
    private static final List<String> ROOTS = List.of("properties", "traits", "context");
    private static final String CAMPAIGN = "context.campaign.";

    /** Names that a header can hold without any doubt. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$-]+( [\\p{L}\\p{N}_$-]+)*");

    private static final List<CallColumn> SIMPLE = List.of(
            new CallColumn.Position("log_position", LogPlace.POSITION),
            new CallColumn.Text("key_origin", LogPlace.KEY_ORIGIN),
            new CallColumn.Text("message_id", "messageId"),
            new CallColumn.Text("type", "type"),
            new CallColumn.Text("event", "event"),
            new CallColumn.Text("name", "name"),
            new CallColumn.Text("user_id", "userId"),
            new CallColumn.OneId("lead", "lead"),
            new CallColumn.Text("anonymous_id", "anonymousId"),
            new CallColumn.IsoText("timestamp", "timestamp"),
            new CallColumn.IsoText("sent_at", "sentAt"),
            new CallColumn.IsoText("received_at", "receivedAt"),
            new CallColumn.IsoText("original_timestamp", "originalTimestamp"),
            new CallColumn.Text("group_id", "groupId"),
            new CallColumn.Text("previous_id", "previousId"));

    /** Columns that every table of events has; the others, where some call fills them. */
    private static final Set<String> ALWAYS = Set.of("message_id", "type", "event", "user_id", "timestamp");

    private final Map<String, Long> told = new HashMap<>();
    private final Set<String> filled = new HashSet<>(ALWAYS);

    /** Counts what a call tells. */
    void meet(Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> copy = copy(call);
        for (CallColumn column : SIMPLE) {
            if (!filled.contains(column.name()) && column.take(copy) != null) {
                filled.add(column.name());
            }
        }
        for (String root : ROOTS) {
            Map<String, @Nullable Object> object = CallTree.object(call.get(root));
            if (object != null) {
                meet(root, object);
            }
        }
    }

    private void meet(String path, Map<String, @Nullable Object> object) {
        object.forEach((name, value) -> {
            String whole = path + "." + name;
            Map<String, @Nullable Object> inner = CallTree.object(value);
            if (!PLAIN.matcher(name).matches() || whole.length() > NAME_MAX) {
                return;
            }
            if (inner != null) {
                meet(whole, inner);
            } else if (told.containsKey(whole) || told.size() < PATHS_COUNTED_MAX) {
                told.merge(whole, 1L, Long::sum);
            }
        });
    }

    /** The columns of a table for people: each of the most told values has its own. */
    List<CallColumn> spread() {
        List<CallColumn> columns = new ArrayList<>(SIMPLE);
        columns.removeIf(column -> !filled.contains(column.name()));
        told.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(PATHS_MAX)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .map(EventColumns::column)
                .forEach(columns::add);
        columns.add(new CallColumn.Rest());
        return columns;
    }

    private static CallColumn column(String path) {
        String name = path.startsWith(CAMPAIGN) ? path.substring("context.".length()) : path;
        return new CallColumn.Path(name, List.of(path.split("\\.", -1)));
    }

    /**
     * The columns of a table for programs: always the same, properties, context and traits as JSON.
     *
     * @param fromLog whether the calls tell their places in the log of a server, which then have columns too
     */
    static List<CallColumn> compact(boolean fromLog) {
        List<CallColumn> columns = new ArrayList<>();
        if (fromLog) {
            columns.add(new CallColumn.Position("log_position", LogPlace.POSITION));
            columns.add(new CallColumn.Text("key_origin", LogPlace.KEY_ORIGIN));
        }
        columns.addAll(List.of(
                new CallColumn.Text("message_id", "messageId"),
                new CallColumn.Text("type", "type"),
                new CallColumn.Text("event", "event"),
                new CallColumn.Text("name", "name"),
                new CallColumn.Text("user_id", "userId"),
                new CallColumn.Text("anonymous_id", "anonymousId"),
                new CallColumn.Time("timestamp", "timestamp"),
                new CallColumn.Time("sent_at", "sentAt"),
                new CallColumn.Time("received_at", "receivedAt"),
                new CallColumn.Time("original_timestamp", "originalTimestamp"),
                new CallColumn.Whole("properties", "properties"),
                new CallColumn.Whole("context", "context"),
                new CallColumn.Whole("traits", "traits"),
                new CallColumn.Text("group_id", "groupId"),
                new CallColumn.Text("previous_id", "previousId"),
                new CallColumn.Rest()));
        return columns;
    }

    /** A copy of a call from which columns may take. */
    static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        call.forEach((name, value) -> {
            Map<String, @Nullable Object> inner = CallTree.object(value);
            copy.put(name, inner == null ? value : copy(inner));
        });
        return copy;
    }
}
