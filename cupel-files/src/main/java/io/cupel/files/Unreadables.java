package io.cupel.files;

import io.cupel.files.text.Numerals;
import java.util.List;
import java.util.TreeMap;

/** Values that were told but could not be read, counted by attribute and reason: they stay unknown. */
final class Unreadables {
    private record Kind(String path, String reason) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : reason.compareTo(other.reason);
        }
    }

    private static final class Seen {
        private final String file;
        private final long line;
        private long count;

        Seen(String file, long line) {
            this.file = file;
            this.line = line;
        }

        String place() {
            return file + ":" + line;
        }
    }

    private final TreeMap<Kind, Seen> seen = new TreeMap<>();
    private String file = "";
    private long line;
    private long count;
    private boolean isCopy;

    /** Where reading is now. */
    void at(String file, long line) {
        at(file, line, false);
    }

    /** @param isCopy whether the row was there before, so that each of its cells is counted already */
    void at(String file, long line, boolean isCopy) {
        this.file = file;
        this.line = line;
        this.isCopy = isCopy;
    }

    /** Whether the row where reading is was there before. */
    boolean isOfCopy() {
        return isCopy;
    }

    void add(String path, String reason) {
        if (isCopy) {
            return;
        }
        seen.computeIfAbsent(new Kind(path, reason), kind -> new Seen(file, line)).count++;
        count++;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /**
     * Takes over those of a part of a file, read apart, and behind all that is here.
     *
     * @param linesBefore how many lines of the file stand before the part
     */
    void takeOver(Unreadables part, long linesBefore) {
        part.seen.forEach((kind, one) -> {
            seen.computeIfAbsent(kind, key -> new Seen(one.file, linesBefore + one.line)).count += one.count;
            count += one.count;
        });
        part.seen.clear();
    }

    /** One sentence for each kind. */
    List<String> sentences() {
        return seen.entrySet().stream()
                .map(entry -> "%s stays unknown in %s: the value %s (first %s)"
                        .formatted(
                                entry.getKey().path(),
                                Numerals.of(entry.getValue().count, "place"),
                                entry.getKey().reason(),
                                entry.getValue().place()))
                .toList();
    }
}
