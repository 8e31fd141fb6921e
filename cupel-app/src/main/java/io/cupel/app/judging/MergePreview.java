package io.cupel.app.judging;

import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Judgement;
import java.util.Map;

/** What two leads would be together. */
public record MergePreview(Contract contract, Side one, Side other, Side together) {
    /**
     * One of them, or both.
     *
     * @param told as known now, by path
     */
    public record Side(Judgement judgement, Map<String, Object> told, int events) {}
}
