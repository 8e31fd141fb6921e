package io.cupel.app.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it was proposed; its content never changes.
 *
 * @param hash of the canonical content, in hexadecimal
 * @param text as it was written
 * @param draft what it was proposed from; null for the contract of the first start
 */
public record Version(
        int number,
        String name,
        String hash,
        String text,
        @Nullable Long draft,
        Instant proposed,
        Life life) {}
