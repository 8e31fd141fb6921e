package io.cupel.files.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things with numbers, counted from 0 as they come. For several threads. */
final class Numbered<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    /** The number of a thing that may have come before. */
    synchronized int number(T thing) {
        return numbers.computeIfAbsent(thing, this::append);
    }

    /** The number of a thing for which nobody will ask again: it is not looked for among the others. */
    synchronized int append(T thing) {
        things.add(thing);
        return things.size() - 1;
    }

    /** After the last one came. */
    T get(int number) {
        return things.get(number);
    }

    /** After the last one came. */
    int size() {
        return things.size();
    }
}
