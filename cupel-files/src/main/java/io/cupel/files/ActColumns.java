package io.cupel.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table of touches, outcomes or spend; of those that few rows fill, the ones that any row fills. */
final class ActColumns {
    private final Kind kind;
    private final Form form;
    private boolean hasUser;
    private boolean hasPhone;
    private boolean hasAnonymous;
    private boolean hasId;

    ActColumns(Kind kind, Form form) {
        this.kind = kind;
        this.form = form;
    }

    /** Learns what a call in normal form tells. */
    void meet(Map<String, @Nullable Object> call) {
        hasId |= call.get("messageId") != null;
        hasUser |= call.get("userId") != null;
        hasAnonymous |= call.get("anonymousId") != null;
        hasPhone |= call.get("context") != null;
    }

    List<CallColumn> columns() {
        List<CallColumn> columns = new ArrayList<>();
        if (kind != Kind.SPEND) {
            columns.add(new Lead());
            columns.add(
                    form == Form.PARQUET
                            ? new CallColumn.Time("at", "timestamp")
                            : new CallColumn.IsoText("at", "timestamp"));
        }
        for (String property : properties(kind)) {
            columns.add(new Words(property, List.of("properties", property)));
        }
        if (hasUser) {
            columns.add(new Words("user_id", List.of("userId")));
        }
        if (hasPhone) {
            columns.add(new Words("phone", List.of("context", "traits", "phone")));
        }
        if (hasAnonymous) {
            columns.add(new Words("anonymous_id", List.of("anonymousId")));
        }
        if (hasId) {
            columns.add(new Words("message_id", List.of("messageId")));
        }
        return columns;
    }

    private static List<String> properties(Kind kind) {
        return switch (kind) {
            case TOUCHES -> List.of("by", "channel", "direction", "outcome");
            case OUTCOMES -> List.of("decision", "reason", "by", "amount", "currency");
            case SPEND -> List.of("month", "source", "campaign", "amount", "currency");
            case LEADS, EVENTS -> throw new IllegalArgumentException("no reserved name");
        };
    }

    /** All ids that the column may hold, between semicolons. */
    private record Lead() implements CallColumn {
        @Override
        public String name() {
            return "lead";
        }

        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            List<String> ids = new ArrayList<>();
            if (call.get("properties") instanceof Map<?, ?> properties) {
                Object lead = properties.get("lead");
                if (lead instanceof List<?> several) {
                    several.forEach(each -> ids.add(Objects.toString(each)));
                } else if (lead != null) {
                    ids.add(lead.toString());
                }
            }
            return ids.isEmpty() ? null : String.join("; ", ids);
        }
    }

    /** What stands at a path of a call in normal form: always a text, which these tables read as it is. */
    private record Words(String name, List<String> path) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            Object found = call;
            for (String part : path) {
                found = found instanceof Map<?, ?> object ? object.get(part) : null;
            }
            return found == null ? null : found.toString();
        }
    }
}
