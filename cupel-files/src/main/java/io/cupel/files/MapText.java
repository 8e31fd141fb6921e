package io.cupel.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the lines of a mapping file, its comments below each other. */
final class MapText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ /()+.'\"-]*");
    private static final int WIDTH_MAX = 48;

    private record Line(String text, String comment) {}

    private final List<Line> lines = new ArrayList<>();

    void comment(String text) {
        lines.add(new Line("# " + printable(text), ""));
    }

    void section(String name) {
        lines.add(new Line(name + ":", ""));
    }

    void entry(String key, String value, String comment) {
        lines.add(new Line(quoted(key) + ": " + quoted(value), comment));
    }

    void nested(String key, String value, String comment) {
        lines.add(new Line("  " + quoted(key) + ": " + quoted(value), comment));
    }

    List<String> lines() {
        int width = lines.stream()
                .filter(line -> !line.comment().isEmpty())
                .mapToInt(line -> line.text().length())
                .filter(length -> length <= WIDTH_MAX)
                .max()
                .orElse(0);
        List<String> all = new ArrayList<>();
        for (Line line : lines) {
            String gap = " ".repeat(Math.max(0, width - line.text().length()) + 2);
            all.add(line.comment().isEmpty() ? line.text() : line.text() + gap + "# " + printable(line.comment()));
        }
        return all;
    }

    /** As YAML reads it back. */
    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !text.endsWith(" ")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (Character.isISOControl(letter) || letter == 0x2028 || letter == 0x2029 || letter == 0xFEFF) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\ufeff]", " ");
    }
}
