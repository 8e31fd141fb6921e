package io.cupel.browser;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs that are there or not, and what they print. */
final class Programs {
    /** Playwright's own browsers are not wanted: Debian's is used. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final int NODE_NEEDED = 20;
    private static final long PATIENCE_SECONDS = 120;

    private Programs() {}

    /** What a program printed, of both streams, and with what it ended. */
    record Run(int exitCode, String words) {}

    /** The machine's own Node where it is new enough, else the one that Playwright's driver carries. */
    static String node() {
        Run own = has("node") ? run(Path.of("."), List.of("node", "--version")) : new Run(1, "");
        boolean isNewEnough = own.exitCode() == 0
                && own.words().strip().matches("v\\d+\\..*")
                && Integer.parseInt(own.words().strip().replaceAll("v(\\d+)\\..*", "$1")) >= NODE_NEEDED;
        return isNewEnough
                ? "node"
                : Driver.ensureDriverInstalled(NO_DOWNLOAD, false)
                        .createProcessBuilder()
                        .command()
                        .get(0);
    }

    /** Whether a program is on the path. */
    static boolean has(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    /** Runs a program to its end; it is ended after two minutes. */
    static Run run(Path folder, List<String> command, String... variables) {
        try {
            Path said = Files.createTempFile("cupel-said-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            for (int i = 0; i < variables.length; i += 2) {
                builder.environment().put(variables[i], variables[i + 1]);
            }
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            String words = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Run(process.exitValue(), words);
        } catch (IOException e) {
            return new Run(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
