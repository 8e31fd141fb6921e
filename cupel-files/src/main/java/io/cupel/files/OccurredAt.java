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
    private static final long FUTURE_MAX = Duration.ofHours(24).toMillis();
    private static final long OLDEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    /** Numbers stay so small that differences cannot overflow: the year 9999. */
    private static final long LARGEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private final long latest;

    OccurredAt(long now) {
        this.latest = now + FUTURE_MAX;
    }

    /**
     * The time of a call in milliseconds. With {@code sentAt} and {@code receivedAt} the sender's clock is corrected by
     * the difference of the two, and nothing occurred later than it was received.
     */
    long of(Map<String, @Nullable Object> call) throws Refusal {
        OptionalLong timestamp = time(call.get("timestamp"));
        OptionalLong original = time(call.get("originalTimestamp"));
        OptionalLong sent = time(call.get("sentAt"));
        OptionalLong received = time(call.get("receivedAt"));
        if (timestamp.isEmpty() && original.isEmpty()) {
            throw new Refusal(Reason.NO_TIME);
        }
        long told = original.isPresent() ? original.getAsLong() : timestamp.getAsLong();
        long at = timestamp.isPresent() ? timestamp.getAsLong() : told;
        if (sent.isPresent() && received.isPresent()) {
            at = received.getAsLong() - (sent.getAsLong() - told);
        }
        return check(received.isPresent() ? Math.min(at, received.getAsLong()) : at);
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

    private static OptionalLong time(@Nullable Object told) throws Refusal {
        if (told == null || (told instanceof String text && text.isBlank())) {
            return OptionalLong.empty();
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
        if (millis.getAsLong() > LARGEST || millis.getAsLong() < -LARGEST) {
            throw new Refusal(millis.getAsLong() > 0 ? Reason.FUTURE : Reason.PAST);
        }
        return millis;
    }

    private static OptionalLong ofText(String text) {
        boolean digits = text.length() <= 15 && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (digits && text.length() == 4) {
            return IsoTime.millis(text + "-01-01");
        }
        return digits && text.length() >= 12 ? OptionalLong.of(Long.parseLong(text)) : IsoTime.millis(text);
    }
}
