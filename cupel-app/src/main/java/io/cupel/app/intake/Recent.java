package io.cupel.app.intake;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last entries that this instance committed to the log, with what was read of them at the door: whoever judges them
 * next has no need to read them again. What is not here is in the log. Safe for several threads.
 */
public final class Recent {
    /** Letters of calls that are kept. */
    private static final long LETTERS_MAX = 32L * 1024 * 1024;

    private static final long MILLI_NANOS = 1_000_000;

    /** In the order of the log; there are gaps where there was no room, and where other instances logged. */
    private final Deque<Entry> entries = new ArrayDeque<>();

    private final RecentMails mails = new RecentMails();
    private long letters;
    private long committed;
    /** Whether something was committed since somebody waited for it last. */
    private boolean hasNews;

    private volatile @Nullable Contract wanted;

    /**
     * An entry that is committed.
     *
     * @param readBy the contract by which the sighting was read; null where there is none
     * @param sighting just what reading the entry by that contract gives; null where that is not known
     */
    public record Entry(
            LogEntry entry,
            @Nullable Contract readBy,
            @Nullable Sighting sighting) {
        /** What it says by a contract, if that was read. */
        public @Nullable Sighting by(Contract contract) {
            return readBy != null && readBy.hash().equals(contract.hash()) ? sighting : null;
        }

        private int letters() {
            return entry.call().length();
        }
    }

    /** An entry that comes from the log itself. */
    public static Entry unread(LogEntry entry) {
        return new Entry(entry, null, null);
    }

    /** Those that may tell of mails, for who looks through the log behind the judge. */
    public RecentMails mails() {
        return mails;
    }

    /** From now on calls are to be read by this contract. */
    public void want(Contract contract) {
        wanted = contract;
    }

    /** By which contract calls are to be read; null while nobody judges here. */
    @Nullable
    Contract wanted() {
        return wanted;
    }

    /** Takes what was just committed. */
    synchronized void add(List<Entry> committed) {
        tellNews();
        this.committed += committed.size();
        if (wanted == null) {
            return;
        }
        mails.add(committed);
        for (Entry each : committed) {
            if (letters + each.letters() <= LETTERS_MAX) {
                entries.addLast(each);
                letters += each.letters();
            }
            // else judging is far behind: what it takes next stays, and this is read from the log
        }
    }

    /** How many entries this instance committed so far. */
    public synchronized long committed() {
        return committed;
    }

    /** There is something for whoever waits for what this instance commits. */
    public synchronized void tellNews() {
        hasNews = true;
        notifyAll();
    }

    /**
     * Waits until this instance commits something, unless it did since somebody waited last; what other instances
     * commit wakes nobody.
     *
     * @return whether something was committed before the time was over
     */
    public synchronized boolean awaitNews(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !hasNews && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, MILLI_NANOS));
        }
        boolean had = hasNews;
        hasNews = false;
        return had;
    }

    /** The entries right behind a position, without a gap; none where these are not here. Those before are dropped. */
    public synchronized List<Entry> after(long position, int limit) {
        for (Entry first = entries.peekFirst();
                first != null && first.entry().position() <= position;
                first = entries.peekFirst()) {
            letters -= first.letters();
            entries.removeFirst();
        }
        List<Entry> found = new ArrayList<>(Math.min(limit, entries.size()));
        for (Entry each : entries) {
            if (found.size() == limit || each.entry().position() != position + 1 + found.size()) {
                break;
            }
            found.add(each);
        }
        return found;
    }
}
