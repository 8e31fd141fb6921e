package io.cupel.app.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The PostgreSQL that Cupel brings along, with its rows in a folder. It listens on loopback alone. */
final class EmbeddedPostgres implements AutoCloseable {
    /** The one role, and the one database to begin with. */
    static final String USER = "cupel";

    private static final String FIRST_DATABASE = "postgres";

    private final Path data;
    private final Path programs;
    private final Account account;
    private final List<String> options;
    private final String password;
    private final FileChannel lock;
    private final int port;

    private EmbeddedPostgres(Path data, Path programs, Account account, List<String> options, FileChannel lock)
            throws IOException {
        this.data = data;
        this.programs = programs;
        this.account = account;
        this.options = options;
        this.lock = lock;
        this.password = password(data.resolve("password"));
        this.port = port(data.resolve("port"));
    }

    /**
     * Starts it, and makes it first where there is none.
     *
     * @param data the folder of the rows and of what belongs to them; made where it is missing
     * @param programs below which the programs are unpacked
     * @param options further settings of the server, each {@code name=value} without blanks
     */
    static EmbeddedPostgres start(Path data, Path programs, Account account, List<String> options) throws IOException {
        Path whole = Files.createDirectories(data).toRealPath();
        Path home =
                PostgresPrograms.unpackedBelow(Files.createDirectories(programs).toRealPath());
        FileChannel lock = FileChannel.open(whole.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException(
                    "Another Cupel uses the data in " + data + "; stop it first, or use another folder with --data");
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(whole, home, account, options, lock);
        try {
            postgres.makeWhenMissing();
            postgres.startServer();
            return postgres;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String firstUrl() {
        return url(FIRST_DATABASE);
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            account.run(data, pgCtl(), "stop", "-D", cluster().toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    private Path cluster() {
        return data.resolve("postgres");
    }

    private String pgCtl() {
        return programs.resolve("bin").resolve("pg_ctl").toString();
    }

    private void makeWhenMissing() throws IOException {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path next = data.resolve("postgres.next");
        Outcome made = account.run(
                data,
                programs.resolve("bin").resolve("initdb").toString(),
                "-D",
                next.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + data.resolve("password"),
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        if (!made.good()) {
            throw new IOException("PostgreSQL could not make its files in " + next + ": " + made.text());
        }
        Files.move(next, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        StringBuilder flags =
                new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        options.forEach(option -> flags.append(" -c ").append(option));
        Path log = cluster().resolve("server.log");
        Outcome started = account.run(
                data,
                pgCtl(),
                "start",
                "-w",
                "-t",
                "120",
                "-D",
                cluster().toString(),
                "-l",
                log.toString(),
                "-o",
                flags.toString());
        if (!started.good()) {
            throw new IOException("PostgreSQL did not start in " + cluster() + "; its own words are in " + log);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Path next = file.resolveSibling("password.next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, HexFormat.of().formatHex(bytes));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file).strip());
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // taken by somebody else since: another one below
            }
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(probe.getLocalPort()));
            return probe.getLocalPort();
        }
    }
}
