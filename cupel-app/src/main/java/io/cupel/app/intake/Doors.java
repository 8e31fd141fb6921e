package io.cupel.app.intake;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import io.cupel.files.SuspectCalls;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Lets calls in: by whose key, how many, and which of them can be used. Safe for several threads. */
public final class Doors {
    /** What stands for the word of a key in what is kept. */
    private static final String HIDDEN = "[write key]";

    private final WriteKeys keys;
    private final KeyRates rates;
    private final EventLog log;
    private final Clock clock;
    private final List<String> returnAddresses;
    private final Readers readers;
    private final Resent resent;

    Doors(WriteKeys keys, KeyRates rates, EventLog log, Clock clock, List<String> returnAddresses) {
        this.keys = keys;
        this.rates = rates;
        this.log = log;
        this.clock = clock;
        this.returnAddresses = List.copyOf(returnAddresses);
        this.readers = new Readers(log.recent());
        this.resent = new Resent(clock);
    }

    /** A call or a batch of the Segment protocol; the future ends when the answer is true. */
    public CompletableFuture<Answer> calls(Knock knock) {
        String word = knock.word();
        Optional<WriteKey> key = word == null ? Optional.empty() : keys.find(word);
        if (word != null && key.isEmpty()) {
            return done(new Answer.NoKey());
        }
        ByteBuffer print =
                key.map(each -> Resent.print(each, knock.type(), knock.body())).orElse(null);
        OptionalInt again = print == null ? OptionalInt.empty() : resent.calls(print);
        if (again.isPresent()) {
            return done(again(key.orElseThrow(), knock, again.getAsInt()));
        }
        RequestCalls calls;
        try {
            calls = RequestCalls.of(knock.body());
        } catch (Refusal refusal) {
            return key.isEmpty() ? done(new Answer.Unusable(refusal.told())) : unusable(key.get(), knock, refusal);
        }
        if (word == null) {
            word = calls.writeKey();
            key = word == null ? Optional.empty() : keys.find(word);
        }
        return word == null || key.isEmpty() ? done(new Answer.NoKey()) : take(key.get(), word, knock, calls, print);
    }

    /** A request all of whose calls are in the log. */
    private Answer again(WriteKey key, Knock knock, int calls) {
        Duration wait = rates.take(key, address(key, knock), calls);
        if (wait != null) {
            return new Answer.TooMany(wait);
        }
        log.repeated(calls);
        return new Answer.Taken(calls, List.of());
    }

    /** Limited beside the key: of browsers many have the same. */
    private static @Nullable String address(WriteKey key, Knock knock) {
        return key.origin() == Origin.BROWSER ? knock.ip() : null;
    }

    /** A webhook of somebody else, by the mapping of its key. */
    public CompletableFuture<Answer> hook(Knock knock) {
        String word = knock.word() == null ? "" : knock.word();
        Optional<WriteKey> key = keys.find(word);
        if (key.isEmpty()) {
            return done(new Answer.NoKey());
        }
        String mapping = key.get().mapping();
        if (mapping == null) {
            return done(new Answer.NoMapping());
        }
        List<Map<String, Object>> told = HookMapping.of(mapping).calls(knock.body());
        return told.isEmpty()
                ? unusable(key.get(), knock, new Refusal(Reason.NOT_JSON))
                : written(key.get(), word, knock, told);
    }

    /** A form of a page, which brings its key with it. */
    public CompletableFuture<Answer> form(Knock knock) {
        LeadForm form = LeadForm.of(knock.body());
        String word = form.key() == null ? "" : form.key();
        Optional<WriteKey> key = keys.find(word);
        if (key.isEmpty()) {
            return done(new Answer.NoKey());
        }
        Optional<String> next = form.next(returnAddresses);
        return written(key.get(), word, knock, List.of(form.call()))
                .thenApply(answer -> answer instanceof Answer.Taken taken ? new Answer.Posted(taken, next) : answer);
    }

