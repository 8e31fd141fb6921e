package io.cupel.app.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database of its own for a test, in the one cluster of this JVM. The cluster is ended with the JVM.
 *
 * @param url with user and password
 */
public record TestDatabase(String url) {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** A new one. */
    public static TestDatabase fresh() {
        String name = "test_" + MADE.incrementAndGet();
        EmbeddedPostgres cluster = Cluster.RUNNING;
        try (Connection connection = DriverManager.getConnection(address(cluster.firstUrl()));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return new TestDatabase(address(cluster.url(name)));
    }

    /** A connection to it, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static String address(String url) {
        return url + "?user=" + EmbeddedPostgres.USER + "&password=" + Cluster.PASSWORD;
    }

    private static final class Cluster {
        static final EmbeddedPostgres RUNNING = start();

        static final String PASSWORD = password();

        private static String password() {
            try {
                return RUNNING.password();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                Path data = Files.createTempDirectory("cupel-test-");
                // nobody misses the rows of a test after a power cut
                List<String> quick = List.of("fsync=off", "full_page_writes=off", "max_connections=200");
                EmbeddedPostgres cluster =
                        EmbeddedPostgres.start(data, Path.of("target", "programs"), Account.here(""), quick);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cluster, data)));
                return cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedPostgres cluster, Path data) {
            try {
                cluster.close();
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
