package io.cupel.core.evidence;

import java.util.Arrays;

/** Which keys are the same lead's: a forest of keys, joined tree by tree. The order of joining makes no difference. */
final class Kinship {
    private final KeyTable keys = new KeyTable();
    private int[] parents = new int[64];

    /** The number of a key, from now on known. */
    int number(String key) {
        int before = keys.size();
        int number = keys.number(key);
        if (number == before) {
            if (number == parents.length) {
                parents = Arrays.copyOf(parents, number * 2);
            }
            parents[number] = number;
        }
        return number;
    }

    /** The number of a key that is known; else negative. */
    int known(String key) {
        return keys.known(key);
    }

    void join(int a, int b) {
        parents[root(a)] = root(b);
    }

    /** One number for all keys that were joined. */
    int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    int size() {
        return keys.size();
    }
}
