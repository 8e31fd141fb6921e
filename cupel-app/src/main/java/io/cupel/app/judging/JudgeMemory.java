package io.cupel.app.judging;

import io.cupel.app.identity.KeptRegister;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.files.LoggedCalls;

/** What a judge has in memory, which is as the database has it at a turn. Not for several threads at once. */
final class JudgeMemory {
    private static final long MEMORY = Runtime.getRuntime().maxMemory();
    /**
     * Leads in memory, beyond which all are forgotten; also browsers and devices. With its case one takes 6,000 bytes
     * (by GC.class_histogram, of W1's with eight attributes): a quarter of the memory that Java may have.
     */
    private static final long LEADS_MAX = MEMORY / 4 / 6_000;
    /** Entries of the log in memory, beyond which half of them are let go: an eighth, of 320 bytes each. */
    private static final long ENTRIES_MAX = MEMORY / 8 / 320;
    /** Cases that were asked for lately; as many older ones may stay beside them. */
    static final int CASES_MAX = (int) Math.min(Integer.MAX_VALUE, LEADS_MAX / 2);

    final LoggedCalls calls;
    final KeptRegister register;
    final Turning turning;
    final LiveCases cases;
    final Docket docket;
    /** The one that the database had after what this judge wrote last. */
    long turn;

    JudgeMemory(LoggedCalls calls, KeptRegister register, Turning turning, LiveCases cases, long turn) {
        this.calls = calls;
        this.register = register;
        this.turning = turning;
        this.cases = cases;
        this.docket = new Docket(register.register(), cases);
        this.turn = turn;
    }

    /**
     * Lets go of what it can where it takes more room than it should, when all is written; gives whether it still does.
     */
    boolean isLarge() {
        Register known = register.register();
        if (known.entries() > ENTRIES_MAX) {
            known.letGo(ENTRIES_MAX / 2);
        }
        return known.entries() > ENTRIES_MAX || known.leads().size() > LEADS_MAX || known.devices() > LEADS_MAX;
    }
}
