package io.cupel.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the lines of a mapping file, its comments below each other. */
final class MapText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ /()+.'\"-]*");
    private static final int WIDTH_MAX = 56;

    private static final int COMMENT_MIN = 24;
    private static final String MARK = "# ";

    /** @param isCommand whether the comment is a command, which has to stay one line */
    private record Line(String text, String comment, boolean isCommand) {
        Line(String text, String comment) {
            this(text, comment, false);
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void comment(String text) {
        lines.add(new Line("", text));
    }

    /** A command that somebody may copy. */
    void command(String command) {
        lines.add(new Line("", "  " + command, true));
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

    /** The lines, of so many letters where that can be. */
    List<String> lines(int width) {
        int besideMax = Math.min(WIDTH_MAX, width - COMMENT_MIN - MARK.length());
        int beside = lines.stream()
                .filter(line -> !line.comment().isEmpty())
                .mapToInt(line -> line.text().length())
                .filter(length -> length <= besideMax)
                .max()
                .orElse(0);
        List<String> all = new ArrayList<>();
        lines.forEach(line -> add(line, beside, width, all));
        return all;
    }

    /** Words beside the text they are about, and below each other; where there is no room, below the text. */
    private static void add(Line line, int beside, int width, List<String> all) {
        String words = printable(line.comment());
        if (words.isEmpty()) {
            all.add(line.text());
            return;
        }
        if (line.isCommand()) {
            all.add(MARK + words);
            return;
        }
        String gap = " ".repeat(Math.max(0, beside - line.text().length()) + 2);
        String start = line.text().isEmpty() ? "" : line.text() + gap;
        boolean isBelow = start.length() + MARK.length() + Math.min(words.length(), COMMENT_MIN) > width;
        String indent = isBelow ? " ".repeat(4) : " ".repeat(start.length());
        if (isBelow) {
            all.add(line.text());
        }
        List<String> parts = wrapped(words, width - indent.length() - MARK.length());
        for (int i = 0; i < parts.size(); i++) {
            all.add((i == 0 && !isBelow ? start : indent) + MARK + parts.get(i));
        }
    }

    /** Broken between words. */
    private static List<String> wrapped(String words, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (part.length() > 0 && part.length() + 1 + word.length() > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.length() == 0 ? "" : " ").append(word);
        }
        parts.add(part.toString());
        return parts;
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
