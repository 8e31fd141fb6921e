package io.cupel.app.judging;

import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Waiting;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a lead, as it was when it was judged last.
 *
 * @param number by which the interface knows it, for ever
 * @param position of the last entry of the log that concerned it
 * @param since when the present stage was entered; null where that was before the first event
 * @param due when the open cycle expires; null where none does
 * @param score of engagement and intent, as shown
 * @param usage as shown
 * @param contract by which it was judged last
 * @param waiting what waits in the review tray; null for nothing
 */
public record LeadRow(
        long number,
        Name name,
        long position,
        Instant judgedAt,
        String stage,
        @Nullable Instant since,
        int cycle,
        boolean handRaised,
        boolean held,
        @Nullable Instant due,
        String fit,
        @Nullable String grade,
        long score,
        long usage,
        String contract,
        @Nullable Waiting waiting) {
    /**
     * By what people know a lead.
     *
     * @param id the user id, else the e-mail address, else what else names it
     * @param isVerified whether the address was told by others than browsers; true where there is none
     * @param company the name of its company as told
     * @param domain of its company; null for none
     */
    public record Name(
            String id,
            @Nullable String email,
            boolean isVerified,
            @Nullable String company,
            @Nullable String domain) {
        /** The same, where the company is known by another name. */
        Name withCompany(@Nullable String other) {
            return new Name(id, email, isVerified, other, domain);
        }
    }

    /** Whether all is as there, but what nearly every entry changes: position, instant, scores, by which contract. */
    boolean looksAs(LeadRow other) {
        return number == other.number
                && name.equals(other.name)
                && stage.equals(other.stage)
                && Objects.equals(since, other.since)
                && cycle == other.cycle
                && handRaised == other.handRaised
                && held == other.held
                && Objects.equals(due, other.due)
                && fit.equals(other.fit)
                && Objects.equals(grade, other.grade)
                && Objects.equals(waiting, other.waiting);
    }

    /** What holds at an instant: a cycle that nobody took up in time is over, whether that was written down or not. */
    LeadRow at(Instant now) {
        if (due == null || due.isAfter(now)) {
            return this;
        }
        return new LeadRow(
                number,
                name,
                position,
                judgedAt,
                Stage.NURTURE.written(),
                due,
                cycle,
                false,
                held,
                null,
                fit,
                grade,
                score,
                usage,
                contract,
                waiting);
    }
}
