package io.cupel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that appears whole or not at all, written by somebody else: it is written beside its place under another name,
 * and moved there when it is complete.
 */
final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Part part;

    private WholeFile(Path file, Part part) {
        this.file = file;
        this.part = part;
    }

    static WholeFile at(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw Stop.file("cannot write " + file + ": it is a folder");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw Stop.file("cannot write " + file + ": it is a pipe or a device; name a file");
            }
            return new WholeFile(file, Part.of(Target.of(file)));
        } catch (IOException e) {
            throw Stop.file("cannot write " + file + ": " + Destination.reason(e));
        }
    }

    /** What is to be written. */
    Path part() {
        return part.file();
    }

    boolean isPart(String name) {
        return Objects.equals(name, part().toString());
    }

    /** A sentence about the part, as one about the file that a person named. */
    String named(String sentence) {
        return sentence.replace(part().toString(), file.toString());
    }

    void finish() {
        try {
            part.finish();
        } catch (IOException e) {
            throw Stop.file("cannot write " + file + ": " + Destination.reason(e));
        }
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() {
        part.close();
    }
}
