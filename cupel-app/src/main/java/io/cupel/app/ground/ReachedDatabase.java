package io.cupel.app.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the settings, as commands beside the server reach it. Whoever opens it closes it. */
public final class ReachedDatabase implements AutoCloseable {
    private final DataSource database;
    private final @Nullable DatabaseSource own;

    private ReachedDatabase(DatabaseAddress address, @Nullable DatabaseSource own) {
        FirstContact.check(address);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        if (address.user() != null) {
            source.setUser(address.user());
        }
        if (address.password() != null) {
            source.setPassword(address.password());
        }
        source.setLogServerErrorDetail(false);
        this.database = source;
        this.own = own;
    }

    /**
     * Reaches it to read, also while a server runs on it; starts a database of our own that nobody runs.
     *
     * @throws StartFault where there is none, or it cannot be entered
     */
    public static ReachedDatabase shared(Settings settings, Consumer<String> say) throws IOException {
        if (settings.get(GroundSettings.DATABASE_URL).isEmpty()) {
            Path data = DatabaseSource.data(settings, Account.here(settings.get(GroundSettings.POSTGRES_ACCOUNT)));
            if (!Files.exists(data.resolve("lock"))) {
                throw new StartFault("The folder " + data + " holds no data of Cupel; name the right one with --data,"
                        + " or an external database with --database-url");
            }
            DatabaseAddress running = DataFolder.running(data);
            if (running != null) {
                say.accept("Database     that of the running server in " + data);
                return new ReachedDatabase(running, null);
            }
        }
        return alone(settings, say);
    }

    /**
     * Reaches it to write. A database of our own is ours alone then.
     *
     * @throws StartFault where it cannot be entered, or a server runs on it
     */
    public static ReachedDatabase alone(Settings settings, Consumer<String> say) throws IOException {
        DatabaseSource source = DatabaseSource.open(settings, say);
        try {
            return new ReachedDatabase(source.address(), source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** A connection to it, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return database.getConnection();
    }

    /** The newest version of each schema that this program knows, by the name of the schema. */
    public Map<String, String> newestVersions() {
        return Schemas.newest(database);
    }

    /** Makes the schemas of an empty database as they were at these versions. */
    public void migrateTo(Map<String, String> versions) {
        Schemas.migrateTo(database, versions);
    }

    /** Brings the schemas to what this program needs; says what was done. */
    public String migrate() {
        return Schemas.migrate(database);
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
