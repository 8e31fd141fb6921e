package io.cupel.files;

import java.util.Arrays;

/**
 * Finds its way through the bytes of one plain JSON object without making anything of it: where each value stands, and
 * the fingerprint of all of them. Plain is what most programs write: no escapes in texts, no number beyond 18 digits or
 * with an exponent, no name twice in one object. Of everything else, and of everything that is no JSON, it says that it
 * is not plain; then {@link JsonTree} reads it. Not for several threads.
 */
final class JsonScan {
    /** What stands at a node. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH,
        NULL,
        OBJECT,
        ARRAY
    }

    /** The node of the outermost object. */
    static final int ROOT = 0;

    static final int NONE = -1;

    private static final int NODES_MAX = 256;
    private static final int DEPTH_MAX = 16;

    private final JsonText text = new JsonText();
    private long[] unsummed = {};
    private int depth;
    private long sum;

    private final Kind[] kinds = new Kind[NODES_MAX];
    /** The hash of the name, of members of objects. */
    private final long[] names = new long[NODES_MAX];
    /** Where the value begins and ends, the signs around it among it. */
    private final int[] froms = new int[NODES_MAX];

    private final int[] untils = new int[NODES_MAX];
    /** The node behind a node and all within it. */
    private final int[] nexts = new int[NODES_MAX];
    /** What a node and all within it add to the fingerprint. */
    private final long[] marks = new long[NODES_MAX];

    private int size;

    /**
     * Reads one object; false where it is not plain.
     *
     * @param bytes of which {@link JsonText#SLACK} more than until may be looked at
     * @param unsummed hashes of the names in the outermost object that the fingerprint leaves out
     */
    boolean read(byte[] bytes, int from, int until, long[] unsummed) {
        text.begin(bytes, from, until);
        this.unsummed = unsummed;
        depth = 0;
        sum = 0;
        size = 0;
        return text.skipBlanks() == '{'
                && value(Fingerprint.ROOT)
                && text.skipBlanks() == JsonText.END
                && text.isUtf8();
    }

    /** The fingerprint of what was read. */
    long fingerprint() {
        return sum;
    }

    /** Equal for values that say the same at the same place of a call, and for others as good as never. */
    long mark(int node) {
        return marks[node];
    }

    /** The node of a member of an object, by the hash of its name. */
    int member(int object, long name) {
        if (object == NONE || kinds[object] != Kind.OBJECT) {
            return NONE;
        }
        for (int node = object + 1; node < nexts[object]; node = nexts[node]) {
            if (names[node] == name) {
                return node;
            }
        }
        return NONE;
    }

    /** The first value in an object or array; none in an empty one. */
    int first(int whole) {
        return nexts[whole] == whole + 1 ? NONE : whole + 1;
    }

    /** The value behind another in an object or array. */
    int next(int whole, int node) {
        return nexts[node] == nexts[whole] ? NONE : nexts[node];
    }

    /** The hash of a member's name. */
    long name(int node) {
        return names[node];
    }

    Kind kind(int node) {
        return kinds[node];
    }

    /** Whether there is such a value and it is not null. */
    boolean isTold(int node) {
        return node != NONE && kinds[node] != Kind.NULL;
    }

    boolean isText(int node) {
        return node != NONE && kinds[node] == Kind.TEXT;
    }

    /** Where the value begins: a text with its quote. */
    int from(int node) {
        return froms[node];
    }

    /** Where the value ends: a text with its quote. */
    int until(int node) {
        return untils[node];
    }

    private boolean value(long way) {
        if (size == NODES_MAX) {
            return false;
        }
        int node = size++;
        long before = sum;
        froms[node] = text.at();
        boolean isPlain = switch (text.letter()) {
            case '{' -> object(node, way);
            case '[' -> array(node, way);
            case '"' -> text(node, way);
            case 't' -> sign(node, way, Kind.TRUTH, Fingerprint.TRUE) && text.skip("true");
            case 'f' -> sign(node, way, Kind.TRUTH, Fingerprint.FALSE) && text.skip("false");
            case 'n' -> sign(node, way, Kind.NULL, Fingerprint.NULL) && text.skip("null");
            default -> number(node, way);
        };
        untils[node] = text.at();
        nexts[node] = size;
        marks[node] = sum - before;
        return isPlain;
    }

    private boolean sign(int node, long way, Kind kind, long sign) {
        kinds[node] = kind;
        sum += Fingerprint.ofSign(way, sign);
        return true;
    }

    private boolean text(int node, long way) {
        kinds[node] = Kind.TEXT;
        if (!text.skipText()) {
            return false;
        }
        sum += Fingerprint.ofText(way, text.textHash());
        return true;
    }

    private boolean number(int node, long way) {
        if (!text.skipNumber()) {
            return false;
        }
        kinds[node] = text.isDecimal() ? Kind.DECIMAL : Kind.WHOLE;
        sum += text.isDecimal() ? Fingerprint.ofDecimal(way, text.decimal()) : Fingerprint.ofWhole(way, text.whole());
        return true;
    }

    private boolean object(int node, long way) {
        sign(node, way, Kind.OBJECT, Fingerprint.OBJECT);
        if (++depth > DEPTH_MAX) {
            return false;
        }
        text.step();
        long seen = 0;
        boolean isFirst = true;
        for (char letter = text.skipBlanks(); letter != '}'; letter = text.skipBlanks()) {
            if (!isFirst && !text.skipSign(',')) {
                return false;
            }
            if (text.skipBlanks() != '"' || !text.skipText()) {
                return false;
            }
            long name = text.textHash();
            if ((seen & (1L << name)) != 0 && isMember(node, name)) {
                return false;
            }
            seen |= 1L << name;
            if (!text.skipSign(':') || text.skipBlanks() == JsonText.END || !member(name, way)) {
                return false;
            }
            isFirst = false;
        }
        text.step();
        depth--;
        return true;
    }

    private boolean member(long name, long way) {
        int node = size;
        long before = sum;
        boolean isPlain = value(Fingerprint.wayTo(way, name));
        if (isPlain) {
            names[node] = name;
        }
        if (depth == 1 && isUnsummed(name)) {
            sum = before;
        }
        return isPlain;
    }

    private boolean isUnsummed(long name) {
        for (long each : unsummed) {
            if (each == name) {
                return true;
            }
        }
        return false;
    }

    private boolean isMember(int object, long name) {
        for (int node = object + 1; node < size; node = nexts[node]) {
            if (names[node] == name) {
                return true;
            }
        }
        return false;
    }

    private boolean array(int node, long way) {
        sign(node, way, Kind.ARRAY, Fingerprint.ARRAY);
        if (++depth > DEPTH_MAX) {
            return false;
        }
        text.step();
        int count = 0;
        for (char letter = text.skipBlanks(); letter != ']'; letter = text.skipBlanks()) {
            if ((count > 0 && !text.skipSign(',')) || text.skipBlanks() == JsonText.END) {
                return false;
            }
            if (!value(Fingerprint.wayTo(way, count++))) {
                return false;
            }
        }
        text.step();
        depth--;
        return true;
    }

    /** The hash by which a name is found. */
    static long name(String name) {
        byte[] letters = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Fingerprint.text(Arrays.copyOf(letters, letters.length + JsonText.SLACK), 0, letters.length);
    }
}
