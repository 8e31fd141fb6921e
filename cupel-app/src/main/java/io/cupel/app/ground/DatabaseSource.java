package io.cupel.app.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database that the server uses: one of its own, which it starts, watches and ends, or another's. */
final class DatabaseSource implements AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres own;
    private final @Nullable PostgresWatch watch;

    private DatabaseSource(DatabaseAddress address, @Nullable EmbeddedPostgres own) {
        this.address = address;
        this.own = own;
        this.watch = own == null ? null : PostgresWatch.over(own);
    }

    /** Says on the way what takes time. */
    static DatabaseSource open(Settings settings, Consumer<String> say) throws IOException {
        String url = settings.get(GroundSettings.DATABASE_URL);
        if (!url.isEmpty()) {
            DatabaseAddress given = DatabaseAddress.of(url);
            String user = settings.get(GroundSettings.DATABASE_USER);
            String password = settings.get(GroundSettings.DATABASE_PASSWORD);
            say.accept("Database     the one that database-url names");
            return new DatabaseSource(
                    new DatabaseAddress(
                            given.url(),
                            user.isEmpty() ? given.user() : user,
                            password.isEmpty() ? given.password() : password),
                    null);
        }
        Account account = Account.here(settings.get(GroundSettings.POSTGRES_ACCOUNT));
        Path data = data(settings, account);
        Path programs = settings.isSet(GroundSettings.POSTGRES_PROGRAMS)
                ? settings.get(GroundSettings.POSTGRES_PROGRAMS)
                : data.resolve("programs");
        say.accept("Database     PostgreSQL of its own, rows in " + data);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, programs, account, options(settings));
        return new DatabaseSource(
                new DatabaseAddress(postgres.firstUrl(), EmbeddedPostgres.USER, postgres.password()), postgres);
    }

    /**
     * Between checkpoints more is written than by PostgreSQL's own settings: after each, pages are logged whole once.
     */
    private static List<String> options(Settings settings) {
        return List.of(
                "shared_buffers=" + settings.get(GroundSettings.POSTGRES_MEMORY) + "MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=10min");
    }

    /** The folder of a database of our own. */
    static Path data(Settings settings, Account account) {
        return settings.isSet(GroundSettings.DATA) ? settings.get(GroundSettings.DATA) : standard(account);
    }

    /** Below Cupel's own folder, unless that is in a home that PostgreSQL's account cannot enter. */
    private static Path standard(Account account) {
        Path root = Path.of(System.getProperty("cupel.root", ""));
        return account.reaches(root.toAbsolutePath())
                ? root.resolve(GroundSettings.DATA.standard())
                : Path.of("/var/lib/cupel");
    }

    DatabaseAddress address() {
        return address;
    }

    /** False while a database of our own is down. */
    boolean up() throws IOException {
        return watch == null || watch.up();
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            Objects.requireNonNull(watch).close();
            own.close();
        }
    }
}
