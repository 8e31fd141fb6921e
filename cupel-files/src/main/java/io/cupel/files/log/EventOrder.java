package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Sorts the events of one lead. Numbers are sorted, which is quicker than sorting events. */
final class EventOrder {
    private final long[] times;
    private final int[] addresses;
    private int size;

    EventOrder(int most) {
        times = new long[most];
        addresses = new int[most];
    }

    void add(long at, int address) {
        times[size] = at;
        addresses[size++] = address;
    }

    /** The events in their order, each made of its address. */
    List<Event> events(IntFunction<Event> made) {
        if (size == 0) {
            return List.of();
        }
        Event[] events = new Event[size];
        int[] places = places();
        for (int i = 0; i < size; i++) {
            events[i] = made.apply(addresses[places[i]]);
        }
        for (int from = 0; from < size; ) {
            int until = from + 1;
            while (until < size && events[until].at() == events[from].at()) {
                until++;
            }
            if (until > from + 1) {
                Arrays.sort(events, from, until, Event.ORDER);
            }
            from = until;
        }
        return List.of(events);
    }

    /** Places in the order of their times. */
    private int[] places() {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, times[i]);
            most = Math.max(most, times[i]);
        }
        int bits = 64 - Long.numberOfLeadingZeros(most - least) + 32 - Integer.numberOfLeadingZeros(size);
        return bits < Long.SIZE ? sorted(least) : sortedPlainly();
    }

    /** Time and place in one number: for all but millions of events over centuries. */
    private int[] sorted(long least) {
        int shift = 32 - Integer.numberOfLeadingZeros(size);
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((times[i] - least) << shift) | i;
        }
        Arrays.sort(keys);
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = (int) keys[i] & ((1 << shift) - 1);
        }
        return places;
    }

    private int[] sortedPlainly() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(i);
        }
        places.sort((a, b) -> Long.compare(times[a], times[b]));
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
