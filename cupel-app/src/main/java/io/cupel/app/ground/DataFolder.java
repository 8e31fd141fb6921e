package io.cupel.app.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with the embedded database's rows, its password and its port, locked for one process. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, and locks it until it is closed or the process dies.
     *
     * @throws StartFault where it belongs to something else, or another process has it
     */
    static DataFolder lock(Path wanted, Account account) throws IOException {
        try {
            make(wanted, account);
        } catch (IOException e) {
            throw new StartFault("The data folder " + wanted + " cannot be made ("
                    + e.getClass().getSimpleName()
                    + "); see that this account may write there, or name another folder with --data");
        }
        Path path = wanted.toRealPath();
        FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new DataFolder(path, lock);
            }
        } catch (OverlappingFileLockException e) {
            // another one in this very process
        }
        lock.close();
        throw new StartFault("Another Cupel uses the data in " + wanted
                + "; stop that one first, or name another folder with --data");
    }

    /** Where the database is that another process runs on this folder; null where none does. */
    static @Nullable DatabaseAddress running(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("lock"))) {
            return null;
        }
        try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                return null;
            }
        } catch (OverlappingFileLockException e) {
            // another one in this very process
        }
        String port =
                Files.readString(folder.resolve("port"), StandardCharsets.UTF_8).strip();
        String password = Files.readString(folder.resolve("password"), StandardCharsets.UTF_8)
                .strip();
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.FIRST_DATABASE,
                EmbeddedPostgres.USER,
                password);
    }

    private static void make(Path wanted, Account account) throws IOException {
        if (!Files.exists(wanted)) {
            if (wanted.toAbsolutePath().getParent() != null) {
                Files.createDirectories(wanted.toAbsolutePath().getParent());
            }
            Files.createDirectory(wanted);
            // another account has to pass through it, and sees only what is its own
            Files.setPosixFilePermissions(
                    wanted, PosixFilePermissions.fromString(account.name() == null ? "rwx------" : "rwx--x--x"));
        }
        try (Stream<Path> inside = Files.list(wanted)) {
            if (!Files.exists(wanted.resolve("lock")) && inside.findAny().isPresent()) {
                throw new StartFault("The folder " + wanted + " holds something else than Cupel's data;"
                        + " name a new or empty one with --data");
            }
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** Made once, readable by its owner alone. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writeSecret("password", HexFormat.of().formatHex(bytes));
        }
        return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
    }

    /** The whole text or none, readable by its owner alone. */
    Path writeSecret(String name, String text) throws IOException {
        Path next = path.resolve(name + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text, StandardCharsets.UTF_8);
        return Files.move(next, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of last time, or null. */
    @Nullable
    Integer port() throws IOException {
        try {
            return Integer.valueOf(Files.readString(path.resolve("port"), StandardCharsets.UTF_8)
                    .strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return null;
        }
    }

    /** Gives a folder and all in it to an account, or back to the one that owns the data folder. */
    void handOver(Path folder, @Nullable String account) throws IOException {
        UserPrincipal owner = account == null
                ? Files.getOwner(path)
                : path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
        if (Files.getOwner(folder).equals(owner)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            // the folder itself last, so that a hand-over that broke off is begun again
            all.sorted((a, b) -> b.compareTo(a)).forEach(file -> own(file, owner));
        }
    }

    private static void own(Path file, UserPrincipal owner) {
        try {
            if (!Files.isSymbolicLink(file)) {
                Files.setOwner(file, owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
