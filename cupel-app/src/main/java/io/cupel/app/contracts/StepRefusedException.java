package io.cupel.app.contracts;

/** A step in the life of a draft or a version that must not be taken. Nothing was changed. */
public final class StepRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    StepRefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
