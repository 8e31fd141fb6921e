package io.cupel.app.intake;

import io.cupel.core.contract.Contract;
import io.cupel.files.LoggedCalls;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Readers of calls by the contract that is wanted now, each for one thread at a time. Safe for several threads. */
final class Readers {
    private final Recent recent;
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();

    Readers(Recent recent) {
        this.recent = recent;
    }

    /** @param contract by which it reads; null for none */
    record Reader(@Nullable Contract contract, LoggedCalls calls) {
        private boolean isBy(@Nullable Contract wanted) {
            if (wanted == null || contract == null) {
                return wanted == null && contract == null;
            }
            return contract.hash().equals(wanted.hash());
        }
    }

    Reader take() {
        Contract wanted = recent.wanted();
        for (Reader reader = idle.pollLast(); reader != null; reader = idle.pollLast()) {
            if (reader.isBy(wanted)) {
                return reader;
            }
        }
        return new Reader(wanted, wanted == null ? LoggedCalls.withoutContract() : new LoggedCalls(wanted));
    }

    /** Not after a failure, which may have left it anyhow. */
    void giveBack(Reader reader) {
        idle.addLast(reader);
    }
}
