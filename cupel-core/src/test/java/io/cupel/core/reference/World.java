package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import java.util.List;

/**
 * A contract, a lead, and instants at which it is worth asking.
 *
 * @param instants in milliseconds since 1970 UTC, ascending: judged ones, and others at and around every bound
 */
public record World(Contract contract, Evidence evidence, List<Long> instants) {}
