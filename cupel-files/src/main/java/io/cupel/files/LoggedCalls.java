package io.cupel.files;

import io.cupel.core.consent.ConsentWord;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Currency;
import io.cupel.core.contract.Fading;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Stages;
import io.cupel.core.evidence.ConsentWords;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.time.Span;
import io.cupel.files.text.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls as the log keeps them, in the very way in which files are read: an exported call is the kept one with its
 * {@code receivedAt}. Not for several threads.
 */
public final class LoggedCalls {
    private static final String RECEIVED = CallPart.RECEIVED.written();

    private final JsonTree json = new JsonTree();
    private final CallReader reader;
    /** The last instant of receipt as it is written: many calls have the same. */
    private long received = Long.MIN_VALUE;

    private String receivedWritten = "";

    /** Reads what the contract looks at. */
    public LoggedCalls(Contract contract) {
        this(contract, new Unreadables());
    }

    LoggedCalls(Contract contract, Unreadables unreadables) {
        // Every call has its receipt, which is the end of what can be: the clock of the reader adds nothing.
        OccurredAt clock = new OccurredAt(Instant.parse("9999-12-31T00:00:00Z").toEpochMilli());
        this.reader = new CallReader(contract, new AttributeNames(contract), clock, LeadIds.NONE, unreadables);
    }

    /** Reads what needs no contract: keys, times and the built-in attributes, but no facts of events. */
    public static LoggedCalls withoutContract() {
        Signal none = new Signal(
                "none",
                Kind.ENGAGEMENT,
                new On(EventType.PAGE, null),
                null,
                Points.of(1),
                Fading.NEVER,
                Filters.NONE,
                Points.MAX,
                null);
        return new LoggedCalls(new Contract(
                "none",
                "none",
                ZoneOffset.UTC,
                Map.of(),
                Map.of(),
                Currency.US_DOLLAR,
                null,
                List.of(),
                List.of(none),
                List.of(),
                new Stages(null, null, new SalesGate("none", List.of(), 0, List.of(), Span.ofDays(30))),
                null,
                null));
    }

    /** For reading calls that are not kept yet. */
    JsonTree json() {
        return json;
    }

    /**
     * What a kept call says.
     *
     * @param at when it was received, in milliseconds since 1970 UTC, as the log says it
     * @param origin who brought it, as the log says it
     * @throws Refusal if it could not be used in a file
     */
    public Sighting read(String text, long at, Origin origin) throws Refusal {
        Map<String, @Nullable Object> call = LineCalls.object(json.read(text));
        call.put(LogPlace.KEY_ORIGIN, origin.written());
        return read(call, at);
    }

    /**
     * The SHA-256, in hexadecimal, of what a kept call says: copies of a call that say the same have the same.
     *
     * @param withoutTime for copies of a call that told no time and was given that of its receipt
     */
    public static String contentOf(String text, boolean withoutTime) throws Refusal {
        Map<String, @Nullable Object> call = LineCalls.object(new JsonTree().read(text));
        if (withoutTime) {
            call.remove(CallPart.TIMESTAMP.written());
            call.remove(CallPart.ORIGINAL.written());
        }
        return CallReader.idOfContent(call);
    }

    /** @param call is told when it was received; with that it is what an export has of it */
    Sighting read(Map<String, @Nullable Object> call, long at) throws Refusal {
        if (at != received) {
            received = at;
            receivedWritten = Instant.ofEpochMilli(at).toString();
        }
        call.put(RECEIVED, receivedWritten);
        Map<String, @Nullable Object> normal = reader.normal(call);
        String id = CallReader.messageId(normal);
        return reader.read(normal, id == null ? CallReader.idOfContent(normal) : id);
    }

    /**
     * What a kept call says of consent.
     *
     * @param received when, in milliseconds since 1970 UTC, as the log says it
     * @param origin who brought it, as the log says it
     */
    public List<ConsentWord> consents(String text, long received, Origin origin) throws Refusal {
        Map<String, @Nullable Object> call = LineCalls.object(json.read(text));
        call.put(LogPlace.KEY_ORIGIN, origin.written());
        Sighting sighting = read(call, received);
        return ConsentWords.of(sighting, sighting.event() == null ? List.of() : ConsentCalls.said(call));
    }

    /** What a log may keep of a call: of one that tells of consent and nothing else only that. */
    Map<String, @Nullable Object> kept(Map<String, @Nullable Object> call) throws Refusal {
        if (RowCalls.isMarked(call) || ReservedCalls.has(call) || !ConsentCalls.isReduced(call)) {
            return call;
        }
        return reader.admitted(call);
    }

    /** The call of a track with a reserved name in its normal form; any other as it stands. */
    Map<String, @Nullable Object> normal(Map<String, @Nullable Object> call) throws Refusal {
        return reader.normal(call);
    }
}
