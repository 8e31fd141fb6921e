package io.cupel.app.intake;

import java.util.Collection;
import java.util.UUID;

/*
 * A place by the hash, the newest message in it: forgets what is long ago, and may take a message for another with the
 * same 64 bits. Both cost time and nothing else.
 */
/**
 * Guesses whether messages are in the log, so that looking for them can be left out where all are new. Only the log
 * knows: a wrong guess ends in its unique index. Not for several threads at once.
 */
final class SeenMessages {
    private static final int PLACES = 1 << 18;
    /** Groups for which is looked up after a wrong guess: who sends again mostly sends more than once. */
    private static final int DOUBTS = 100;

    private final long[] seen = new long[PLACES];
    private int doubts;

    /** Whether one of these may be in the log. */
    boolean mayHave(Collection<UUID> messages) {
        if (doubts > 0) {
            doubts--;
            return true;
        }
        return messages.stream().anyMatch(message -> seen[place(message)] == message.getMostSignificantBits());
    }

    /** They are in the log now, or were before. */
    void add(Collection<UUID> messages) {
        messages.forEach(message -> seen[place(message)] = message.getMostSignificantBits());
    }

    /** A guess was wrong. */
    void doubt() {
        doubts = DOUBTS;
    }

    private static int place(UUID message) {
        return (int) message.getLeastSignificantBits() & (PLACES - 1);
    }
}
