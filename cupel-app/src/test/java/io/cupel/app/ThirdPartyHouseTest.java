package io.cupel.app;

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
    private static final Pattern LISTED = Pattern.compile("^\\| ([\\w.-]+:(?:[\\w.-]+|\\*)) \\| \\S.* \\| \\S.* \\|$");

    private static final List<String> COMMANDS_ONLY = List.of(
            "info.picocli:picocli", "me.tongfei:progressbar", "org.jline:jline-native", "org.jline:jline-terminal");

    @Test
    void everyShippedLibraryOrItsGroupIsListedWithItsLicence() throws IOException {
        String written = System.getProperty("cupel.shipped.libraries");
        assumeTrue(written != null, "only a guarded build writes the list of shipped libraries");
        List<String> shipped = names(SHIPPED, Path.of(written));
        List<String> listed = names(LISTED, Path.of("..", "THIRD-PARTY.md"));
        assertThat(shipped)
                .contains("dev.cel:cel")
                .allMatch(name -> listed.contains(name) || listed.contains(name.replaceFirst(":.*", ":*")));
        assertThat(listed.stream().filter(row -> !COMMANDS_ONLY.contains(row)))
                .allMatch(row -> shipped.contains(row)
                        || (row.endsWith("*")
                                && shipped.stream().anyMatch(name -> name.startsWith(row.replace("*", "")))));
    }

    private static List<String> names(Pattern pattern, Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(pattern::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .toList();
    }
}
