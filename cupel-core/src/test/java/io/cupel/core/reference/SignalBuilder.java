package io.cupel.core.reference;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Fading;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.EventType;
import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/** A signal in the words of a contract's file, for tests. */
final class SignalBuilder {
    private final String name;
    private final Kind kind;
    private final Points points;
    private On on = new On(EventType.PAGE, null);
    private @Nullable Condition when;
    private Fading fading = Fading.NEVER;
    private @Nullable Span every;
    private @Nullable String distinct;
    private @Nullable Span window;
    private int atLeast;
    private int atMost;
    private Points cap = Points.MAX;
    private @Nullable Target qualifies;

    SignalBuilder(String name, Kind kind, String points) {
        this.name = name;
        this.kind = kind;
        this.points = Points.parse(points);
    }

    static SignalBuilder engagement(String name, String points) {
        return new SignalBuilder(name, Kind.ENGAGEMENT, points);
    }

    static SignalBuilder intent(String name, String points) {
        return new SignalBuilder(name, Kind.INTENT, points);
    }

    static SignalBuilder usage(String name, String points) {
        return new SignalBuilder(name, Kind.USAGE, points);
    }

    SignalBuilder onTrack(String track) {
        return on(EventType.TRACK, track);
    }

    SignalBuilder on(EventType type, @Nullable String called) {
        on = new On(type, called);
        return this;
    }

    SignalBuilder onPath(String prefix) {
        when = Conditions.prefix("event.path", prefix);
        return this;
    }

    SignalBuilder halfLife(String span) {
        fading = new Fading(Span.parse(span), null);
        return this;
    }

    SignalBuilder linear(String span) {
        fading = new Fading(null, Span.parse(span));
        return this;
    }

    SignalBuilder every(String span) {
        every = Span.parse(span);
        return this;
    }

    SignalBuilder distinct(String path) {
        distinct = path;
        return this;
    }

    SignalBuilder window(String span) {
        window = Span.parse(span);
        return this;
    }

    SignalBuilder atLeast(int events) {
        atLeast = events;
        return this;
    }

    SignalBuilder atMost(int events) {
        atMost = events;
        return this;
    }

    SignalBuilder cap(String most) {
        cap = Points.parse(most);
        return this;
    }

    SignalBuilder qualifies(Target target) {
        qualifies = target;
        return this;
    }

    Signal build() {
        Filters filters = new Filters(every, distinct, window, atLeast, atMost);
        return new Signal(name, kind, on, when, points, fading, filters, cap, qualifies);
    }
}
