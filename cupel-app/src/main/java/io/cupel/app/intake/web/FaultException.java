package io.cupel.app.intake.web;

/** A request that cannot be read. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** @param detail for whoever sent it; it repeats nothing of the request */
    FaultException(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
