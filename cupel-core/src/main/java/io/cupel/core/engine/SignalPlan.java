package io.cupel.core.engine;

import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Signal;
import io.cupel.core.time.Fade;
import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/** One signal, with nothing left to look up. All points are micro-points. Immutable. */
final class SignalPlan {
    final Signal signal;
    final long points;
    /** What an event can add to a score: the points, where they are positive. */
    final long gain;

    final long cap;
    final @Nullable Fade fade;
    /** 0 for a signal that does not fade linearly. */
    final long linearSeconds;

    final Filters filters;
    /** The place of its group in the contract; -1 for none. */
    final int group;
    /** Whether it counts for the usage score, and not for that of engagement and intent. */
    final boolean isUsage;

    SignalPlan(Signal signal, int group) {
        this.signal = signal;
        this.points = signal.points().micros();
        this.gain = Math.max(0, points);
        this.cap = signal.cap().micros();
        Span halfLife = signal.fading().halfLife();
        this.fade = halfLife == null ? null : new Fade(halfLife);
        Span linear = signal.fading().linear();
        this.linearSeconds = linear == null ? 0 : linear.seconds();
        this.filters = signal.filters();
        this.group = group;
        this.isUsage = signal.kind() == Kind.USAGE;
    }

    long clamp(long value) {
        return Math.max(-cap, Math.min(cap, value));
    }

    /** The value of so many events if none had faded. */
    long unfaded(int count) {
        return clamp(points * count); // 4,000 points times 2^31 events fit
    }

    long fade(long value, long ageSeconds) {
        return fade == null || value == 0 ? value : fade.of(value, ageSeconds);
    }

    /**
     * The points of one event under {@code linear}, cut toward zero. Unsigned: 4,000 points times 100 years pass 2^63.
     */
    long linear(long ageSeconds) {
        long left = Long.divideUnsigned(Math.abs(points) * (linearSeconds - ageSeconds), linearSeconds);
        return points < 0 ? -left : left;
    }

    boolean isYoungEnough(long at, long now) {
        Span window = filters.window();
        return (window == null || !window.isOverSince(at, now))
                && (linearSeconds == 0 || Span.age(at, now) < linearSeconds);
    }
}
