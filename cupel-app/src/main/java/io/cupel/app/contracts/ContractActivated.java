package io.cupel.app.contracts;

import java.time.Instant;

/**
 * A person put a version in force. Told inside the transaction that did it. Of the contract of the first start nothing
 * is told, for nothing was judged before it.
 *
 * @param from when on leads are judged by it; not before {@code at}
 * @param person number of who did it
 */
public record ContractActivated(int version, String hash, Instant from, Instant at, long person) {}
