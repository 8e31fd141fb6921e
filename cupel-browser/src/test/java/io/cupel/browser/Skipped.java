package io.cupel.browser;

import org.junit.jupiter.api.Assumptions;

/** What a machine lacks is said loudly: a test that nobody misses proves nothing. */
final class Skipped {
    private Skipped() {}

    /** Ends the test as skipped. Comes back never; the type is for whoever wants to return it. */
    static <T> T because(String reason) {
        System.out.println("SKIPPED: " + reason);
        return Assumptions.abort(reason);
    }
}
