package io.cupel.files.generate;

import java.io.IOException;
import java.util.List;

/** Calls as JSON Lines, one a line. */
final class JsonCalls implements CallFile {
    private final Text text;

    JsonCalls(Text text) {
        this.text = text;
    }

    @Override
    public void write(Call call) throws IOException {
        put(call);
        text.end();
    }

    @Override
    public boolean tear(Call call) throws IOException {
        int before = text.length();
        put(call);
        text.tear((text.length() - before) / 2);
        return true;
    }

    @Override
    public long calls() {
        return text.lines();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void put(Call call) {
        text.put("{\"type\":\"")
                .put(call.kind().written())
                .put("\",\"messageId\":\"")
                .put(call.id());
        text.put("\",\"timestamp\":\"").instant(call.timestamp()).put('"');
        if (call.user() != null) {
            text.put(",\"userId\":\"").put(call.user()).put('"');
        }
        if (call.device() != null) {
            text.put(",\"anonymousId\":\"").put(call.device()).put('"');
        }
        switch (call.kind()) {
            case IDENTIFY -> text.put(",\"traits\":");
            case GROUP -> text.put(",\"groupId\":").json(call.name()).put(",\"traits\":");
            case PAGE -> text.put(",\"name\":").json(call.name()).put(",\"properties\":");
            case TRACK -> text.put(",\"event\":").json(call.name()).put(",\"properties\":");
        }
        facts(call.facts());
        context(call);
        if (call.sent() != Call.UNTOLD) {
            text.put(",\"sentAt\":\"").instant(call.sent()).put('"');
            text.put(",\"receivedAt\":\"").instant(call.received()).put('"');
        }
        text.put('}');
    }

    private void context(Call call) {
        Source.Campaign campaign = call.campaign();
        if (call.agent().isEmpty() && campaign == null) {
            return;
        }
        text.put(",\"context\":{");
        if (campaign != null) {
            text.put("\"campaign\":{\"name\":").json(campaign.name());
            text.put(",\"source\":").json(campaign.utmSource());
            text.put(",\"medium\":").json(campaign.utmMedium()).put("},");
        }
        text.put("\"userAgent\":\"").put(call.agent()).put("\"}");
    }

    private void facts(List<Fact> facts) {
        text.put('{');
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            text.put(i == 0 ? "\"" : ",\"").put(fact.name()).put("\":");
            value(fact.value());
        }
        text.put('}');
    }

    private void value(Object value) {
        if (value instanceof String told) {
            text.json(told);
        } else if (value instanceof Long number) {
            text.put(number.longValue());
        } else if (value instanceof List<?> inner) {
            facts(inner.stream().map(Fact.class::cast).toList());
        }
    }
}
