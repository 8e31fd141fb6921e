package io.cupel.core.contract;

import io.cupel.core.evidence.AttributeType;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a qualified lead, checked: what both sides sign and what the engine runs.
 *
 * @param hash of the canonical content, in hexadecimal; comments and key order do not count
 * @param zone in which days and business hours are meant
 * @param lists named sets of texts or numbers, in the file's order
 * @param attributes the contract's own attributes beside {@link io.cupel.core.evidence.BuiltIn}
 * @param fit null where everybody passes
 * @param sla null where no clock runs
 * @param alarm null where none rings
 */
public record Contract(
        String name,
        String hash,
        ZoneId zone,
        Map<String, List<Object>> lists,
        Map<String, AttributeType> attributes,
        Currency currency,
        @Nullable FitRule fit,
        List<Exclusion> exclusions,
        List<Signal> signals,
        List<Group> groups,
        Stages stages,
        @Nullable Sla sla,
        @Nullable Alarm alarm) {
    /** The number of signals at which bench/README.md states the scoring budget, and the most a contract may have. */
    public static final int SIGNALS_MAX = 500;

    public Contract {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        exclusions = List.copyOf(exclusions);
        signals = List.copyOf(signals);
        groups = List.copyOf(groups);
        if (signals.isEmpty() || signals.size() > SIGNALS_MAX) {
            throw new IllegalArgumentException(
                    "a contract has 1 to " + SIGNALS_MAX + " signals, not " + signals.size());
        }
    }

    /** Name and the first twelve digits of the hash: {@code b2b-workshop@3f0c9a1b22de}. */
    public String id() {
        return name + "@" + hash.substring(0, Math.min(12, hash.length()));
    }
}
