package io.cupel.bench;

import io.cupel.core.evidence.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in all calls of one code of workload W1.
 *
 * @param members of the properties
 * @param context as a JSON object
 */
record CallBody(
        String type,
        @Nullable String event,
        @Nullable String members,
        @Nullable String context) {
    static CallBody of(int code) {
        Event event = Catalog.event(code, 0);
        Map.Entry<String, Object> fact = event.values().entrySet().iterator().next();
        String name = fact.getKey().substring(fact.getKey().indexOf('.') + 1);
        String member = "\"" + name + "\":\"" + fact.getValue() + "\"";
        return switch (event.type()) {
            case PAGE -> new CallBody("page", null, member, null);
            case EMAIL_OPENED -> mail("Email Opened", member);
            case EMAIL_CLICKED -> mail("Email Link Clicked", member);
            case TRACK -> new CallBody("track", event.name(), member, null);
            case SCREEN,
                    EMAIL_DELIVERED,
                    EMAIL_REPLIED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_COMPLAINED,
                    IDENTIFY,
                    GROUP,
                    ALIAS ->
                throw new IllegalStateException("W1 has no " + event.type().written());
        };
    }

    private static CallBody mail(String name, String campaign) {
        return new CallBody("track", name, null, "{\"campaign\":{" + campaign + "}}");
    }

    @Nullable
    String properties() {
        return members == null ? null : "{" + members + "}";
    }

    /** As members of a call. */
    String json() {
        return json(properties());
    }

    /** The same with further properties, which no signal looks at. */
    String jsonWith(String more) {
        return json("{" + (members == null ? "" : members + ",") + more + "}");
    }

    private String json(@Nullable String properties) {
        return "\"type\":\"" + type + "\""
                + (event == null ? "" : ",\"event\":\"" + event + "\"")
                + (properties == null ? "" : ",\"properties\":" + properties)
                + (context == null ? "" : ",\"context\":" + context);
    }
}
