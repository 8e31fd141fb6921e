package io.cupel.files;

import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.mail.MailHit;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a call of a request what the log keeps of it. Not for several threads. */
final class LiveReading {
    /** Left free for what an export says beside: when the call was received, and its position in the log. */
    static final int EXPORT_ADDS = 128;

    private static final String CONTEXT = CallPart.CONTEXT.written();
    private static final String TIMESTAMP = CallPart.TIMESTAMP.written();
    private static final String RECEIVED = CallPart.RECEIVED.written();
    private static final String SENT = CallPart.SENT.written();
    private static final String MESSAGE_ID = CallPart.MESSAGE_ID.written();
    private static final String TYPE = CallPart.TYPE.written();
    private static final String ZERO = "\\u0000";
    private static final String IP = "ip";
    private static final String AGENT = "userAgent";

    private final Receipt receipt;
    private final LoggedCalls logged;
    private final boolean mayHaveZero;
    private int bytes;
    /** Whether the last call says that it must not be used for profiling: then nothing is kept of what it is. */
    private boolean isWithheld;

    private @Nullable Object withheld;

    /** @param body in which the calls stand, and what is said for all of them */
    LiveReading(Receipt receipt, LoggedCalls logged, String body) {
        this.receipt = receipt;
        this.logged = logged;
        this.mayHaveZero = body.contains(ZERO); // JSON has none but as an escape
    }

