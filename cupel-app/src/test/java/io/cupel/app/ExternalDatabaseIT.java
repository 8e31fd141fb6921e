package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.ground.StartFault;
import io.cupel.app.ground.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void severalServersStartOnOneDatabaseAtOnce() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        String[] flags = {"--database-url", database.url()};
        try (ServerProcess one = ServerProcess.begin(folder, flags);
                ServerProcess other = ServerProcess.begin(folder, flags)) {
            one.awaitReady();
            other.awaitReady();
            assertThat(one.status("/health/readiness")).isEqualTo(200);
            assertThat(other.status("/health/readiness")).isEqualTo(200);
            assertThat(folder).isEmptyDirectory();
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) from information_schema.schemata
                        where schema_name in ('people', 'intake', 'contracts', 'judging')
                        """)) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(4);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        String url = TestDatabase.fresh().url().replaceFirst("password=.*", "password=hunter2");
        assertFault(
                url,
                "The database of database-url does not take this user and password;"
                        + " see database-user and database-password");
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        String url = TestDatabase.fresh().url().replaceFirst("/test_[0-9]+", "/nowhere");
        assertFault(
                url,
                "The database of database-url is not there: the server has no database of that name;"
                        + " make it with create database");
    }

    @Test
    void aServerThatDoesNotAnswerIsTold() {
        assertFault(
                "postgresql://127.0.0.1:1/cupel",
                "The database of database-url does not answer;"
                        + " see that it runs, and that host and port are right");
    }

    @Test
    void aRoleThatMayNotCreateSchemasIsTold() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role narrow login password 'narrow'");
        }
        String url = database.url().replaceFirst("user=.*", "user=narrow&password=narrow");
        assertThatThrownBy(() -> CupelApp.start(List.of("--port=0", "--database-url", url), Map.of()))
                .hasRootCauseInstanceOf(StartFault.class)
                .rootCause()
                .hasMessageStartingWith(
                        "The schema people of the database cannot be brought to what this version needs")
                .hasMessageEndingWith(
                        "; see that the role may create schemas," + " and that no newer Cupel has used this database");
    }

    private static void assertFault(String url, String message) {
        assertThatThrownBy(() -> CupelApp.start(List.of("--port=0", "--database-url", url), Map.of()))
                .hasRootCauseInstanceOf(StartFault.class)
                .hasRootCauseMessage(message);
    }
}
