package io.cupel.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
    @ParameterizedTest
    @CsvSource({
        "Analytics, PROFILING",
        "C0002, PROFILING",
        "c-0002, PROFILING",
        "analytics_storage, PROFILING",
        "Advertising, SHARING",
        "DataSharing, SHARING",
        "C0004, SHARING",
        "C0005, SHARING",
        "Marketing, SHARING",
        "Email Marketing, EMAIL",
        "SMS, PHONE",
    })
    void theNamesOfTheUsualConsentManagersAreKnown(String category, Purpose purpose) {
        assertThat(Categories.purpose(category)).contains(purpose);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Functional", "C0001", "C0003", "necessary", "preferences", "", "Analytics 2", "ANALYTİCS"})
    void allOthersMeanNothing(String category) {
        assertThat(Categories.purpose(category)).isEmpty();
    }

    @Test
    void thePageShowsTheWholeTable() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("docs/consent.md"))) {
            root = root.getParent();
        }
        assertThat(root).as("the folder that has docs/consent.md").isNotNull();
        String page = Files.readString(root.resolve("docs/consent.md"), StandardCharsets.UTF_8);
        String table = page.substring(page.indexOf("| purpose | categories |"), page.indexOf("`Marketing` is what"));
        Set<String> shown = new HashSet<>();
        for (String row : table.split("\n", -1)) {
            Matcher names = Pattern.compile("`([^`]+)`").matcher(row);
            Purpose purpose = names.find() ? Purpose.of(names.group(1)).orElseThrow() : null;
            while (names.find()) {
                assertThat(Categories.purpose(names.group(1)))
                        .as(names.group(1))
                        .isEqualTo(Optional.ofNullable(purpose));
                shown.add(names.group(1).toLowerCase(Locale.ROOT).replace("_", ""));
            }
        }
        assertThat(shown).isEqualTo(Categories.names());
    }
}
