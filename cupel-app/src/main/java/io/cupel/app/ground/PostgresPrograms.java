package io.cupel.app.ground;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that is shipped. */
final class PostgresPrograms {
    private PostgresPrograms() {}

    /**
     * Unpacks what is not unpacked yet.
     *
     * @param parent the folder to unpack below, once for each shipped archive
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     */
    static Path unpackedBelow(Path parent) throws IOException {
        String name = archiveName();
        try (InputStream archive = PostgresPrograms.class.getResourceAsStream("/" + name)) {
            if (archive == null) {
                throw new IOException("No PostgreSQL is shipped for this kind of machine (" + name
                        + "); use one of your own with --database-url");
            }
            return unpacked(archive, parent);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
        if (system.contains("mac")) {
            return "postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
        }
        return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static Path unpacked(InputStream archive, Path parent) throws IOException {
        byte[] bytes = archive.readAllBytes();
        Path home = parent.resolve("postgres-" + Digests.shortOf(bytes));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(parent);
        Path next = Files.createTempDirectory(parent, "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(bytes)))) {
            unpack(tar, next);
        }
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            return Files.move(next, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // another process was quicker
            if (Files.isDirectory(home)) {
                return home;
            }
            throw e;
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("the PostgreSQL archive has a name outside its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                boolean runs = (entry.getMode() & 0b001_000_000) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
