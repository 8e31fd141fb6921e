package io.cupel.app.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that Cupel brings along, with its rows in a folder. It listens on loopback alone and asks for a
 * password that stands in that folder.
 *
 * <p>The server is a session of its own, so that Ctrl-C at a terminal reaches Cupel first. When Cupel is killed the
 * server lives on; the next start finds it and stops it, but only if its command line names our folder.
 */
final class EmbeddedPostgres implements AutoCloseable {
    /** The one role, and the one database to begin with. */
    static final String USER = "cupel";

    static final String FIRST_DATABASE = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** After a kill the server's children need a moment to notice it, and no other may start before. */
    private static final String CHILDREN_LEFT = "pre-existing shared memory block";

    private static final int TRIES = 40;

    private final DataFolder data;
    private final Path programs;
    private final Account account;
    private final List<String> options;
    private final int port;

    private EmbeddedPostgres(DataFolder data, Path programs, Account account, List<String> options) throws IOException {
        this.data = data;
        this.programs = programs;
        this.account = account;
        this.options = options;
        stopLeftOver();
        this.port = choosePort(data.port());
    }

    /**
     * Starts it, and makes it first where there is none.
     *
     * @param folder of the rows and of what belongs to them; made where it is missing
     * @param programs below which the programs are unpacked
     * @param options further settings of the server, each {@code name=value} without blanks
     * @throws StartFault where it cannot start
     */
    static EmbeddedPostgres start(Path folder, Path programs, Account account, List<String> options)
            throws IOException {
        DataFolder data = DataFolder.lock(folder, account);
        try {
            Path home = PostgresPrograms.unpackedBelow(
                    Files.createDirectories(programs).toRealPath());
            account.mustReach(home);
            account.mustReach(data.path());
            EmbeddedPostgres postgres = new EmbeddedPostgres(data, home, account, options);
            postgres.makeWhenMissing();
            data.handOver(data.cluster(), account.name());
            postgres.startServer();
            return postgres;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String firstUrl() {
        return url(FIRST_DATABASE);
    }

    String password() throws IOException {
        return data.password();
    }

    /** Whether the server process lives. */
    boolean runs() throws IOException {
        return Postmaster.of(data.cluster()).filter(Postmaster::runs).isPresent();
    }

    /**
     * Starts the server again after it died, at the same address.
     *
     * @throws StartFault where it cannot start
     */
    void startAgain() throws IOException {
        startServer();
    }

    @Override
    public void close() throws IOException {
        try (data) {
            stop();
        }
    }

    private void stopLeftOver() throws IOException {
        Postmaster left = Postmaster.of(data.cluster()).orElse(null);
        if (left != null && left.runs()) {
            LOG.info("Stopping the PostgreSQL that an earlier Cupel left behind (process {})", left.pid());
            stop();
        }
    }

    /**
     * PostgreSQL takes any process of that number for a server of its own and refuses to start: a stranger that came
     * later, or a killed server whose end nobody asked for. That its children are gone it finds out by other means.
     */
    private void dropStaleNumber() throws IOException {
        Postmaster left = Postmaster.of(data.cluster()).orElse(null);
        if (left != null && !left.runs()) {
            Files.deleteIfExists(Postmaster.file(data.cluster()));
        }
    }

    private void stop() throws IOException {
        if (!runs()) {
            return;
        }
        Outcome stopped =
                account.run(data.path(), program("pg_ctl"), "stop", "-D", cluster(), "-m", "fast", "-w", "-t", "120");
        if (!stopped.good() && runs()) {
            throw new StartFault("The PostgreSQL in " + data.cluster() + " does not stop: "
                    + stopped.text().strip());
        }
    }

    private String cluster() {
        return data.cluster().toString();
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    /** In a folder beside, so that a making that broke off is begun again. */
    private void makeWhenMissing() throws IOException {
        if (Files.exists(data.cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path next = data.path().resolve("postgres.next");
        FileSystemUtils.deleteRecursively(next);
        Files.createDirectory(next);
        Path secret = data.writeSecret("password.first", data.password());
        data.handOver(next, account.name());
        data.handOver(secret, account.name());
        List<String> command = List.of(program("initdb"), "-D", next.toString(), "-U", USER);
        List<String> manner = List.of("-A", "scram-sha-256", "--pwfile=" + secret, "-E", "UTF8", "--locale=C.UTF-8");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(manner);
        Outcome made = account.run(data.path(), whole.toArray(String[]::new));
        Files.delete(secret);
        if (!made.good()) {
            throw new StartFault("PostgreSQL could not make its files in " + next + ": " + lastLine(made.text()));
        }
        Files.move(next, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        Path log = data.cluster().resolve("server.log");
        for (int left = TRIES; ; left--) {
            dropStaleNumber();
            Files.deleteIfExists(log);
            Outcome started = account.run(
                    data.path(),
                    program("pg_ctl"),
                    "start",
                    "-w",
                    "-t",
                    "120",
                    "-D",
                    cluster(),
                    "-l",
                    log.toString(),
                    "-o",
                    flags());
            if (started.good()) {
                break;
            }
            String said = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : started.text();
            if (left == 0 || !said.contains(CHILDREN_LEFT)) {
                throw new StartFault("PostgreSQL did not start in " + cluster() + ": " + lastLine(said)
                        + "; the whole story is in " + log);
            }
            pause();
        }
        data.writeSecret("port", Integer.toString(port));
        mustBeOurs();
    }

    private String flags() {
        List<String> all = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories="));
        // errors of statements can quote rows, and rows are persons
        all.add("log_min_messages=log");
        all.add("log_error_verbosity=terse");
        all.add("log_min_error_statement=panic");
        all.addAll(options);
        return "-p " + port + " -c " + String.join(" -c ", all);
    }

    /** Whatever answers at the port could be taken for ours. */
    private void mustBeOurs() throws IOException {
        try (Connection connection = DriverManager.getConnection(firstUrl(), USER, password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!Path.of(rows.getString(1)).equals(data.cluster())) {
                throw new StartFault("The PostgreSQL at port " + port + " is not the one in " + cluster()
                        + "; stop it, or delete the file port there");
            }
        } catch (SQLException e) {
            throw new StartFault("The PostgreSQL at port " + port + " does not take the password in "
                    + data.passwordFile() + " (SQL state " + e.getSQLState() + ")");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFault("Stopped while PostgreSQL started");
        }
    }

    /** What PostgreSQL gave as the reason. */
    private static String lastLine(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .map(line -> line.replaceFirst("^.*?(FATAL|error): *", ""))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    }

    /** The one of last time, so that other programs find it; another where somebody else took that. */
    private static int choosePort(@Nullable Integer last) throws IOException {
        if (last != null) {
            try (ServerSocket probe = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                LOG.info("Port {}, where PostgreSQL was last time, is taken; another one is chosen", last);
            }
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
