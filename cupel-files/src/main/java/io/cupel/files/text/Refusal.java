package io.cupel.files.text;

/** A line or row cannot be used. Thrown often on a bad file, so it carries no stack trace. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** A refusal for that reason alone. */
    public Refusal(Reason reason) {
        this(reason, "");
    }

    /** The detail is added to the reason's text; it never repeats what stood in the file. */
    public Refusal(Reason reason, String detail) {
        super(reason.text() + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** Of which kind it is. */
    public Reason reason() {
        return reason;
    }

    /** The whole of the sentence; its subject is the line. */
    public String told() {
        return reason.text() + detail;
    }
}
