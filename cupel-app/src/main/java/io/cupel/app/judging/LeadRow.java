package io.cupel.app.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a lead, as it was when it was judged last.
 *
 * @param number by which the interface knows it, for ever
 * @param id by which people know it: the user id, else the e-mail address, else what else names it
 * @param company its domain; null for none
 * @param position of the last entry of the log that concerned it
 * @param since when the present stage was entered; null where that was before the first event
 * @param score of engagement and intent, as shown
 * @param usage as shown
 */
public record LeadRow(
        long number,
        String id,
        @Nullable String company,
        long position,
        Instant judgedAt,
        String stage,
        @Nullable Instant since,
        int cycle,
        boolean handRaised,
        String fit,
        @Nullable String grade,
        long score,
        long usage,
        String contract) {}
