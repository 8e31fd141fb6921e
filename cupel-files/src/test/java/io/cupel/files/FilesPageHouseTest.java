package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.text.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FilesPageHouseTest {
    @Test
    void everyReasonIsExplained() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("docs/files.md"))) {
            root = root.getParent();
        }
        assertThat(root).as("the folder that has docs/files.md").isNotNull();
        String page = Files.readString(root.resolve("docs/files.md"), StandardCharsets.UTF_8);
        for (Reason reason : Reason.values()) {
            assertThat(page).contains("| " + reason.text() + " |");
        }
    }
}
