package io.cupel.app.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds; the last entry of its file.
 *
 * @param format of the file
 * @param cupel the version of the program that wrote it
 * @param madeAt as ISO 8601
 * @param postgres the version of the database
 * @param schemas the version of each schema
 * @param tables in the order in which they are to be filled
 * @param sequences the last number that each gave
 */
record Manifest(
        int format,
        String cupel,
        String madeAt,
        String postgres,
        Map<String, String> schemas,
        List<Part> tables,
        Map<String, Long> sequences) {
    /** The one that this program writes and reads. */
    static final int FORMAT = 1;

    /** The name of its entry. */
    static final String ENTRY = "manifest.json";

    /**
     * The rows of a table.
     *
     * @param table as SQL quotes it, with its schema
     * @param columns in their order, as SQL quotes them
     * @param sha256 of its entry, unpacked, in hexadecimal
     */
    record Part(String table, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + table;
        }

        /** For COPY. */
        String target() {
            return table + " (" + String.join(", ", columns) + ")";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}
