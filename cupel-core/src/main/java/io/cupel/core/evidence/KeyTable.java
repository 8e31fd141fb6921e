package io.cupel.core.evidence;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Texts with numbers, counted from 0 as they come. A map of objects would take four times the memory. */
final class KeyTable {
    private static final int NONE = -1;

    private String[] keys = new String[64];
    private int size;
    /** In the high half the hash of a key, in the low half one more than its number; 0 where the place is free. */
    private long[] places = new long[128];

    /** The number of a key, from now on known. */
    int number(String key) {
        int hash = spread(key);
        int place = place(key, hash);
        if (places[place] != 0) {
            return (int) places[place] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
        places[place] = ((long) hash << 32) | size;
        if (2 * size > places.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a key that is known; else negative. */
    int known(String key) {
        long found = places[place(key, spread(key))];
        return found == 0 ? NONE : (int) found - 1;
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
    private int place(String key, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != 0
                && ((int) (places[place] >>> 32) != hash || !keys[(int) places[place] - 1].equals(key))) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long each : before) {
            if (each != 0) {
                int place = (int) (each >>> 32) & (places.length - 1);
                while (places[place] != 0) {
                    place = (place + 1) & (places.length - 1);
                }
                places[place] = each;
            }
        }
    }

    /** Hashes of texts that count up are neighbours; multiplied, they are not. */
    private static int spread(String key) {
        int mixed = key.hashCode() * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
