package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackNamesTest {
    private static final String CALL = """
            {"type":"track","event":"%s","userId":"u","timestamp":"2026-03-01T10:00:00Z"}""";

    @TempDir
    private Path folder;

    private Desk desk() {
        return new Desk(folder);
    }

    @Test
    void namesThatAreNearlyThoseOfSignalsAreNoted() {
        Desk desk = desk().events(
                        CALL.formatted("watched"),
                        CALL.formatted("Watched"),
                        CALL.formatted("WATCHED!"),
                        CALL.formatted("Watched twice"));
        desk.read();
        assertThat(desk.notes)
                .containsExactly(
                        "'WATCHED!' is not 'Watched', which signal 'Watched' is on: names are compared letter by"
                                + " letter",
                        "'watched' is not 'Watched', which signal 'Watched' is on: names are compared letter by"
                                + " letter");
    }

    @Test
    void conversionsThatNoSignalSeesAreNoted() {
        String header = "Record ID,Email,Create Date,First Conversion Date,Recent Conversion Date";
        Desk desk = desk().leads(header, "1,a@x.example,2026-01-01,2026-02-01,2026-03-01");
        desk.read();
        assertThat(desk.notes)
                .contains(
                        "tables tell of track \"Form Submitted\" 2 times, and no signal is on it: it gives no points");
    }

    @Test
    void anExportWithoutConversionsSaysNothingOfThem() {
        Desk desk = desk().leads("Record ID,Email,Create Date,First Conversion Date", "1,a@x.example,2026-01-01,");
        desk.read();
        assertThat(desk.notes).noneMatch(note -> note.contains("Form Submitted"));
    }
}
