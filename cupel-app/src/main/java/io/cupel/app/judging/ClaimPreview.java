package io.cupel.app.judging;

import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Judgement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lead would be without a claim.
 *
 * @param before the lead as it is
 * @param after the lead without the claim
 * @param other whose the visitor would be; null for nobody's
 */
public record ClaimPreview(
        Contract contract,
        Side before,
        Side after,
        @Nullable Side other) {
    /**
     * A lead, with or without the claim.
     *
     * @param told as known now, by path
     */
    public record Side(Judgement judgement, Map<String, Object> told, int events) {}
}
