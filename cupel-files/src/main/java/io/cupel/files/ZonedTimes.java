package io.cupel.files;

import io.cupel.core.time.IsoTime;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Times as ISO 8601 writes them, in a zone where they tell no offset; or milliseconds since 1970. */
final class ZonedTimes implements CellTimes {
    private static final int EPOCH_DIGITS_MIN = 12;

    private final ZoneId zone;

    ZonedTimes(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String iso(String cell) throws Refusal {
        if (IsoTime.hasOffset(cell) || isEpoch(cell)) {
            return cell;
        }
        OptionalLong millis = IsoTime.millis(cell);
        if (millis.isEmpty()) {
            throw new Refusal(Reason.BAD_TIME);
        }
        Instant asUtc = Instant.ofEpochMilli(millis.getAsLong());
        return LocalDateTime.ofInstant(asUtc, ZoneOffset.UTC)
                .atZone(zone)
                .toInstant()
                .toString();
    }

    private static boolean isEpoch(String cell) {
        return cell.length() >= EPOCH_DIGITS_MIN && cell.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
