package io.cupel.app.backup;

import io.cupel.app.ground.Digests;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes all tables as they are at one instant into one file. */
final class Backup {
    private final Connection connection;
    private final Consumer<String> say;

    /** @param connection a fresh one, used by nobody else */
    Backup(Connection connection, Consumer<String> say) {
        this.connection = connection;
        this.say = say;
    }

    /**
     * Writes the file, which appears when it is whole, readable by its owner alone.
     *
     * @throws BackupFault if there is nothing to keep
     */
    Manifest write(Path file, String cupel, Instant now) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Path next = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName() + ".",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
                manifest = write(zip, cupel, now);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(next);
            connection.rollback();
        }
    }

    private Manifest write(ZipOutputStream zip, String cupel, Instant now) throws IOException, SQLException {
        Catalogue catalogue = new Catalogue(connection);
        var schemas = catalogue.versions();
        if (schemas.isEmpty()) {
            throw new BackupFault("the database holds nothing of Cupel; see --data or --database-url");
        }
        List<Manifest.Part> parts = new ArrayList<>();
        for (Catalogue.Table table : catalogue.tables()) {
            parts.add(write(zip, table));
        }
        String postgres = connection.getMetaData().getDatabaseProductVersion();
        Manifest manifest =
                new Manifest(Manifest.FORMAT, cupel, now.toString(), postgres, schemas, parts, catalogue.sequences());
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(manifest)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Part write(ZipOutputStream zip, Catalogue.Table table) throws IOException, SQLException {
        Manifest.Part part = new Manifest.Part(table.name(), table.columns(), 0, "");
        MessageDigest sum = Digests.sha256();
        zip.putNextEntry(new ZipEntry(part.entry()));
        Told progress = new Told(table.name(), say);
        // the entry is closed, and not the file
        OutputStream entry = new DigestOutputStream(
                new FilterOutputStream(zip) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        out.write(bytes, from, length);
                        progress.bytes(length);
                    }

                    @Override
                    public void close() {}
                },
                sum);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + part.target() + " to stdout", entry);
        zip.closeEntry();
        progress.end(rows);
        return new Manifest.Part(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(sum.digest()));
    }
}
