package io.cupel.core.evidence;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Texts with numbers, counted from 0 as they come. A map of objects would take four times the memory. */
final class KeyTable {
    private static final int NONE = -1;

    private String[] keys = new String[64];
    private int size;
    /** The number of the key at each place, one more than it is; 0 where the place is free. */
    private int[] places = new int[128];

    /** The number of a key, from now on known. */
    int number(String key) {
        int place = place(key);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
        places[place] = size;
        if (2 * size > places.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a key that is known; else negative. */
    int known(String key) {
        int found = places[place(key)];
        return found == 0 ? NONE : found - 1;
    }

    String key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    /** All keys, in the order of their numbers. */
    List<String> keys() {
        return new AbstractList<>() {
            @Override
            public String get(int number) {
                return keys[number];
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Where the key stands, or would stand. */
    private int place(String key) {
        int place = spread(key) & (places.length - 1);
        while (places[place] != 0 && !keys[places[place] - 1].equals(key)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        places = new int[2 * places.length];
        for (int number = 0; number < size; number++) {
            int place = spread(keys[number]) & (places.length - 1);
            while (places[place] != 0) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = number + 1;
        }
    }

    /** Hashes of texts that count up are neighbours; multiplied, they are not. */
    private static int spread(String key) {
        int mixed = key.hashCode() * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
