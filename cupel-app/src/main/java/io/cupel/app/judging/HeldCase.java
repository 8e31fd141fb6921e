package io.cupel.app.judging;

import io.cupel.core.lifecycle.LeadCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case in memory, the company of its lead and the last word about it that the lead heard, and what of it the database
 * has beside its state.
 */
final class HeldCase {
    final long number;
    final LeadCase lead;
    private @Nullable String company;
    private long word;
    /** How many events it had when it was read or written last. */
    private int events;
    /** Null where the database has nothing. */
    private @Nullable Shown shown;
    /** From what that was made; null where that is not known. */
    private Shown.@Nullable Source source;
    /** Whether it was asked for since the last writing, which {@link Touched} says; and at which position last. */
    boolean isTouched;

    boolean isPresent;
    long position;

    HeldCase(long number, LeadCase lead) {
        this.number = number;
        this.lead = lead;
        this.events = lead.events();
    }

    /** Whether milestones of it may be kept. */
    boolean hasPassed() {
        return events >= MilestoneTable.BETWEEN;
    }

    /** Whether so many events of it are not written yet that the next milestone should not be later. */
    boolean isAtMilestone() {
        return lead.events() - events >= MilestoneTable.BETWEEN;
    }

    /** Whether its events passed another one. */
    boolean passes() {
        int before = events;
        events = lead.events();
        return events / MilestoneTable.BETWEEN > before / MilestoneTable.BETWEEN;
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

    /** The number of the last word about its company that the lead heard. */
    long word() {
        return word;
    }

    boolean isBehind(Map<String, Long> last) {
        return company != null && !last.isEmpty() && word < last.getOrDefault(company, 0L);
    }

    HeldCase showing(Kept filed) {
        shown = Shown.of(filed);
        return this;
    }

    /** Whether the database has it. */
    boolean isFiled() {
        return shown != null;
    }

    /** Whether lists show for certain of this what the database has already. */
    boolean showsAs(Shown.Source now) {
        return source != null && now.showsAs(source);
    }

    /** Whether anything of this is not yet in the database; from now on it is taken to be there. */
    boolean shows(Kept now, Shown.Source from) {
        source = from;
        if (shown != null && shown.isOf(now)) {
            return false;
        }
        shown = Shown.of(now);
        return true;
    }
}
