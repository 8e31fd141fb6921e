package io.cupel.files.generate;

import java.util.List;

/** Parts of calls as JSON. */
final class CallJson {
    private CallJson() {}

    static boolean hasContext(Call call) {
        return call.campaign() != null || !call.agent().isEmpty();
    }

    static void context(Text text, Call call) {
        Source.Campaign campaign = call.campaign();
        text.put('{');
        if (campaign != null) {
            text.put("\"campaign\":{\"name\":").json(campaign.name());
            text.put(",\"source\":").json(campaign.utmSource());
            text.put(",\"medium\":").json(campaign.utmMedium()).put("},");
        }
        text.put("\"userAgent\":\"").put(call.agent()).put("\"}");
    }

    static void facts(Text text, List<Fact> facts) {
        text.put('{');
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            text.put(i == 0 ? "\"" : ",\"").put(fact.name()).put("\":");
            value(text, fact.value());
        }
        text.put('}');
    }

    private static void value(Text text, Object value) {
        if (value instanceof String told) {
            text.json(told);
        } else if (value instanceof Long number) {
            text.put(number.longValue());
        } else if (value instanceof List<?> inner) {
            facts(text, inner.stream().map(Fact.class::cast).toList());
        }
    }
}
