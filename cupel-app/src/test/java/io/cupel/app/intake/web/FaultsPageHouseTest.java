package io.cupel.app.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultsPageHouseTest {
    @Test
    void everyCodeHasItsHeading() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "errors.md"), StandardCharsets.UTF_8);
        for (Fault fault : Fault.values()) {
            assertThat(page).contains("### " + fault.code() + " ");
        }
    }
}
