package io.cupel.files.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's own library, which it unpacks into the folder of temporary files when it is first used. If that fails it
 * leaves a part of it there, and tells why only in the cause of another failure.
 */
final class Library {
    /** It has some 70 MB. */
    private static final long BYTES = 96L << 20;

    private static final String NAMES = "libduckdb_java*.so";

    private Library() {}

    /**
     * Expects that the library can be unpacked beside a folder.
     *
     * @throws IOException if there is no room for it, or no file may become so large
     */
    static void expectRoom(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getTotalSpace() > 0 && disk.getUsableSpace() < BYTES) {
            throw new IOException("no space left on device");
        }
        // a hole takes no room, but the system's limit on the size of files holds for it
        Path hole = folder.resolve("hole");
        Set<StandardOpenOption> options = Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try (SeekableByteChannel channel = Files.newByteChannel(hole, options)) {
            channel.position(BYTES - 1).write(ByteBuffer.allocate(1));
        }
    }

    /** Why the library could not be written, where that is what a failure goes back to; else null. */
    static @Nullable IOException notWritten(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException written) {
                return written;
            }
        }
        return null;
    }

    /**
     * Removes the part of the library that a failed unpacking left beside a folder made just before. Where several may
     * be that part, another program is unpacking its own, and all stay.
     */
    static void removeTorn(Path folder) throws IOException {
        FileTime since = Files.getLastModifiedTime(folder);
        List<Path> torn = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.resolveSibling(""), NAMES)) {
            for (Path each : all) {
                if (Files.getLastModifiedTime(each).compareTo(since) >= 0) {
                    torn.add(each);
                }
            }
        }
        if (torn.size() == 1) {
            Files.deleteIfExists(torn.get(0));
        }
    }
}