    /** Whether calls may be sent with this word. */
    public boolean isOpen(String word) {
        return keys.find(word).isPresent();
    }

    private CompletableFuture<Answer> written(WriteKey key, String word, Knock knock, List<Map<String, Object>> told) {
        try {
            byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("batch", told));
            return take(key, word, knock, RequestCalls.of(body), null);
        } catch (Refusal refusal) {
            return unusable(key, knock, refusal);
        }
    }

    /** @param print by which the request is remembered when all of it is committed; null where it is not */
    private CompletableFuture<Answer> take(
            WriteKey key, String word, Knock knock, RequestCalls calls, @Nullable ByteBuffer print) {
        Duration wait = rates.take(key, address(key, knock), calls.size());
        if (wait != null) {
            return done(new Answer.TooMany(wait));
        }
        Instant now = clock.instant();
        List<LiveCall.Accepted> accepted = new ArrayList<>();
        List<LiveCall.Refused> refused = new ArrayList<>();
        boolean isBrowser = key.origin() == Origin.BROWSER;
        Receipt receipt =
                new Receipt(now.toEpochMilli(), isBrowser, knock.type()).privately(isBrowser && knock.isPrivate());
        Readers.Reader reader = readers.take();
        List<LiveCall> read = calls.read(receipt, reader.calls());
        readers.giveBack(reader);
        for (LiveCall call : read) {
            if (call instanceof LiveCall.Accepted one) {
                accepted.add(one);
            } else if (call instanceof LiveCall.Refused one) {
                refused.add(hidden(one, word));
            }
        }
        if (accepted.isEmpty() && refused.isEmpty()) {
            return done(new Answer.Taken(0, List.of()));
        }
        boolean isTooLong =
                !calls.isBatch() && refused.stream().anyMatch(call -> call.reason() == Reason.EVENT_TOO_LONG);
        List<LiveCall.Accepted> logged = SuspectCalls.inFront(accepted, receipt);
        Submission submission = submission(key, knock, now, logged, refused, reader.contract());
        return append(submission).thenApply(appended -> {
            refused.addAll(appended.barred());
            if (print != null && refused.isEmpty() && appended.differing() == 0 && isRepeatable(accepted)) {
                resent.took(print, appended.fresh() + appended.duplicates());
            }
            return isTooLong
                    ? new Answer.Unusable(refused.get(0).told())
                    : new Answer.Taken(appended.fresh() + appended.duplicates(), refused);
        });
    }

    private CompletableFuture<Answer> unusable(WriteKey key, Knock knock, Refusal refusal) {
        Duration wait = rates.take(key, address(key, knock), 1);
        if (wait != null) {
            return done(new Answer.TooMany(wait));
        }
        LiveCall.Refused refused = hidden(RequestCalls.refused(refusal, knock.body()), knock.word());
        return append(submission(key, knock, clock.instant(), List.of(), List.of(refused), null))
                .thenApply(appended -> new Answer.Unusable(refusal.told()));
    }

    /** A call that tells neither an id nor a time is another one each time it comes. */
    private static boolean isRepeatable(List<LiveCall.Accepted> calls) {
        return calls.stream().noneMatch(call -> call.times().givenAtDoor());
    }

    private CompletableFuture<Appended> append(Submission submission) {
        return log.append(submission).whenComplete((appended, failure) -> {
            if (failure != null) {
                resent.forget();
            }
        });
    }

    private static Submission submission(
            WriteKey key,
            Knock knock,
            Instant now,
            List<LiveCall.Accepted> accepted,
            List<LiveCall.Refused> refused,
            @Nullable Contract readBy) {
        return new Submission(
                key.number(), key.origin(), now, knock.ip(), knock.userAgent(), accepted, refused, readBy);
    }

    private static LiveCall.Refused hidden(LiveCall.Refused call, @Nullable String word) {
        return word == null
                ? call
                : new LiveCall.Refused(
                        call.number(), call.reason(), call.told(), call.raw().replace(word, HIDDEN));
    }

    private static CompletableFuture<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
