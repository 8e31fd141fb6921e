package io.cupel.app.judging;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.consent.ConsentRecord;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.files.LoggedCalls;
import io.cupel.files.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * Nothing of it is stored but the log: what a lead agreed to is computed from its entries when somebody asks. So it
 * follows them wherever leads are joined, merged, taken apart or erased, and there is nothing that could disagree.
 */
/** What leads agreed to. Safe for several threads. */
public final class LeadConsents {
    /** Answers made at once for which all entries of a lead are read. */
    private static final int AT_ONCE = 4;

    private static final int READ_AT_ONCE = 1_000;

    private final Registers registers;
    private final EventLog log;
    private final SpokenCalls spoken;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final Semaphore reading = new Semaphore(AT_ONCE, true);

    /** @param snapshot sees the database as it is when it begins */
    LeadConsents(Registers registers, EventLog log, Clock clock, TransactionTemplate snapshot) {
        this.registers = registers;
        this.log = log;
        this.spoken = new SpokenCalls(log);
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /** What was said of a lead, as judged so far; of leads that people merged the strictest. */
    public ConsentRecord of(long number) {
        reading.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(snapshot.execute(status -> read(number)));
        } finally {
            reading.release();
        }
    }

    private ConsentRecord read(long number) {
        LoggedCalls calls = LoggedCalls.withoutContract();
        KeptRegister register = registers.open(entry -> LiveJudge.read(calls, entry));
        return ConsentRecord.strictest(registers.parts(number).stream()
                .map(part -> ConsentRecord.of(words(register, calls, part)))
                .toList());
    }

    private List<ConsentWord> words(KeptRegister register, LoggedCalls calls, long part) {
        List<ConsentWord> words = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<Long> positions = register.positions(part, before, READ_AT_ONCE);
        while (!positions.isEmpty()) {
            for (LogEntry entry : log.at(positions)) {
                words.addAll(words(calls, entry));
            }
            before = positions.get(positions.size() - 1);
            positions = register.positions(part, before, READ_AT_ONCE);
        }
        return words;
    }

    private static List<ConsentWord> words(LoggedCalls calls, LogEntry entry) {
        try {
            return calls.consents(entry.call(), entry.receivedAt().toEpochMilli(), entry.origin());
        } catch (Refusal refusal) {
            throw new IllegalStateException("entry " + entry.position() + " of the log " + refusal.told(), refusal);
        }
    }

    /**
     * Says what a lead agreed to, or that it did not.
     *
     * @return the id of the entry that says so
     */
    public String say(long number, Said said, String by) {
        List<FiledKey> keys = registers.keysOf(number);
        if (keys.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND, "there is no lead of this number");
        }
        Instant now = clock.instant();
        String id = "consent-" + UUID.randomUUID();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("purpose", said.purpose().written());
        properties.put("given", said.isGiven());
        if (said.basis() != null) {
            properties.put("basis", said.basis().written());
        }
        if (!said.evidence().isEmpty()) {
            properties.put("words", said.evidence());
        }
        properties.put("by", by);
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("type", "track");
        call.put("event", "Cupel Consent");
        call.put("messageId", id);
        call.put("timestamp", now.toString());
        SpokenCalls.name(keys, call, properties);
        call.put("properties", properties);
        spoken.append(List.of(call), now);
        return id;
    }
}
