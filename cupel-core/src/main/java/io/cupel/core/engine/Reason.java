package io.cupel.core.engine;

import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;

/**
 * What one signal contributes at an instant, before group caps.
 *
 * @param points its value then
 * @param events how many events counted
 * @param last when the newest of them occurred, in milliseconds since 1970 UTC
 */
public record Reason(String signal, Kind kind, Points points, int events, long last) {}
