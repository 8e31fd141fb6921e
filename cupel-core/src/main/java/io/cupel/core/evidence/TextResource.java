package io.cupel.core.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text file that is part of this module: facts, one or more a line, with comments that start with a number sign. */
public final class TextResource {
    private TextResource() {}

    /**
     * The lines that say something, trimmed.
     *
     * @param name of the file beside this class, or from the root of the class path, which a slash begins
     */
    public static List<String> lines(String name) {
        var stream = TextResource.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the class path lacks " + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
