package io.cupel.app.judging;

import io.cupel.core.lifecycle.LeadCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case in memory, the company of its lead and the last word about it that the lead heard. */
final class HeldCase {
    final LeadCase lead;
    private @Nullable String company;
    private long word;
    /** How many milestones its events had passed when it was read or written last. */
    private int passed;

    HeldCase(LeadCase lead) {
        this.lead = lead;
        this.passed = lead.events() / MilestoneTable.BETWEEN;
    }

    /** Whether milestones of it may be kept. */
    boolean hasPassed() {
        return passed > 0;
    }

    /** Whether its events passed another one. */
    boolean passes() {
        int before = passed;
        passed = lead.events() / MilestoneTable.BETWEEN;
        return passed > before;
    }

    @Nullable
    String company() {
        return company;
    }

    HeldCase knowing(@Nullable String its, long heard) {
        company = its;
        word = heard;
        return this;
    }

    boolean isBehind(Map<String, Long> last) {
        return company != null && !last.isEmpty() && word < last.getOrDefault(company, 0L);
    }
}
