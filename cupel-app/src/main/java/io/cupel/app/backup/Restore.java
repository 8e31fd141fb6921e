package io.cupel.app.backup;

import io.cupel.app.ground.Digests;
import io.cupel.app.ground.ReachedDatabase;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fills a database from the file of a backup, in one transaction. */
final class Restore {
    private static final String DAMAGED = "; the file is damaged, take another one";

    private final ReachedDatabase database;
    private final Consumer<String> say;

    Restore(ReachedDatabase database, Consumer<String> say) {
        this.database = database;
        this.say = say;
    }

    /**
     * Fills the database. Where that fails, it is as it was before.
     *
     * @param force whether what is there is replaced
     * @throws BackupFault if the file cannot be used, or the database holds something or is in use
     */
    Manifest read(Path file, boolean force) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            expectKnown(manifest);
            try (Connection connection = database.connect()) {
                Catalogue catalogue = new Catalogue(connection);
                if (catalogue.isUsed()) {
                    throw new BackupFault("the database is in use; stop the server first");
                }
                Map<String, String> present = catalogue.versions();
                expectRoom(manifest, present, force);
                if (present.isEmpty()) {
                    database.migrateTo(manifest.schemas());
                }
                fill(connection, zip, manifest, present.isEmpty());
            }
            say.accept("Migrations   " + database.migrate());
            return manifest;
        } catch (ZipException e) {
            throw new BackupFault("the file is no backup of Cupel, or it broke off; take another one");
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupFault("the file has no " + Manifest.ENTRY + ", so it is no backup of Cupel");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.shared().readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupFault("its " + Manifest.ENTRY + " cannot be read" + DAMAGED);
        }
    }

    private void expectKnown(Manifest manifest) {
        if (manifest.format() > Manifest.FORMAT) {
            throw newer("its form is " + manifest.format() + ", and this Cupel reads up to " + Manifest.FORMAT);
        }
        Map<String, String> newest = database.newestVersions();
        manifest.schemas().forEach((schema, version) -> {
            String known = newest.get(schema);
            if (known == null
                    || MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(known)) > 0) {
                throw newer("the schema " + schema + " has version " + version + ", and this Cupel knows "
                        + (known == null ? "none" : "up to " + known));
            }
        });
    }

    private static BackupFault newer(String what) {
        return new BackupFault("the backup is of a newer Cupel (" + what + "); restore it with that one");
    }

    private static void expectRoom(Manifest manifest, Map<String, String> present, boolean force) {
        if (present.isEmpty()) {
            return;
        }
        if (!force) {
            throw new BackupFault("the database holds data of Cupel already; name an empty one (--data or"
                    + " --database-url), or replace all that is there with --force yes");
        }
        if (!present.equals(manifest.schemas())) {
            throw new BackupFault(
                    "the database has other versions of the schemas than the backup; restore into an" + " empty one");
        }
    }

    /** @param isNew whether the schemas were made for this, and go where it fails */
    private void fill(Connection connection, ZipFile zip, Manifest manifest, boolean isNew)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        boolean isDone = false;
        try {
            Catalogue catalogue = new Catalogue(connection);
            List<String> tables =
                    catalogue.tables().stream().map(Catalogue.Table::name).toList();
            expectTables(manifest, tables);
            execute(connection, "truncate " + String.join(", ", tables));
            for (Manifest.Part part : manifest.tables()) {
                copy(connection, zip, part);
            }
            for (Map.Entry<String, Long> sequence : new HashMap<>(manifest.sequences()).entrySet()) {
                try (PreparedStatement set = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
                    set.setString(1, sequence.getKey());
                    set.setLong(2, sequence.getValue());
                    set.execute();
                }
            }
            connection.commit();
            isDone = true;
        } finally {
            if (!isDone) {
                connection.rollback();
                if (isNew) {
                    drop(connection, manifest);
                }
            }
        }
    }

    private static void expectTables(Manifest manifest, List<String> present) {
        List<String> told = manifest.tables().stream()
                .map(Manifest.Part::table)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (!present.stream().sorted().toList().equals(told)) {
            throw new BackupFault("the tables of its " + Manifest.ENTRY + " are not those of its versions" + DAMAGED);
        }
    }

    private void copy(Connection connection, ZipFile zip, Manifest.Part part) throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(part.entry());
        if (entry == null) {
            throw new BackupFault("the table " + part.table() + " is missing" + DAMAGED);
        }
        MessageDigest sum = Digests.sha256();
        Told progress = new Told(part.table(), say);
        try (InputStream in = new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry)), sum)) {
            InputStream counted = new FilterInputStream(in) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int got = super.read(bytes, from, length);
                    progress.bytes(Math.max(0, got));
                    return got;
                }
            };
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + part.target() + " from stdin", counted);
            if (rows != part.rows() || !HexFormat.of().formatHex(sum.digest()).equals(part.sha256())) {
                throw new BackupFault("the table " + part.table() + " is not as it was written" + DAMAGED);
            }
            progress.end(rows);
        }
    }

    private static void drop(Connection connection, Manifest manifest) throws SQLException {
        for (String schema : manifest.schemas().keySet()) {
            execute(connection, "drop schema if exists \"" + schema + "\" cascade");
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
