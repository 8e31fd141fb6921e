package io.cupel.files.generate;

import java.io.IOException;

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
    public void finish() {}

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
        CallJson.facts(text, call.facts());
        if (CallJson.hasContext(call)) {
            text.put(",\"context\":");
            CallJson.context(text, call);
        }
        if (call.sent() != Call.UNTOLD) {
            text.put(",\"sentAt\":\"").instant(call.sent()).put('"');
            text.put(",\"receivedAt\":\"").instant(call.received()).put('"');
        }
        text.put('}');
    }
}
