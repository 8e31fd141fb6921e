package io.cupel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file beside its target that takes its place when it is complete, and goes when that does not come to be. */
final class Part implements AutoCloseable {
    private final Path target;
    private final Path file;
    private final Thread cleaner = new Thread(this::delete, "cupel-cleaner");

    private Part(Path target, Path file) {
        this.target = target;
        this.file = file;
    }

    /** A new file, for which {@link Target#partOf} tells who may read it. */
    static Part of(Path target) throws IOException {
        Part part = new Part(target, Target.partOf(target));
        Runtime.getRuntime().addShutdownHook(part.cleaner); // who stops the program by Ctrl-C wants no rest of it
        return part;
    }

    Path file() {
        return file;
    }

    /** Puts it in its place. */
    void finish() throws IOException {
        Target.replace(target, file);
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // the program ends, and the cleaner does its work
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the result stands or the failure was told; a left-over part harms nobody
        }
    }
}
