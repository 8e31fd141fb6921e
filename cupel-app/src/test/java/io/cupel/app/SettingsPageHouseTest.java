package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.ground.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPageHouseTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z0-9-]+)$");

    @Test
    void everySettingHasItsHeadingInTheOrderOfTheCode() throws IOException {
        List<String> headings = HEADING.matcher(page())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("config"))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(
                        CupelApp.settings().stream().map(Setting::name).toList());
    }

    @Test
    void everyStandardAndLimitIsToldAsTheCodeHasIt() throws IOException {
        String page = page();
        for (Setting<?> setting : CupelApp.settings()) {
            String standard = setting.standard().isEmpty() ? "none" : "`" + setting.standard() + "`";
            assertThat(paragraphs(page, setting.name()))
                    .as(setting.name())
                    .contains("*Takes:* " + setting.accepts() + ".")
                    .contains("*Standard:* " + standard + ".");
        }
    }

    private static String paragraphs(String page, String name) {
        MatchResult heading = Pattern.compile("(?m)^### " + name + "$")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        String rest = page.substring(heading.end());
        int next = rest.indexOf("\n##");
        return next < 0 ? rest : rest.substring(0, next);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "settings.md"), StandardCharsets.UTF_8);
    }
}
