package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import java.util.Arrays;
import java.util.List;

/** Sorts the events of one lead. Numbers are sorted, which is quicker than sorting events. */
final class EventOrder {
    private final Event[] events;
    private int size;

    EventOrder(int most) {
        events = new Event[most];
    }

    void add(Event event) {
        events[size++] = event;
    }

    /** The events in their order. */
    List<Event> events() {
        if (size == 0) {
            return List.of();
        }
        Event[] sorted = byTime();
        for (int from = 0; from < size; ) {
            int until = from + 1;
            while (until < size && sorted[until].at() == sorted[from].at()) {
                until++;
            }
            if (until > from + 1) {
                Arrays.sort(sorted, from, until, Event.ORDER);
            }
            from = until;
        }
        return List.of(sorted);
    }

    private Event[] byTime() {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, events[i].at());
            most = Math.max(most, events[i].at());
        }
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        if (shift >= Long.numberOfLeadingZeros(most - least)) {
            Event[] sorted = Arrays.copyOf(events, size);
            Arrays.sort(sorted, Event.ORDER); // millions of events over centuries
            return sorted;
        }
        // time and place in one number
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((events[i].at() - least) << shift) | i;
        }
        Arrays.sort(keys);
        Event[] sorted = new Event[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = events[(int) keys[i] & ((1 << shift) - 1)];
        }
        return sorted;
    }
}
