package io.cupel.app.intake;

import io.cupel.files.Form;
import io.cupel.files.LiveCall;
import io.cupel.files.LogExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes the log as files that {@code cupel qualify} reads. Nothing of the log ever changes, so that what stands
 * between two positions is one consistent state, however long it takes to write it. Safe for several threads.
 */
public final class LogExports {
    private static final int READ_AT_ONCE = 2_000;
    private static final LiveCall.Sender NOT_TOLD = new LiveCall.Sender(null, null);

    private final LogTable table;

    LogExports(LogTable table) {
        this.table = table;
    }

    /**
     * Which entries.
     *
     * @param from the first position
     * @param to the last one
     * @param withSenders whether address and agent of the sender stand in the context of calls, while they are kept
     */
    public record Range(long from, long to, boolean withSenders) {}

    /** Up to where the log goes now; 0 where it is empty. */
    public long head() {
        return table.head();
    }

    /**
     * Writes entries in the order of their positions; no more than some of them are in memory at once.
     *
     * @throws IOException if they cannot be written
     */
    public void write(Range range, Form form, OutputStream to) throws IOException {
        LogExport.write(taker -> read(range, taker), form, to);
    }

    private void read(Range range, LogExport.Taker taker) throws IOException {
        long behind = range.from() - 1;
        while (behind < range.to()) {
            List<LogEntry> some = table.after(behind, READ_AT_ONCE).stream()
                    .filter(entry -> entry.position() <= range.to())
                    .toList();
            if (some.isEmpty()) {
                return;
            }
            Map<Long, LiveCall.Sender> senders = range.withSenders()
                    ? table.senders(some.stream().map(LogEntry::position).toList())
                    : Map.of();
            for (LogEntry entry : some) {
                taker.take(new LogExport.Entry(
                        entry.position(),
                        entry.receivedAt().toEpochMilli(),
                        entry.origin().written(),
                        entry.call(),
                        senders.getOrDefault(entry.position(), NOT_TOLD)));
            }
            behind = some.get(some.size() - 1).position();
        }
    }
}
