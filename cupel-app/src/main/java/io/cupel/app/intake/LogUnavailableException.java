package io.cupel.app.intake;

/** The log could not take a submission: nothing of it is acknowledged, and it may be sent again. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailableException(String message) {
        super(message);
    }

    LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
