package io.cupel.app.intake;

import java.time.Instant;

/**
 * Up to where the log goes.
 *
 * @param position of the last entry; 0 where there is none
 * @param receivedAt whatever is logged behind the position is received then or later
 */
public record LogHead(long position, Instant receivedAt) {}
