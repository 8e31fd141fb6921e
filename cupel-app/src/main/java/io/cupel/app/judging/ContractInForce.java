package io.cupel.app.judging;

import io.cupel.core.contract.Contract;

/**
 * The contract by which leads are judged.
 *
 * @param version its name and the beginning of its hash, as commands show it
 */
record ContractInForce(String version, Contract contract) {}
