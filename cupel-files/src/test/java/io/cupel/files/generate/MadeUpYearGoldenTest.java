package io.cupel.files.generate;

import io.cupel.testkit.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a tiny year: equal on every machine, JDK, locale and time zone. */
class MadeUpYearGoldenTest {
    @TempDir
    private Path folder;

    @Test
    void theBytesAreThoseOfYesterday() throws Exception {
        String hashes = MadeUp.of(MadeUp.plan(40, 6, 7), folder).hashes().entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        Golden.assertMatches("made-up-year-40-6-7.txt", hashes);
    }
}
