package io.cupel.app.intake;

import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.files.MailHits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of the last entries that this instance committed those that may tell of mails, or of what is suspect: whoever looks
 * for these has no need to go over all others. What is not here is in the log. Safe for several threads.
 */
public final class RecentMails {
    /** Letters of calls that are kept. */
    private static final long LETTERS_MAX = 8L * 1024 * 1024;

    /** In the order of the log: all that there are behind {@link #from}, up to {@link #until}. */
    private final Deque<Recent.Entry> entries = new ArrayDeque<>();

    private long letters;
    private long from;
    private long until;

    /**
     * Some entries.
     *
     * @param until the position up to which there are no others
     */
    public record Some(List<Recent.Entry> entries, long until) {}

    /** Takes what was just committed. */
    synchronized void add(List<Recent.Entry> committed) {
        for (Recent.Entry each : committed) {
            long position = each.entry().position();
            if (position != until + 1) {
                restart(position - 1);
            }
            until = position;
            if (mayTell(each.sighting())) {
                entries.addLast(each);
                letters += each.entry().call().length();
            }
            if (letters > LETTERS_MAX) {
                restart(position); // who looks is far behind, or in another instance
            }
        }
    }

    private void restart(long position) {
        entries.clear();
        letters = 0;
        from = position;
        until = position;
    }

    private static boolean mayTell(@Nullable Sighting sighting) {
        return sighting == null
                || sighting.act() instanceof Suspicion
                || MailHits.kind(sighting.event()).isPresent();
    }

    /**
     * The entries right behind a position, up to another or to where this ends. Those before are dropped. Which of them
     * were erased since is not known here.
     *
     * @return up to the position itself where it is not known here what is behind it
     */
    public synchronized Some behind(long position, long last, int limit) {
        if (position < from || position >= until) {
            return new Some(List.of(), position);
        }
        while (!entries.isEmpty() && entries.getFirst().entry().position() <= position) {
            letters -= entries.removeFirst().entry().call().length();
        }
        from = position;
        List<Recent.Entry> found = new ArrayList<>();
        for (Recent.Entry each : entries) {
            if (found.size() == limit) {
                return new Some(found, found.get(limit - 1).entry().position());
            }
            if (each.entry().position() > last) {
                break;
            }
            found.add(each);
        }
        return new Some(found, Math.min(until, last));
    }
}
