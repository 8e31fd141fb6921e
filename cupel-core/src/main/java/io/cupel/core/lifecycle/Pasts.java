package io.cupel.core.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to leads that turned out to be one, each under the number that it had. Immutable. */
final class Pasts {
    static final Pasts NONE = new Pasts(List.of());

    private final List<Past> all;

    private record Past(long number, Transition transition) {}

    private Pasts(List<Past> all) {
        this.all = all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** These, and those of one more lead: what it took in, and what happened to itself. */
    Pasts with(Pasts others, long number, List<Transition> own) {
        List<Past> more = new ArrayList<>(all);
        more.addAll(others.all);
        own.forEach(each -> more.add(new Past(number, each)));
        return new Pasts(more);
    }

    /** These together with what happened to the lead itself, in the order of time. */
    List<Transition> together(long number, List<Transition> own) {
        List<Past> whole = new ArrayList<>(all);
        own.forEach(each -> whole.add(new Past(number, each)));
        whole.sort(Comparator.comparingLong((Past past) -> past.transition.at()).thenComparingLong(Past::number));
        return whole.stream().map(Past::transition).toList();
    }
}
