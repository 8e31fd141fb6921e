package io.cupel.contract;

import java.util.Comparator;

/**
 * Where something stands in the file.
 *
 * @param line from 1
 * @param column from 1, in characters (code points)
 */
record Place(int line, int column) implements Comparable<Place> {
    static final Place START = new Place(1, 1);

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
