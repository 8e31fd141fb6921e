package io.cupel.core.evidence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by path, where many are told under the same paths: the paths are kept once, and for each subject nothing
 * but its values. An immutable map.
 */
public final class Attributes extends AbstractMap<String, Object> {
    private static final String COMPANY = "company.";

    /** Paths under which values stand, each at a place of its own. Immutable. */
    public static final class Paths {
        private final String[] names;
        private final int[] places;
        private final Map<String, Integer> byName = new HashMap<>();
        private final @Nullable Paths ofCompany;
        private final @Nullable Paths others;

        private Paths(List<String> all, @Nullable Boolean wanted) {
            List<Integer> chosen = new ArrayList<>();
            for (int place = 0; place < all.size(); place++) {
                if (wanted == null || wanted == all.get(place).startsWith(COMPANY)) {
                    byName.put(all.get(place), place);
                    chosen.add(place);
                }
            }
            this.places = chosen.stream().mapToInt(Integer::intValue).toArray();
            this.names = chosen.stream().map(all::get).toArray(String[]::new);
            this.ofCompany = wanted == null ? new Paths(all, true) : null;
            this.others = wanted == null ? new Paths(all, false) : null;
        }

        /**
         * Paths in the order of their values.
         *
         * @param all no two of them equal
         */
        public static Paths of(List<String> all) {
            return new Paths(all, null);
        }

        /** Where the value of a path stands; negative for none of these paths. */
        public int place(String path) {
            return byName.getOrDefault(path, -1);
        }

        /** How many values stand under them. */
        public int size() {
            return places.length;
        }
    }

    private final Paths paths;
    private final @Nullable Object[] values;
    private final int size;

    private Attributes(Paths paths, @Nullable Object[] values) {
        this.paths = paths;
        this.values = values;
        int told = 0;
        for (int place : paths.places) {
            told += values[place] == null ? 0 : 1;
        }
        this.size = told;
    }

    /**
     * Attributes of one subject.
     *
     * @param values by place of their paths, null where nothing is told; not to be changed any more
     */
    public static Map<String, Object> of(Paths paths, @Nullable Object[] values) {
        return new Attributes(paths, values);
    }

    /** The same, in a map that cannot change. */
    public static Map<String, Object> kept(Map<String, Object> values) {
        return values instanceof Attributes ? values : Map.copyOf(values);
    }

    /** Of attributes those of the company, or all others. */
    static Map<String, Object> part(Map<String, Object> values, boolean ofCompany) {
        if (values instanceof Attributes told) {
            Paths part = ofCompany ? told.paths.ofCompany : told.paths.others;
            if (part != null) {
                return new Attributes(part, told.values);
            }
        }
        Map<String, Object> part = new HashMap<>();
        values.forEach((path, value) -> {
            if (path.startsWith(COMPANY) == ofCompany) {
                part.put(path, value);
            }
        });
        return part.size() == values.size() ? values : Map.copyOf(part);
    }

    /** Whether any attribute is of the company. */
    static boolean hasCompany(Map<String, Object> values) {
        if (values instanceof Attributes told && told.paths.ofCompany != null) {
            for (int place : told.paths.ofCompany.places) {
                if (told.values[place] != null) {
                    return true;
                }
            }
            return false;
        }
        for (String path : values.keySet()) {
            if (path.startsWith(COMPANY)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object path) {
        return get(path) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object path) {
        Integer place = paths.byName.get(path);
        return place == null ? null : values[place];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < paths.places.length; i++) {
            Object value = values[paths.places[i]];
            if (value != null) {
                action.accept(paths.names[i], value);
            }
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Told();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Told implements Iterator<Entry<String, Object>> {
        private int next = -1;
        private @Nullable Object value;

        Told() {
            advance();
        }

        private void advance() {
            value = null;
            while (value == null && ++next < paths.places.length) {
                value = values[paths.places[next]];
            }
        }

        @Override
        public boolean hasNext() {
            return value != null;
        }

        @Override
        public Entry<String, Object> next() {
            Object told = value;
            if (told == null) {
                throw new NoSuchElementException();
            }
            Entry<String, Object> entry = Map.entry(paths.names[next], told);
            advance();
            return entry;
        }
    }
}
