package io.cupel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes: standard output, or a file that appears whole or not at all (it is written beside its place
 * under another name, and moved there when it is complete).
 */
final class Destination implements AutoCloseable {
    /** Asking whether anybody reads empties the buffer, so it is not done for every line. */
    private static final int LINES_BETWEEN_CHECKS = 256;

    private final PrintStream to;
    private final @Nullable Path file;
    private final @Nullable Part unfinished;
    private long lines;

    private Destination(PrintStream to, @Nullable Path file, @Nullable Part unfinished) {
        this.to = to;
        this.file = file;
        this.unfinished = unfinished;
    }

    static Destination open(Shell shell, @Nullable Path file) {
        if (file == null) {
            return new Destination(shell.out(), null, null);
        }
        try {
            if (Files.isDirectory(file)) {
                throw Stop.file("cannot write " + file + ": it is a folder");
            }
            boolean direct = Files.exists(file) && !Files.isRegularFile(file); // a pipe or a device is not moved over
            if (direct) {
                return new Destination(Output.to(Files.newOutputStream(file)), file, null);
            }
            Path target = Target.of(file);
            Part part = Part.of(target);
            return new Destination(Output.to(Files.newOutputStream(part.file())), target, part);
        } catch (IOException e) {
            throw Stop.file("cannot write " + file + ": " + reason(e));
        }
    }

    /** Writes a line; answers whether anybody still reads (after {@code | head}, nobody does). */
    boolean line(String line) {
        to.print(line);
        to.print('\n');
        lines++;
        return lines % LINES_BETWEEN_CHECKS != 0 || !to.checkError();
    }

    void finish() {
        if (file == null) {
            to.flush();
            return;
        }
        boolean failed = to.checkError();
        to.close();
        if (failed) {
            throw Stop.file("cannot write " + file + ": the disk may be full");
        }
        if (unfinished != null) {
            try {
                unfinished.finish();
            } catch (IOException e) {
                throw Stop.file("cannot write " + file + ": " + reason(e));
            }
        }
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() {
        if (file != null) {
            to.close();
        }
        if (unfinished != null) {
            unfinished.close();
        }
    }

    /** The cause in words, without the path that the sentence already names. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
