package io.cupel.app.intake;

import io.cupel.files.text.Reason;
import java.time.Instant;

/**
 * A call that could not be used, as it is kept.
 *
 * @param number rises with each
 * @param writeKey the number of the key with which it came
 * @param told the reason as a sentence whose subject is the call
 * @param raw the call, or its beginning; it is personal
 */
public record RefusedCall(long number, Instant receivedAt, int writeKey, Reason reason, String told, String raw) {}
