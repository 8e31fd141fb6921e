package io.cupel.core.reference;

import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Requires;
import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/** How a stage is entered, in the words of a contract's file, for tests; what is not said is as in the file. */
final class EntryBuilder {
    private final long threshold;
    private Requires requires = Requires.NOTHING;
    private boolean unknownFitHolds;
    private Span handStays = Span.ofDays(30);
    private @Nullable Span expires;
    private @Nullable Span reArm = Span.ofDays(30);

    private EntryBuilder(long threshold) {
        this.threshold = threshold;
    }

    static EntryBuilder at(long threshold) {
        return new EntryBuilder(threshold);
    }

    EntryBuilder requiresAny(int days, int signals) {
        requires = new Requires(days, signals, true);
        return this;
    }

    EntryBuilder requiresAll(int days, int signals) {
        requires = new Requires(days, signals, false);
        return this;
    }

    EntryBuilder unknownFitHolds() {
        unknownFitHolds = true;
        return this;
    }

    EntryBuilder handStays(String span) {
        handStays = Span.parse(span);
        return this;
    }

    EntryBuilder expires(String span) {
        expires = Span.parse(span);
        return this;
    }

    EntryBuilder reArm(String span) {
        reArm = Span.parse(span);
        return this;
    }

    EntryBuilder reArmNone() {
        reArm = null;
        return this;
    }

    Entry build() {
        return new Entry(threshold, requires, unknownFitHolds, handStays, expires, reArm);
    }
}
