package io.cupel.app.contracts;

import io.cupel.app.ground.Fault;
import io.cupel.app.ground.ProblemException;
import java.util.List;

/** A step in the life of a draft or a version that must not be taken. Nothing was changed. */
public final class StepRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    StepRefusedException(Refusal refusal) {
        this(refusal, List.of());
    }

    StepRefusedException(Refusal refusal, List<Fault> faults) {
        super(refusal, refusal.detail(), faults);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
