package io.cupel.browser;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Segment's clients for browsers and for Node, as {@code clients/package-lock.json} names them with their checksums.
 * npm fetches them once into {@code .cupel/clients}, which git ignores; none of their scripts is run.
 */
final class SegmentPackages {
    private static final List<String> INSTALL =
            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");

    private SegmentPackages() {}

    /** The folder {@code node_modules}; without npm or a network the test ends as skipped. */
    static Path fetched() throws IOException {
        Path lock = Path.of("clients", "package-lock.json").toAbsolutePath();
        Path folder = Path.of("..", ".cupel", "clients", hash(Files.readAllBytes(lock)))
                .toAbsolutePath()
                .normalize();
        Path modules = folder.resolve("node_modules");
        return Files.isDirectory(modules) ? modules : fetch(lock, folder).resolve("node_modules");
    }

    /** Into a folder beside it first, so that half a fetch is never taken for a whole one. */
    private static Path fetch(Path lock, Path folder) throws IOException {
        if (!Programs.has("npm")) {
            throw Skipped.because("Segment's clients could not be fetched: there is no npm on the path");
        }
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), "fetching-");
        Files.copy(lock, fresh.resolve("package-lock.json"));
        Files.copy(lock.resolveSibling("package.json"), fresh.resolve("package.json"));
        Programs.Run run = Programs.run(fresh, INSTALL);
        if (run.exitCode() != 0) {
            throw Skipped.because("Segment's clients could not be fetched: npm said " + run.words());
        }
        try {
            return Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return folder; // another build was quicker
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
