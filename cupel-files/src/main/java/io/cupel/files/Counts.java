package io.cupel.files;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of what the files held: {@code rows} and {@code calls} were used, the rest not.
 *
 * @param rows of leads files
 * @param calls each once
 * @param duplicates calls that were there before, by their message id, and rows, word for word
 * @param differing message ids of which the copies do not all say the same
 * @param rejected reason to number of lines, rows and calls
 * @param visitors anonymous ids that were never identified: no leads
 */
public record Counts(
        long rows, long calls, long duplicates, long differing, Map<String, Long> rejected, long visitors, long leads) {
    public Counts {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    }

    /** Over all reasons. */
    public long rejections() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
