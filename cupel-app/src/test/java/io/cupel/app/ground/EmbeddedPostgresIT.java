package io.cupel.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresIT {
    private static final Path PROGRAMS = Path.of("target", "programs");

    @TempDir
    Path folder;

    @Test
    void rowsPortAndPasswordOutliveARestart() throws Exception {
        String url;
        try (EmbeddedPostgres first = start(Account.here(""))) {
            url = first.firstUrl();
            ask(first, "create table kept as select 7 as it");
        }
        try (EmbeddedPostgres second = start(Account.here(""))) {
            assertThat(second.firstUrl()).isEqualTo(url);
            assertThat(ask(second, "select it from kept")).isEqualTo("7");
        }
    }

    @Test
    void itListensOnLoopbackAndAsksForThePassword() throws Exception {
        try (EmbeddedPostgres postgres = start(Account.here(""))) {
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.firstUrl(), EmbeddedPostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(data().resolve("password")))
                    .hasSize(2);
        }
    }

    @Test
    void asRootItRunsAsAnUnprivilegedAccountWhereNamespacesAreRefused() throws Exception {
        assumeTrue(isRoot(), "only root has to be somebody else");
        Path open = Files.createDirectory(Path.of("/tmp")
                .resolve("cupel-account-" + ProcessHandle.current().pid()));
        try {
            Path data = open.resolve("data");
            Account account = Account.here("nobody");
            assertThat(account.name()).isEqualTo("nobody");
            try (EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(data, data.resolve("programs"), account, List.of())) {
                ask(postgres, "create table kept as select 7 as it");
                assertThat(Files.getOwner(data.resolve("postgres")).getName()).isEqualTo("nobody");
                assertThat(Files.getPosixFilePermissions(data.resolve("postgres")))
                        .hasSize(3);
            }
            // the same rows in a namespace of its own, where the machine allows one, and back by the other program
            Account byRunuser = new Account(List.of("runuser", "-u", "nobody", "--"), "nobody");
            for (Account other : List.of(Account.here(""), byRunuser)) {
                try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(data, data.resolve("programs"), other, List.of())) {
                    assertThat(ask(postgres, "select it from kept")).isEqualTo("7");
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    @Test
    void aFolderThatTheAccountCannotEnterIsNamed() throws Exception {
        assumeTrue(isRoot(), "only root has to be somebody else");
        // a temporary folder of the test is closed to others, as a home is
        assertThatThrownBy(() -> start(Account.here("nobody")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("who cannot enter")
                .hasMessageContaining("--data");
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectory(data());
        Files.writeString(data().resolve("holiday.txt"), "photos");
        assertThatThrownBy(() -> start(Account.here("")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("holds something else");
        assertThat(data()).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (EmbeddedPostgres first = start(Account.here(""))) {
            assertThatThrownBy(() -> start(Account.here(""))).hasMessageContaining("Another Cupel");
            assertThat(first.runs()).isTrue();
        }
    }

    @Test
    void aStrangerWithTheNumberOfTheOldServerIsLeftAlone() throws Exception {
        start(Account.here("")).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    data().resolve("postgres/postmaster.pid"), stranger.pid() + "\n" + data() + "/postgres\n");
            try (EmbeddedPostgres postgres = start(Account.here(""))) {
                assertThat(ask(postgres, "select 1")).isEqualTo("1");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void anotherPortIsTakenWhereSomebodyElseHasOurs() throws Exception {
        start(Account.here("")).close();
        int last = Integer.parseInt(Files.readString(data().resolve("port")));
        try (var taken = new ServerSocket(last, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = start(Account.here(""))) {
            assertThat(taken.isBound()).isTrue();
            assertThat(postgres.firstUrl()).doesNotContain(":" + last + "/");
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    private EmbeddedPostgres start(Account account) throws IOException {
        return EmbeddedPostgres.start(data(), PROGRAMS, account, List.of("fsync=off"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static boolean isRoot() {
        return Programs.run(List.of("id", "-u"), Map.of(), Path.of("/"))
                .text()
                .strip()
                .equals("0");
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.firstUrl(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
