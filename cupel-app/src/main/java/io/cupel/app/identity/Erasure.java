package io.cupel.app.identity;

import java.time.Instant;

/**
 * Somebody was erased. Nothing says who it was.
 *
 * @param by number of the person who had it done
 * @param keys how many keys and devices are barred since
 * @param entries how many entries of the log are tombstones since
 */
public record Erasure(long number, Instant at, long by, int keys, int entries) {}