    /**
     * Reads one call.
     *
     * @param batch what its batch says for all; null for a call that stands by itself
     */
    LiveCall.Accepted read(int number, BatchItems.Item item, @Nullable Map<String, @Nullable Object> batch)
            throws Refusal {
        // until it is read it may say so
        isWithheld = ConsentCalls.mayWithhold(item.raw()) || (batch != null && ConsentCalls.withholdsProfiling(batch));
        withheld = null;
        Map<String, @Nullable Object> call = call(item, batch);
        isWithheld = ConsentCalls.withholdsProfiling(call);
        withheld = call.get(MESSAGE_ID);
        if (receipt.isPrivate()) {
            ConsentCalls.makePrivate(call);
        }
        tellType(call);
        if (receipt.fromBrowser() && ReservedCalls.has(call)) {
            throw new Refusal(Reason.NOT_FROM_BROWSER);
        }
        if (RowCalls.isMarked(call)) {
            takeRow(call);
        }
        String id = id(call);
        call.put(MESSAGE_ID, id);
        CallTimes times = times(call);
        LiveCall.Sender sender = takeSender(call);
        call.remove("writeKey");
        // only a log says where in it a call stands and which key brought it
        call.remove(LogPlace.POSITION);
        call.remove(LogPlace.KEY_ORIGIN);
        // names that mean the same stand for their values in their order: it must be that of the text
        Map<String, @Nullable Object> kept = CanonicalJson.inOrder(logged.kept(call));
        String text = CanonicalJson.exactlyAsItStands(kept);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > RequestCalls.EVENT_MAX - EXPORT_ADDS) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        }
        kept.put(LogPlace.KEY_ORIGIN, (receipt.fromBrowser() ? Origin.BROWSER : Origin.SERVER).written());
        Sighting sighting = logged.read(kept, receipt.at());
        bytes += length;
        MailHit mail = MailHits.of(sighting.event(), kept, sender.userAgent()).orElse(null);
        return new LiveCall.Accepted(number, text, id, times, sighting, sender, mail);
    }

    /** What may be kept of the last call, if it was refused. */
    String keptOf(String raw) {
        if (!isWithheld) {
            return raw;
        }
        String id = CallKeys.id(withheld);
        return id == null ? "" : CanonicalJson.of(Map.of("messageIdHash", Sha256.half(id)));
    }

    private Map<String, @Nullable Object> call(BatchItems.Item item, @Nullable Map<String, @Nullable Object> batch)
            throws Refusal {
        if (item.raw().length() > RequestCalls.EVENT_MAX) {
            throw new Refusal(Reason.EVENT_TOO_LONG);
        }
        if (bytes > RequestCalls.LOGGED_MAX) {
            throw new Refusal(Reason.BATCH_GROWS);
        }
        Map<String, @Nullable Object> told = LineCalls.object(item.read(logged.json()));
        if (told.get(CallPart.BATCH.written()) instanceof List<?>) {
            throw new Refusal(Reason.NO_TYPE);
        }
        Map<String, @Nullable Object> call =
                batch == null || batch.isEmpty() ? new LinkedHashMap<>(told) : LineCalls.inherit(batch, told);
        if (mayHaveZero) {
            expectNoZero(call);
        }
        return call;
    }

    /** The address says it, else the call. */
    private void tellType(Map<String, @Nullable Object> call) {
        Object told = call.get(TYPE) == null ? call.get(CallPart.ACTION.written()) : call.get(TYPE);
        call.put(TYPE, receipt.type() == null ? told : receipt.type());
    }

    /** A row is believed as far as who brings it; of two imports the rows of the later one have the last word. */
    private void takeRow(Map<String, @Nullable Object> call) throws Refusal {
        if (receipt.fromBrowser()) {
            throw new Refusal(Reason.NOT_FROM_BROWSER);
        }
        if (receipt.fromImport()) {
            call.put(RowCalls.ORDER, RowCalls.orderAsOf(receipt.at(), call.get(RowCalls.ORDER)));
        }
    }

    /** The id that the call tells; else that of its content, as in files. */
    private String id(Map<String, @Nullable Object> told) throws Refusal {
        String id = CallReader.messageId(told);
        if (id != null) {
            return id;
        }
        Map<String, @Nullable Object> call = new LinkedHashMap<>(told);
        call.remove(MESSAGE_ID);
        // When it is sent again, it has another time of sending, and must be the same.
        call.remove(SENT);
        call.remove(RECEIVED);
        if (CallTimes.of(call, false).isMissing()) {
            call.put(TIMESTAMP, Instant.ofEpochMilli(receipt.at()).toString());
        }
        String made = CallReader.idOfContent(logged.normal(call));
        return ReservedCalls.has(call) ? ReservedCalls.OF_CONTENT + made : made;
    }

    /** When the call occurred is told by it or, where it tells nothing, by its receipt. */
    private CallTimes times(Map<String, @Nullable Object> call) throws Refusal {
        long received = OccurredAt.time(call.get(RECEIVED));
        CallTimes told = CallTimes.of(call, false);
        if (told.isMissing()) {
            write(call, receipt.at());
            return CallTimes.of(call, true);
        }
        if (received != OccurredAt.NOT_TOLD) {
            // Somebody received it before us: by that clock it is corrected, and not once more by ours.
            told.check(received);
            write(call, new OccurredAt(received).of(call));
            told = CallTimes.of(call, false);
        }
        if (call.get(SENT) == null) {
            call.remove(SENT);
        }
        call.remove(RECEIVED);
        told.check(receipt.at());
        return told;
    }

    private static void write(Map<String, @Nullable Object> call, long at) {
        call.put(TIMESTAMP, Instant.ofEpochMilli(at).toString());
        call.remove(CallPart.ORIGINAL.written());
        call.remove(SENT);
        call.remove(RECEIVED);
    }

    /** Address and agent are kept elsewhere, and not as long. */
    private static LiveCall.Sender takeSender(Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> context = CallTree.object(call.get(CONTEXT));
        if (context == null || !(context.containsKey(IP) || context.containsKey(AGENT))) {
            return new LiveCall.Sender(null, null);
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(context);
        LiveCall.Sender sender = new LiveCall.Sender(text(kept.remove(IP)), text(kept.remove(AGENT)));
        call.put(CONTEXT, kept);
        return sender;
    }

    private static @Nullable String text(@Nullable Object told) {
        return told instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** No database keeps a zero byte in a text, and keys and attributes stand in some. */
    private static void expectNoZero(@Nullable Object value) throws Refusal {
        if (value instanceof String text && text.indexOf('\u0000') >= 0) {
            throw new Refusal(Reason.ZERO);
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                expectNoZero(each);
            }
        } else if (value instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> each : object.entrySet()) {
                expectNoZero(each.getKey());
                expectNoZero(each.getValue());
            }
        }
    }
}
