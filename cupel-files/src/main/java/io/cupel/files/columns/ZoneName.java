package io.cupel.files.columns;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A time zone as people write it. */
public final class ZoneName {
    private static final int NEAR_LETTERS_MIN = 4;

    private ZoneName() {}

    /** The zone of a name or an offset; empty where it is none. */
    public static Optional<ZoneId> read(String written) {
        try {
            return Optional.of(ZoneId.of(written.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of what is no zone: what to write instead, and what was perhaps meant. */
    public static String remedy(String written) {
        return "a time zone is written as Europe/Berlin, America/New_York or +01:00" + question(written);
    }

    /** Abbreviations stand for several zones, so nothing is near them. */
    private static String question(String written) {
        String wanted = NormalName.of(written);
        if (wanted.length() < NEAR_LETTERS_MIN) {
            return "";
        }
        List<String> places = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
        return places.stream()
                .filter(id ->
                        NormalName.of(id.substring(id.lastIndexOf('/') + 1)).equals(wanted))
                .findFirst()
                .map(id -> "; did you mean '" + id + "'?")
                .orElseGet(() -> Nearest.question(written, places));
    }
}
