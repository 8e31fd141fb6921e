package io.cupel.files;

import io.cupel.core.consent.Basis;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Consenting;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call with a reserved name says of what its lead agreed to. */
final class ConsentEntries {
    static final String NAME = "Cupel Consent";

    private ConsentEntries() {}

    /**
     * What is told in words beside.
     *
     * @param evidence what shows it
     */
    record Told(String purpose, String basis, String evidence, String by) {}

    /** Its properties in normal form. */
    static Map<String, Object> normal(Map<String, @Nullable Object> call, Told told) throws Refusal {
        Said said = said(call, told);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("purpose", said.purpose().written());
        properties.put("given", said.isGiven());
        if (said.basis() != null) {
            properties.put("basis", said.basis().written());
        }
        if (!said.evidence().isEmpty()) {
            properties.put("words", said.evidence());
        }
        if (!told.by.isEmpty()) {
            properties.put("by", told.by);
        }
        return properties;
    }

    /** What a call in normal form says. */
    static Consenting read(Map<String, @Nullable Object> normal, String id, long at, Told told) throws Refusal {
        return new Consenting(id, at, List.of(said(normal, told)), told.by);
    }

    private static Said said(Map<String, @Nullable Object> call, Told told) throws Refusal {
        Purpose purpose = Purpose.of(told.purpose).orElseThrow(() -> new Refusal(Reason.CONSENT_PURPOSE));
        Boolean isGiven = ConsentCalls.truth(given(call));
        if (isGiven == null) {
            throw new Refusal(Reason.CONSENT_GIVEN);
        }
        Basis basis = told.basis.isEmpty()
                ? Basis.CONSENT
                : Basis.of(told.basis).orElseThrow(() -> new Refusal(Reason.CONSENT_BASIS));
        return new Said(purpose, isGiven, isGiven ? basis : null, Means.WORD, cut(told.evidence));
    }

    private static @Nullable Object given(Map<String, @Nullable Object> call) {
        if (call.get("properties") instanceof Map<?, ?> properties) {
            for (Map.Entry<?, ?> each : properties.entrySet()) {
                if (AttributeNames.normal(Objects.toString(each.getKey())).equals("given")) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    private static String cut(String words) {
        if (words.length() <= Said.EVIDENCE_MAX) {
            return words;
        }
        boolean isHalf = Character.isHighSurrogate(words.charAt(Said.EVIDENCE_MAX - 1));
        return words.substring(0, isHalf ? Said.EVIDENCE_MAX - 1 : Said.EVIDENCE_MAX);
    }
}
