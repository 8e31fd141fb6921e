package io.cupel.app.intake;

import io.cupel.app.ground.Digests;
import io.cupel.files.LiveCall;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * All calls in the order in which they were committed. Nothing in it is ever changed, but that what somebody did who is
 * erased is no more in it. Safe for several threads.
 */
public final class EventLog {
    /** Entries that are read at once. */
    public static final int READ_MAX = 10_000;

    private final LogAppender appender;
    private final LogTable table;
    private final RefusalTable refusals;
    private final Recent recent;

    EventLog(LogAppender appender, LogTable table, RefusalTable refusals, Recent recent) {
        this.appender = appender;
        this.table = table;
        this.refusals = refusals;
        this.recent = recent;
    }

    /**
     * Brings calls and refusals into the log, each message id once.
     *
     * @return ends when all of it is committed; with a {@link LogUnavailableException}, or a
     *     {@link java.util.concurrent.TimeoutException} after 30 s, when that is not known: then the same may be sent
     *     again
     */
    public CompletableFuture<Appended> append(Submission submission) {
        return appender.append(submission);
    }

    /** Counts calls that were sent again and are in the log already. */
    void repeated(int calls) {
        appender.repeated(calls);
    }

    /**
     * The entries behind a position, in order.
     *
     * @param position 0 for the beginning
     * @param limit from 1 to {@link #READ_MAX}
     */
    public List<LogEntry> after(long position, int limit) {
        if (limit < 1 || limit > READ_MAX) {
            throw new IllegalArgumentException("from 1 to " + READ_MAX + " entries are read at once, not " + limit);
        }
        return table.after(position, limit);
    }

    /**
     * Of the entries behind a position, up to another, the first that have one of some texts in them.
     *
     * @param texts letters, digits and blanks
     */
    public List<LogEntry> telling(List<String> texts, long position, long until, int limit) {
        return table.telling(texts, position, until, limit);
    }

    /** The entries with these message ids, by the ids; of those that are not in the log none. */
    public Map<String, LogEntry> of(Collection<String> messageIds) {
        Map<UUID, String> ids = new HashMap<>();
        messageIds.forEach(id -> ids.put(Digests.half(id), id));
        Map<Long, String> places = new HashMap<>();
        table.positions(ids.keySet()).forEach((message, position) -> places.put(position, ids.get(message)));
        Map<String, LogEntry> found = new HashMap<>();
        at(places.keySet()).forEach(entry -> found.put(places.get(entry.position()), entry));
        return found;
    }

    /** Whether all these entries are in the log: none of them was erased. */
    public boolean hasAll(Collection<Long> positions) {
        return positions.isEmpty() || table.count(positions) == positions.size();
    }

    /** What of the log is still in memory. */
    public Recent recent() {
        return recent;
    }

    /** The entries at these positions, in no order. */
    public List<LogEntry> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of() : table.at(positions);
    }

    /** From where the calls at these positions were sent, as far as that is still kept. */
    public Map<Long, LiveCall.Sender> senders(Collection<Long> positions) {
        return table.senders(positions);
    }

    /** The position of the last entry; 0 where there is none. */
    public long head() {
        return table.head();
    }

    /**
     * Tells the log what time it is: no entry is received before that from now on, in any instance.
     *
     * @param receivedAt to the millisecond
     */
    public LogHead advance(Instant receivedAt) {
        return table.advance(receivedAt);
    }

    /** Within a transaction: nothing is appended until it ends; gives where the log ends. */
    public LogHead hold() {
        return table.hold();
    }

    /**
     * Within a transaction in which the log is held: these entries are no more in it.
     *
     * @param isAbout whether a text tells of whom is erased: what was refused and does is emptied
     */
    public void erase(Collection<Long> positions, Predicate<String> isAbout) {
        table.erase(positions);
        refusals.erase(isAbout);
    }
}
