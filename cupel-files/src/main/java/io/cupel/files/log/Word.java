package io.cupel.files.log;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call names and what it tells of them, beside the browser that it came from and what happened. People tell the
 * same of themselves again and again: equal words are kept once.
 */
record Word(
        Keys keys,
        Map<String, Object> values,
        @Nullable String company,
        @Nullable Act act) {
    static Word of(Sighting sighting) {
        return new Word(sighting.keys().withoutDevice(), sighting.values(), sighting.company(), sighting.act());
    }

    /** Whether it tells more than whom it names. */
    boolean tells() {
        return !values.isEmpty()
                || company != null
                || act != null
                || !keys.crm().isEmpty();
    }
}
