package io.cupel.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file that a path leads to, and a file beside it that takes its place when it is complete. */
final class Target {
    /** As many as Linux follows. */
    private static final int LINKS_MAX = 40;

    /** What programs ask for; the umask takes from it. */
    private static final Set<PosixFilePermission> ALL_MAY_WRITE = PosixFilePermissions.fromString("rw-rw-rw-");

    private Target() {}

    /**
     * Where a path leads, through symbolic links, also where nothing stands there yet.
     *
     * @throws IOException if its folder is not there, or its links lead in a circle
     */
    static Path of(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == LINKS_MAX) {
                throw new FileSystemLoopException(file.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        Path folder = place.getParent();
        Path name = place.getFileName();
        return folder == null || name == null ? place : folder.toRealPath().resolve(name);
    }

    /** Whether writing to one would write to the other. Devices and pipes take whatever comes, so they never count. */
    static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isRegularFile(one) && Files.isSameFile(one, other);
            }
            return of(one).equals(of(other));
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** A new file beside the target: for its owner alone where it will replace one, else for whom the umask allows. */
    static Path partOf(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(target.toString());
        }
        return isPosix(target) && !Files.exists(target)
                ? Files.createTempFile(folder, ".cupel-", ".part", PosixFilePermissions.asFileAttribute(ALL_MAY_WRITE))
                : Files.createTempFile(folder, ".cupel-", ".part");
    }

    /** Puts the complete part in its place; a file that stood there bequeaths its permissions. */
    static void replace(Path target, Path part) throws IOException {
        if (isPosix(target) && Files.exists(target)) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
