package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThirdPartyHouseTest {
    private static final Pattern SHIPPED = Pattern.compile("^ *([\\w.-]+:[\\w.-]+):jar:");
    private static final Pattern LISTED = Pattern.compile("^\\| ([\\w.-]+:[\\w.-]+) \\| \\S.* \\| \\S.* \\|$");

    @Test
    void everyShippedLibraryIsListedWithItsLicence() throws IOException {
        String written = System.getProperty("cupel.shipped.libraries");
        assumeTrue(written != null, "only a guarded build writes the list of shipped libraries");
        List<String> shipped = names(SHIPPED, Path.of(written));
        assertThat(shipped).contains("dev.cel:cel");
        assertThat(names(LISTED, Path.of("..", "THIRD-PARTY.md"))).containsExactlyElementsOf(shipped);
    }

    private static List<String> names(Pattern pattern, Path file) throws IOException {
        return Files.readAllLines(file).stream()
                // what follows is the server's, which has a test of its own
                .takeWhile(line -> !line.equals("## Of the server alone"))
                .map(pattern::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .sorted()
                .toList();
    }
}
