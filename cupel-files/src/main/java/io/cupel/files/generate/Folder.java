package io.cupel.files.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/**
 * A folder that gets all its files or none: they are written aside, into the folder itself where it exists and beside
 * it where not, and moved when they are whole.
 */
final class Folder implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String PACKED = ".gz";

    private final Path target;
    private final Path aside;
    private final boolean isPacked;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Thread cleaner = new Thread(this::clean, "cupel-cleaner");

    private Folder(Path target, Path aside, boolean isPacked) {
        this.target = target;
        this.aside = aside;
        this.isPacked = isPacked;
    }

    /**
     * Begins.
     *
     * @param isPacked whether {@link #table} packs
     */
    static Folder open(Path target, boolean isPacked) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new NotDirectoryException(target.toString());
        }
        Path parent = Files.exists(place) ? place : parent(place);
        Files.createDirectories(parent);
        Folder folder = new Folder(place, Files.createTempDirectory(parent, ".cupel-"), isPacked);
        Runtime.getRuntime().addShutdownHook(folder.cleaner); // who stops the program by Ctrl-C wants no rest of it
        return folder;
    }

    private static Path parent(Path place) throws NotDirectoryException {
        Path parent = place.getParent();
        if (parent == null) {
            throw new NotDirectoryException(place.toString());
        }
        return parent;
    }

    /** A file for people. */
    OutputStream plain(String name) throws IOException {
        names.add(name);
        return new BufferedOutputStream(Files.newOutputStream(aside.resolve(name)), BUFFER_BYTES);
    }

    /** A file for programs, packed if that is wished. */
    Text table(String name) throws IOException {
        if (!isPacked) {
            return new Text(plain(name));
        }
        return new Text(new GZIPOutputStream(plain(name + PACKED), BUFFER_BYTES));
    }

    /** Where a file is to be written that is neither text nor packed. */
    Path place(String name) {
        names.add(name);
        return aside.resolve(name);
    }

    /** Puts all files in their place. */
    void finish() throws IOException {
        Files.createDirectories(target);
        for (String name : names) {
            String other = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name + PACKED;
            Files.deleteIfExists(target.resolve(other)); // of an earlier year in this folder
            move(aside.resolve(name), target.resolve(name));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() {
        clean();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // the program ends, and the cleaner does its work
        }
    }

    private void clean() {
        try {
            for (String name : names) {
                Files.deleteIfExists(aside.resolve(name));
            }
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // the files stand or the failure was told; a left-over part harms nobody
        }
    }
}
