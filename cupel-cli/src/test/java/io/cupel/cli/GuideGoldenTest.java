package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents show is what the commands print: every block of {@code console} that begins with {@code $ ./cupel}
 * is run. {@code ./cupel approve} writes anew what they print now.
 */
class GuideGoldenTest {
    private static final int COLUMNS = 120;
    private static final String TEMPORARY = "/tmp/";

    /** What stands for it. */
    @TempDir
    private static Path written;

    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("\\$ \\./cupel ((?:[^\n]*\\\\\n)*[^\n]*)\n");
    /** The folder that the guide generates into; of just this name, so that lines wrap as at a reader's. */
    private static final Path MADE_UP = Path.of("made-up");

    private static final Pattern HEAD = Pattern.compile("(.*?) \\| head -n ([0-9]+)");

    @BeforeEach
    @AfterEach
    void nothingIsMadeUp() throws IOException {
        if (Files.exists(MADE_UP)) {
            try (var files = Files.list(MADE_UP)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(MADE_UP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide.md"})
    void theDocumentShowsWhatTheCommandsPrint(String document) throws IOException {
        Path file = Run.file(document);
        String shown = Files.readString(file);
        String real = BLOCK.matcher(shown).replaceAll(block -> Matcher.quoteReplacement(printed(block.group(1))));
        if (Boolean.getBoolean("cupel.approve")) {
            Files.writeString(file, real);
            return;
        }
        assertThat(shown).as(document + "; ./cupel approve writes it anew").isEqualTo(real);
    }

    private static String printed(String block) {
        Matcher command = COMMAND.matcher(block);
        if (!command.find()) {
            return "```console\n" + block + "```";
        }
        StringBuilder all = new StringBuilder("```console\n");
        int from = 0;
        do {
            all.append(from == 0 ? "" : "\n").append(command.group());
            all.append(run(command.group(1).replace("\\\n", " ")));
            from = command.end();
        } while (command.find(from));
        return all.append("```").toString();
    }

    private static String run(String line) {
        Matcher head = HEAD.matcher(line);
        boolean cut = head.matches();
        List<String> words =
                new ArrayList<>(List.of((cut ? head.group(1) : line).strip().split(" +")));
        Run run = Run.onTerminal(
                COLUMNS, words.stream().flatMap(GuideGoldenTest::expanded).toArray(String[]::new));
        String out = cut
                ? String.join(
                        "",
                        run.out()
                                .lines()
                                .limit(Long.parseLong(head.group(2)))
                                .map(each -> each + "\n")
                                .toList())
                : run.out();
        String said = run.err().replaceAll("[^\n]*\r\n?", ""); // a bar that shows progress on a slow machine
        return (out + said).replace(written + "/", TEMPORARY);
    }

    /** The shell's star, for the one folder that the documents use it in; and files that commands write. */
    private static Stream<String> expanded(String word) {
        if (word.startsWith(TEMPORARY)) {
            return Stream.of(written.resolve(word.substring(TEMPORARY.length())).toString());
        }
        if (!word.equals("examples/contracts/*.yaml")) {
            return Stream.of(word);
        }
        try (var files = Files.list(Run.file("examples/contracts"))) {
            return files.map(file -> "examples/contracts/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
