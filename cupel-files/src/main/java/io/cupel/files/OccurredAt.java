package io.cupel.files;

import io.cupel.core.time.IsoTime;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** When a call occurred, by the clock of whoever received it. */
final class OccurredAt {
    static final long FUTURE_MAX = Duration.ofHours(24).toMillis();
    private static final long OLDEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    /** Numbers stay so small that differences cannot overflow: the year 9999. */
    private static final long LARGEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    static final long NOT_TOLD = Long.MIN_VALUE;

    private final long latest;

    OccurredAt(long now) {
        this.latest = now + FUTURE_MAX;
    }

    /**
     * The time of a call in milliseconds. With {@code sentAt} and {@code receivedAt} the sender's clock is corrected by
     * the difference of the two, and nothing occurred later than it was received.
     */
    long of(Map<String, @Nullable Object> call) throws Refusal {
        return of(
                time(call.get("timestamp")),
                time(call.get("originalTimestamp")),
                time(call.get("sentAt")),
                time(call.get("receivedAt")));
    }

    /** The same of the four times, in milliseconds; {@link #NOT_TOLD} for those that are not. */
    long of(long timestamp, long original, long sent, long received) throws Refusal {
        if (timestamp == NOT_TOLD && original == NOT_TOLD) {
            throw new Refusal(Reason.NO_TIME);
        }
        long told = original != NOT_TOLD ? original : timestamp;
        long at = timestamp != NOT_TOLD ? timestamp : told;
        if (sent != NOT_TOLD && received != NOT_TOLD) {
            at = received - (sent - told);
        }
        return check(received != NOT_TOLD ? Math.min(at, received) : at);
    }

    /** Whether a time is within the years with which can be reckoned. */
    static boolean isWithin(long millis) {
        return millis <= LARGEST && millis >= -LARGEST;
    }

    /** The time itself, if events may have it. */
    long check(long at) throws Refusal {
        if (at > latest) {
            throw new Refusal(Reason.FUTURE);
        }
        if (at < OLDEST) {
            throw new Refusal(Reason.PAST);
        }
        return at;
    }

    /** One of the times of a call, in milliseconds; {@link #NOT_TOLD} where nothing stands. */
    static long time(@Nullable Object told) throws Refusal {
        if (told == null || (told instanceof String text && text.isBlank())) {
            return NOT_TOLD;
        }
        OptionalLong millis = OptionalLong.empty();
        if (told instanceof Long number) {
            millis = OptionalLong.of(number);
        } else if (told instanceof Double number) {
            millis = OptionalLong.of((long) Math.floor(number));
        } else if (told instanceof String text) {
            millis = ofText(text.strip());
        }
        if (millis.isEmpty()) {
            throw new Refusal(Reason.BAD_TIME);
        }
        if (!isWithin(millis.getAsLong())) {
            throw new Refusal(millis.getAsLong() > 0 ? Reason.FUTURE : Reason.PAST);
        }
        return millis.getAsLong();
    }

    private static OptionalLong ofText(String text) {
        boolean digits = text.length() <= 15 && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (digits && text.length() == 4) {
            return IsoTime.millis(text + "-01-01");
        }
        return digits && text.length() >= 12 ? OptionalLong.of(Long.parseLong(text)) : IsoTime.millis(text);
    }
}
