package io.cupel.core.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which keys are the same lead's: a forest of keys, joined tree by tree. The order of joining makes no difference. */
final class Kinship {
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] parents = new int[64];

    /** The number of a key, from now on known. */
    int number(String key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, number * 2);
        }
        parents[number] = number;
        numbers.put(key, number);
        return number;
    }

    /** The number of a key that is known; else null. */
    @Nullable
    Integer known(String key) {
        return numbers.get(key);
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
}
