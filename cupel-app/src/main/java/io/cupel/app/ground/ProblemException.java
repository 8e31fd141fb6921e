package io.cupel.app.ground;

import java.util.List;

/** Ends a call with a problem document. Its detail is shown to the caller and may be logged: never a personal value. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient List<Fault> faults;

    /** A problem of the call as a whole; the detail says what is wrong and what to do. */
    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    /** A problem with all that is wrong, each at its place. */
    public ProblemException(ProblemKind kind, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? kind.title() : message;
    }
}
