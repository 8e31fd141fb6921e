package io.cupel.files;

import io.cupel.files.text.LineReader;

/**
 * A line or row that could not be used.
 *
 * @param file as the reader was given it
 * @param line counted from 1; of a row over several lines the first
 * @param reason why, without repeating anything personal
 * @param raw what stood there, at most {@link #RAW_MAX} characters of it: personal
 */
public record Rejected(String file, long line, String reason, String raw) {
    public static final int RAW_MAX = LineReader.SHOWN_MAX;

    public Rejected {
        if (raw.length() > RAW_MAX) {
            raw = raw.substring(0, RAW_MAX);
        }
    }

    /** {@code events.jsonl:14: is not JSON}; safe to show and to log. */
    public String located() {
        return file + ":" + line + ": " + reason;
    }

    @Override
    public String toString() {
        return located();
    }
}
