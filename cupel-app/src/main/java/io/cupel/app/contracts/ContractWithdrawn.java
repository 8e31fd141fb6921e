package io.cupel.app.contracts;

import java.time.Instant;

/**
 * A version that is not in force was taken back, also one that was to be active later. Told inside the transaction.
 *
 * @param wasScheduled whether it had been activated from an instant to come
 */
public record ContractWithdrawn(int version, boolean wasScheduled, Instant at) {}
