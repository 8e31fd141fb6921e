package io.cupel.app.judging;

import io.cupel.app.intake.Appended;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.Submission;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import io.cupel.files.answers.Json;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the log what people said about leads. Safe for several threads. */
final class SpokenCalls {
    /** The number under which the log has what no write key brought. */
    static final int NO_KEY = 0;

    private final EventLog log;

    SpokenCalls(EventLog log) {
        this.log = log;
    }

    /** Who said what an entry says; empty where it does not tell. */
    static String by(LogEntry entry) {
        return JsonMapper.shared()
                .readTree(entry.call())
                .path("properties")
                .path("by")
                .asString("");
    }

    /** As what a lead is named by its best key. */
    private record Name(Key.Kind kind, String text) {
        static Name best(List<FiledKey> keys) {
            for (Key.Kind kind : Key.Kind.values()) {
                for (FiledKey key : keys) {
                    var told = key.told().get(kind);
                    if (told != null) {
                        return new Name(kind, told.text());
                    }
                }
            }
            // nothing is told any more of one of whom all was claimed, and is not true: its key is that address
            return new Name(Key.Kind.EMAIL, keys.get(0).node());
        }
    }

    /** The best key that a lead has, as it was told. */
    static String text(List<FiledKey> keys) {
        return Name.best(keys).text;
    }

    /** Names a lead in a call, by the best key that it has. */
    static void name(
            List<FiledKey> keys, Map<String, @Nullable Object> call, Map<String, @Nullable Object> properties) {
        Name name = Name.best(keys);
        if (name.kind == Key.Kind.USER) {
            call.put("userId", name.text);
        } else {
            properties.put("lead", name.text);
        }
    }

    /** Says it in calls, which are in the log when this returns. */
    Appended append(List<Object> calls, Instant now) {
        Map<String, @Nullable Object> batch = new LinkedHashMap<>();
        batch.put("batch", calls);
        List<LiveCall.Accepted> accepted = new ArrayList<>();
        try {
            RequestCalls read = RequestCalls.of(Json.of(batch).getBytes(StandardCharsets.UTF_8));
            for (LiveCall call : read.read(new Receipt(now.toEpochMilli(), false, null))) {
                if (!(call instanceof LiveCall.Accepted one)) {
                    throw new IllegalStateException("a person's word cannot be read");
                }
                accepted.add(one);
            }
        } catch (Refusal refusal) {
            throw new IllegalStateException("words " + refusal.told(), refusal);
        }
        try {
            return log.append(new Submission(NO_KEY, Origin.SERVER, now, null, null, accepted, List.of(), null))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
