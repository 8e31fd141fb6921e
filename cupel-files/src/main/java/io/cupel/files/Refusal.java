package io.cupel.files;

/** A line or row cannot be used. Thrown often on a bad file, so it carries no stack trace. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    Refusal(Reason reason) {
        this(reason, "");
    }

    /** The detail is added to the reason's text; it never repeats what stood in the file. */
    Refusal(Reason reason, String detail) {
        super(reason.text() + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    String told() {
        return reason.text() + detail;
    }
}
