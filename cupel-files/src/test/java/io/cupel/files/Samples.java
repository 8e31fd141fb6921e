package io.cupel.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that nobody of the project wrote. They are read in place and never copied; without them the tests are skipped.
 */
final class Samples {
    private Samples() {}

    static Path folder(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path found = at.resolve("../shared/data").resolve(name).normalize();
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        String where = "../shared/data/" + name + " is not beside the project";
        System.out.println("SKIPPED: " + where);
        return Assumptions.abort(where);
    }

    static List<Path> files(Path folder, String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).sorted().forEach(file -> {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    files.add(file);
                }
            });
        }
        return files;
    }
}
