package io.cupel.files.generate;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Calls as a table: one a row, what belongs together as JSON in a cell. */
final class CsvCalls implements CallFile {
    private final Text text;

    CsvCalls(Text text) throws IOException {
        this.text = text;
        text.put("message_id,type,event,name,user_id,anonymous_id,group_id,timestamp,sent_at,received_at,")
                .put("properties,traits,context")
                .end();
    }

    @Override
    public void write(Call call) throws IOException {
        text.put(call.id()).put(',').put(call.kind().written()).put(',');
        text.cell(call.kind() == Call.Kind.TRACK ? call.name() : "").put(',');
        text.cell(call.kind() == Call.Kind.PAGE ? call.name() : "").put(',');
        text.put(told(call.user())).put(',').put(told(call.device())).put(',');
        text.cell(call.kind() == Call.Kind.GROUP ? call.name() : "").put(',');
        text.instant(call.timestamp()).put(',');
        if (call.sent() == Call.UNTOLD) {
            text.put(",,");
        } else {
            text.instant(call.sent()).put(',').instant(call.received()).put(',');
        }
        facts(call);
        if (CallJson.hasContext(call)) {
            int begin = text.length();
            CallJson.context(text, call);
            text.quoteFrom(begin);
        }
        text.end();
    }

    /** A torn row would only have other cells; the table stays whole. */
    @Override
    public boolean tear(Call call) {
        return false;
    }

    @Override
    public long calls() {
        return text.lines() - 1;
    }

    @Override
    public void finish() {}

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void facts(Call call) {
        boolean areTraits = switch (call.kind()) {
            case IDENTIFY, GROUP -> true;
            case PAGE, TRACK -> false;
        };
        text.put(areTraits ? "," : "");
        int begin = text.length();
        CallJson.facts(text, call.facts());
        text.quoteFrom(begin).put(areTraits ? "," : ",,");
    }

    private static String told(@Nullable String id) {
        return id == null ? "" : id;
    }
}
