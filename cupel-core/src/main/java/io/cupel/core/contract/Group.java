package io.cupel.core.contract;

import java.util.List;

/**
 * Signals of one kind that share a cap.
 *
 * @param signals their names
 * @param cap the largest sum of their values; there is no floor
 */
public record Group(String name, List<String> signals, Points cap) {
    public Group {
        signals = List.copyOf(signals);
    }
}
