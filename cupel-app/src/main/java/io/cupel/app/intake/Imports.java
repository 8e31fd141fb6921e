package io.cupel.app.intake;

import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import io.cupel.files.SuspectCalls;
import io.cupel.files.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Lets calls in that {@code cupel import} made of files. Safe for several threads. */
public final class Imports {
    /** Stands for the number of the write key, which an import has not. */
    public static final int KEY = 0;

    private final EventLog log;
    private final MessageTable messages;
    private final Clock clock;

    Imports(EventLog log, MessageTable messages, Clock clock) {
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Brings a batch into the log, each message id once.
     *
     * @param body {@code {"batch": [...]}}, as the doors take it; in {@code places} may stand where each call is told
     * @return ends as {@link EventLog#append} does
     * @throws Refusal if the body as a whole cannot be used
     */
    public CompletableFuture<Imported> take(byte[] body) throws Refusal {
        RequestCalls calls = RequestCalls.of(body);
        List<String> places = calls.places();
        Instant now = clock.instant();
        List<LiveCall.Accepted> accepted = new ArrayList<>();
        List<LiveCall.Refused> refused = new ArrayList<>();
        Receipt receipt = Receipt.ofImport(now.toEpochMilli());
        for (LiveCall call : calls.read(receipt)) {
            if (call instanceof LiveCall.Accepted one) {
                accepted.add(one);
            } else if (call instanceof LiveCall.Refused one) {
                refused.add(placed(one, places));
            }
        }
        if (accepted.isEmpty() && refused.isEmpty()) {
            return CompletableFuture.completedFuture(new Imported(0, 0, 0, List.of()));
        }
        Submission submission = new Submission(
                KEY, Origin.IMPORT, now, null, null, SuspectCalls.inFront(accepted, receipt), refused, null);
        return log.append(submission).thenApply(appended -> {
            appended.barred().forEach(each -> refused.add(placed(each, places)));
            return new Imported(appended.fresh(), appended.duplicates(), appended.differing(), refused);
        });
    }

    private static LiveCall.Refused placed(LiveCall.Refused call, List<String> places) {
        String place = call.number() <= places.size() ? places.get(call.number() - 1) : "";
        return place.isEmpty()
                ? call
                : new LiveCall.Refused(
                        call.number(),
                        call.reason(),
                        call.told() + " (" + place.replace('\u0000', ' ') + ")",
                        call.raw());
    }

    /**
     * Which of these messages are in the log.
     *
     * @param hashes of message ids: the first 16 bytes of SHA-256
     */
    public Set<UUID> known(Collection<UUID> hashes) {
        return messages.known(hashes);
    }
}
