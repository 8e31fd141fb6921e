package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIT {
    @TempDir
    Path folder;

    @Test
    void rowsOutliveAKilledServerWhoseDatabaseLivesOn() throws Exception {
        try (ServerProcess first = ServerProcess.start(data())) {
            write(first);
            long left = first.databasePid();
            first.kill();
            assertThat(ProcessHandle.of(left)).isPresent();
            try (ServerProcess second = ServerProcess.start(data())) {
                assertThat(second.words()).contains("left behind (process " + left + ")");
                assertThat(rows(second)).isOne();
                assertThat(second.databasePid()).isNotEqualTo(left);
            }
        }
    }

    @Test
    void rowsOutliveServerAndDatabaseKilledAtOnce() throws Exception {
        try (ServerProcess first = ServerProcess.start(data())) {
            write(first);
            first.kill();
            first.killDatabase();
            try (ServerProcess second = ServerProcess.start(data())) {
                assertThat(rows(second)).isOne();
            }
        }
    }

    @Test
    void aKilledDatabaseComesBackUnderTheRunningServer() throws Exception {
        try (ServerProcess server = ServerProcess.start(data())) {
            write(server);
            server.killDatabase();
            assertThat(server.status("/health/readiness")).isEqualTo(503);
            assertThat(server.status("/health/liveness")).isEqualTo(200);
            server.await("it is ready again", () -> server.status("/health/readiness") == 200);
            assertThat(rows(server)).isOne();
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedWithASentence() throws Exception {
        try (ServerProcess first = ServerProcess.start(data());
                ServerProcess second = ServerProcess.begin(data())) {
            assertThat(second.exitCode()).isOne();
            assertThat(second.words())
                    .endsWith("cupel: Another Cupel uses the data in " + data()
                            + "; stop that one first, or name another folder with --data\n")
                    .doesNotContain("Exception");
            assertThat(first.status("/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    void aServerThatIsToldToEndTakesItsDatabaseAlong() throws Exception {
        try (ServerProcess server = ServerProcess.start(data())) {
            long database = server.databasePid();
            server.terminate();
            assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
            server.await(
                    "the database is gone", () -> ProcessHandle.of(database).isEmpty());
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void write(ServerProcess server) throws SQLException, IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (it int); insert into kept values (1)");
        }
    }

    private static int rows(ServerProcess server) throws SQLException, IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
