package io.cupel.app.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

/** Deletes what is kept for a while only, in slices, so that nobody waits long for it. */
final class Sweeping {
    /** How long addresses, agents, refusals and differing copies are kept. */
    static final Duration KEPT = Duration.ofDays(30);
    /** Rows of one statement. */
    static final int SLICE = 5_000;
    /** Statements of one sweep; what is left waits for the next. */
    private static final int SLICES_MAX = 200;

    private final LogTable log;
    private final RefusalTable refusals;
    private final CopyTable copies;
    private final WriteKeyTable keys;
    private final Clock clock;

    Sweeping(LogTable log, RefusalTable refusals, CopyTable copies, WriteKeyTable keys, Clock clock) {
        this.log = log;
        this.refusals = refusals;
        this.copies = copies;
        this.keys = keys;
        this.clock = clock;
    }

    void sweep() {
        Instant until = clock.instant().minus(KEPT);
        List.<IntSupplier>of(
                        () -> log.deleteSendersBefore(until, SLICE),
                        () -> refusals.deleteBefore(until, SLICE),
                        () -> copies.deleteBefore(until, SLICE))
                .forEach(Sweeping::slices);
        slices(() -> refusals.deleteBeyond(Imports.KEY, Refusals.OF_KEY_MAX, SLICE));
        keys.all().forEach(key -> slices(() -> refusals.deleteBeyond(key.number(), Refusals.OF_KEY_MAX, SLICE)));
    }

    private static void slices(IntSupplier slice) {
        for (int i = 0; i < SLICES_MAX && slice.getAsInt() == SLICE; i++) {
            // one more
        }
    }
}
