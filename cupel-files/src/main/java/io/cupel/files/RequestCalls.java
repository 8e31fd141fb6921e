package io.cupel.files;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of one HTTP request of the Segment protocol: a call, or a batch of calls with what it says for all of them.
 * A call that cannot be used costs no other.
 */
public final class RequestCalls {
    /** Bytes of a body. */
    public static final int BODY_MAX = CallLines.BATCH_MAX;
    /** Bytes of a call, as the log keeps it. */
    public static final int EVENT_MAX = CallLines.EVENT_MAX;
    /** Calls of a batch. */
    public static final int CALLS_MAX = 5_000;
    /** Letters of a refused call that are kept. */
    public static final int RAW_MAX = 4_000;
    /** Bytes that the calls of one batch may take in the log: what a batch says for all is written into each. */
    static final int LOGGED_MAX = 4 * BODY_MAX;

    private static final String KEY = "writeKey";
    private static final String PLACES = "places";
    private static final int PLACE_MAX = 300;

    private final String text;
    private final BatchItems items;

    private RequestCalls(String text, BatchItems items) {
        this.text = text;
        this.items = items;
    }

    /**
     * Looks at a body; what becomes of its calls is told by reading them.
     *
     * @throws Refusal if the body as a whole cannot be used: it is too long, no UTF-8, no JSON or no object
     */
    public static RequestCalls of(byte[] body) throws Refusal {
        if (body.length > BODY_MAX) {
            throw new Refusal(Reason.BATCH_TOO_LONG);
        }
        String text = text(body);
        return new RequestCalls(text, BatchItems.of(text));
    }

    private static String text(byte[] body) throws Refusal {
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') >= 0) { // it stands for what is broken, or for itself
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString();
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(Reason.NOT_UTF8);
        }
    }

    /** The key that stands in the body, or else in its first call; null where none does. */
    public @Nullable String writeKey() {
        String written = items.members().get(KEY);
        List<BatchItems.Item> calls = items.calls();
        try {
            if (written == null && calls != null && !calls.isEmpty()) {
                written = BatchItems.of(calls.get(0).raw()).members().get(KEY);
            }
            return written != null && new JsonTree().read(written) instanceof String key && !key.isBlank()
                    ? key.strip()
                    : null;
        } catch (Refusal refusal) {
            return null;
        }
    }

    /** Where the calls of an import stand in its files, in the order of the calls; empty where that is not told. */
    public List<String> places() {
        String written = items.members().get(PLACES);
        List<String> places = new ArrayList<>();
        try {
            if (written != null && new JsonTree().read(written) instanceof List<?> told) {
                for (Object each : told) {
                    places.add(each instanceof String place && place.length() <= PLACE_MAX ? place : "");
                }
            }
        } catch (Refusal refusal) {
            return List.of();
        }
        return places;
    }

    /** Whether it is a batch, maybe of no call. */
    public boolean isBatch() {
        return items.calls() != null;
    }

    /** How many calls there are, whatever becomes of them. */
    public int size() {
        List<BatchItems.Item> calls = items.calls();
        return calls == null ? 1 : calls.size();
    }

    /** What becomes of each call, in the order in which they stand. */
    public List<LiveCall> read(Receipt receipt) {
        return read(receipt, LoggedCalls.withoutContract());
    }

    /**
     * The same, and whoever reads accepted calls in the log by the same contract finds what is found here, where they
     * are said to have occurred at the same time. By whatever contract: the same calls are accepted.
     *
     * @param logged not in use by another thread meanwhile
     */
    public List<LiveCall> read(Receipt receipt, LoggedCalls logged) {
        LiveReading reading = new LiveReading(receipt, logged, text);
        List<BatchItems.Item> calls = items.calls();
        if (calls == null) {
            return List.of(outcome(reading, 1, BatchItems.Item.unread(text), null));
        }
        Map<String, @Nullable Object> batch;
        try {
            batch = shared();
        } catch (Refusal refusal) {
            return List.of(unread(refusal, text));
        }
        List<LiveCall> outcomes = new ArrayList<>(calls.size());
        for (BatchItems.Item call : calls) {
            outcomes.add(outcome(reading, outcomes.size() + 1, call, batch));
        }
        return outcomes;
    }

    private static LiveCall outcome(
            LiveReading reading, int number, BatchItems.Item item, @Nullable Map<String, @Nullable Object> batch) {
        try {
            return reading.read(number, item, batch);
        } catch (Refusal refusal) {
            return refused(number, refusal, reading.keptOf(item.raw()));
        }
    }

    /** What the batch says for all its calls. */
    private Map<String, @Nullable Object> shared() throws Refusal {
        Map<String, @Nullable Object> shared = new HashMap<>();
        JsonTree json = new JsonTree();
        for (CallPart part : List.of(CallPart.SENT, CallPart.RECEIVED, CallPart.CONTEXT)) {
            String written = items.members().get(part.written());
            if (written != null && written.length() > EVENT_MAX) {
                throw new Refusal(Reason.EVENT_TOO_LONG); // as each of its calls would be
            }
            if (written != null) {
                shared.put(part.written(), json.read(written));
            }
        }
        return shared;
    }

    /** A refusal of a body as a whole, with as much of it as is kept. */
    public static LiveCall.Refused refused(Refusal refusal, byte[] body) {
        return unread(refusal, new String(body, StandardCharsets.UTF_8));
    }

    /** What is in the body may withhold profiling, wherever it says so. */
    private static LiveCall.Refused unread(Refusal refusal, String text) {
        return refused(1, refusal, ConsentCalls.mayWithhold(text) ? "" : text);
    }

    private static LiveCall.Refused refused(int number, Refusal refusal, String raw) {
        int until = Math.min(raw.length(), RAW_MAX);
        if (until < raw.length() && Character.isHighSurrogate(raw.charAt(until - 1))) {
            until--;
        }
        // No database keeps a zero byte in a text.
        String kept = raw.substring(0, until).replace('\u0000', '\ufffd');
        return new LiveCall.Refused(number, refusal.reason(), refusal.told(), kept);
    }
}
