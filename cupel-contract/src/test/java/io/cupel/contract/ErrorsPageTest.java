package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void everyCodeHasAHeadingAndNoHeadingIsLeftOver() throws IOException {
        List<String> headings = Files.readAllLines(DOCS.resolve("errors.md")).stream()
                .filter(line -> line.startsWith("### CUP-CONTRACT-"))
                .map(line -> line.substring(4, 4 + "CUP-CONTRACT-000".length()))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    @Test
    void everyKeyIsInTheReference() throws IOException {
        String page = Files.readString(DOCS.resolve("contract.md"));
        for (Shape shape : Shape.values()) {
            assertThat(shape.keys()).allSatisfy(key -> assertThat(page).contains("`" + key));
        }
    }
}
