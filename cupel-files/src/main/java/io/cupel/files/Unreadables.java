package io.cupel.files;

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
        private final String place;
        private long count;

        Seen(String place) {
            this.place = place;
        }
    }

    private final TreeMap<Kind, Seen> seen = new TreeMap<>();
    private String file = "";
    private long line;
    private boolean stopped;

    /** Where reading is now. */
    void at(String file, long line) {
        this.file = file;
        this.line = line;
    }

    /** What is read from now on was read before. */
    void stop() {
        stopped = true;
    }

    void add(String path, String reason) {
        if (stopped) {
            return;
        }
        seen.computeIfAbsent(new Kind(path, reason), kind -> new Seen(file + ":" + line)).count++;
    }

    /** One sentence for each kind. */
    List<String> sentences() {
        return seen.entrySet().stream()
                .map(entry -> "%s stays unknown in %s %s: the value %s (first %s)"
                        .formatted(
                                entry.getKey().path(),
                                entry.getValue().count,
                                entry.getValue().count == 1 ? "place" : "places",
                                entry.getKey().reason(),
                                entry.getValue().place))
                .toList();
    }
}
