package io.cupel.app.contracts;

import io.cupel.core.contract.Contract;
import java.time.Instant;

/**
 * The version by which leads are judged.
 *
 * @param hash of the canonical content, in hexadecimal
 * @param from when on it is in force
 * @param signed whether marketing and sales both signed it; the contract of the first start is in force unsigned
 */
public record InForce(int version, String hash, Instant from, boolean signed, Contract contract) {}
