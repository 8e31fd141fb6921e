package io.cupel.files;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times that a call tells, in milliseconds since 1970 UTC; {@link Long#MIN_VALUE} for those that it does not.
 *
 * @param timestamp when it occurred
 * @param original the same, before anybody corrected it
 * @param sent by the clock of the sender
 * @param givenAtDoor whether the call told no time, so that it has that of its receipt
 */
public record CallTimes(long timestamp, long original, long sent, boolean givenAtDoor) {
    /**
     * When the call occurred, where it was received at that instant: what the file of an export says.
     *
     * @throws IllegalStateException if such a call is not in the log, because it would have been refused
     */
    public long occurredAt(long received) {
        try {
            return new OccurredAt(received).of(timestamp, original, sent, received);
        } catch (Refusal refusal) {
            throw new IllegalStateException("a call of the log has a time that is refused", refusal);
        }
    }

    static CallTimes of(Map<String, @Nullable Object> call, boolean givenAtDoor) throws Refusal {
        return new CallTimes(
                OccurredAt.time(call.get(CallPart.TIMESTAMP.written())),
                OccurredAt.time(call.get(CallPart.ORIGINAL.written())),
                OccurredAt.time(call.get(CallPart.SENT.written())),
                givenAtDoor);
    }

    /** Whether it tells neither when it occurred nor when that was before a correction. */
    boolean isMissing() {
        return timestamp == OccurredAt.NOT_TOLD && original == OccurredAt.NOT_TOLD;
    }

    /** Refuses what would lie in the future by more than clocks differ, though it was received now. */
    void check(long received) throws Refusal {
        long told = original != OccurredAt.NOT_TOLD ? original : timestamp;
        long at = timestamp != OccurredAt.NOT_TOLD ? timestamp : told;
        if (sent != OccurredAt.NOT_TOLD) {
            at = received - (sent - told);
        }
        if (at > received + OccurredAt.FUTURE_MAX) {
            throw new Refusal(Reason.FUTURE);
        }
    }
}
