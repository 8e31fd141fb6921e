package io.cupel.app.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Copies of calls that say something else than the first: kept for 30 days. */
public final class DifferingCopies {
    /** Before the newest. */
    public static final Place NEWEST = new Place(Place.LAST, new UUID(-1, -1), "");

    private final CopyTable table;

    DifferingCopies(CopyTable table) {
        this.table = table;
    }

    /** Behind which copy a list goes on. */
    public record Place(Instant firstAt, UUID message, String copyHash) {
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{0,64}");

        public Place {
            if (firstAt.isBefore(Instant.EPOCH)
                    || firstAt.isAfter(LAST)
                    || !HASH.matcher(copyHash).matches()) {
                throw new IllegalArgumentException("no copy can have this place");
            }
        }
    }

    /** Those that came first before another, the newest first. */
    public List<DifferingCopy> behind(Place place, int limit) {
        return table.behind(place, limit);
    }
}
