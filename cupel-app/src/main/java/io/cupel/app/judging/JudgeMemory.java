package io.cupel.app.judging;

import io.cupel.app.identity.KeptRegister;
import io.cupel.core.lifecycle.Docket;
import io.cupel.files.LoggedCalls;

/** What a judge has in memory, which is as the database has it at a turn. Not for several threads at once. */
final class JudgeMemory {
    /** Leads in memory, beyond which all are forgotten. */
    private static final int LEADS_MAX = 200_000;
    /** Entries of the log in memory, beyond which all are forgotten; some hundred bytes each. */
    private static final int ENTRIES_MAX = 500_000;

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

    /** Whether it takes more room than it should. */
    boolean isLarge() {
        return register.register().leads().size() > LEADS_MAX
                || register.register().entries() > ENTRIES_MAX;
    }
}
