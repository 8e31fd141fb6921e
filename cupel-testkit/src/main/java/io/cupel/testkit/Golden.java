package io.cupel.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that was read and accepted once, kept under {@code src/test/resources/golden}. A test fails with a line diff
 * when the product says something else; {@code ./cupel approve} accepts what it says now, and the review sees the
 * change.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Longer texts are shown from their first difference on, because the diff's table grows with the square. */
    private static final int DIFF_LINES_MAX = 2_000;

    private Golden() {}

    /** Compares {@code actual} to the golden file {@code name}, or rewrites the file while approving. */
    public static void assertMatches(String name, String actual) {
        assertMatches(FOLDER.resolve(name), actual, Boolean.getBoolean("cupel.approve"));
    }

    static void assertMatches(Path file, String actual, boolean approving) {
        try {
            if (approving) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(
                        "no golden file " + file + "; read the text below, then run ./cupel approve\n" + actual);
            }
            String expected = Files.readString(file, UTF_8);
            if (!expected.equals(actual)) {
                throw new AssertionError(file + " says otherwise (- golden, + now); ./cupel approve accepts\n"
                        + diff(expected.lines().toList(), actual.lines().toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that differ, with nothing of what is equal but the first line before each difference. */
    static String diff(List<String> before, List<String> after) {
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        List<String> old = clip(before.subList(same, before.size()));
        List<String> now = clip(after.subList(same, after.size()));
        List<String> out = new ArrayList<>();
        out.add("@@ line " + (same + 1));
        walk(old, now, commonLengths(old, now), out);
        if (out.size() == 1) {
            out.add("(only line ends differ)");
        }
        return String.join("\n", out);
    }

    private static List<String> clip(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), DIFF_LINES_MAX));
    }

    /** At [i][j] the length of the longest common subsequence of the texts from line i and line j on. */
    private static int[][] commonLengths(List<String> old, List<String> now) {
        int[][] length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(now.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static void walk(List<String> old, List<String> now, int[][] common, List<String> out) {
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                out.add("-" + old.get(i++));
            } else {
                out.add("+" + now.get(j++));
            }
        }
    }
}
