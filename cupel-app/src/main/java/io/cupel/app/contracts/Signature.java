package io.cupel.app.contracts;

import java.time.Instant;

/**
 * The word of one person for one side.
 *
 * @param person who signed
 * @param hash of the canonical content that was signed, in hexadecimal
 */
public record Signature(Side side, long person, String hash, Instant at) {}
