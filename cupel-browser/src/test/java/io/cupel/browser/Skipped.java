package io.cupel.browser;

import org.opentest4j.TestAbortedException;

/** What a machine lacks is said loudly: a test that nobody misses proves nothing. */
final class Skipped {
    private Skipped() {}

    /** To be thrown, which ends the test as skipped. */
    static TestAbortedException because(String reason) {
        System.out.println("SKIPPED: " + reason);
        return new TestAbortedException(reason);
    }
}
