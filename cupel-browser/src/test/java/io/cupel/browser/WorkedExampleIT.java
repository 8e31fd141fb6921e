package io.cupel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger does first, with what the server printed and nothing else. */
class WorkedExampleIT {
    private static final String EXAMPLE = "examples/clients/node/worked-example.mjs";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theWorkedExampleMakesAnMql() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            String url = printed(server, "Ready +(\\S+)");
            String key = printed(server, "(sk_\\w+)");
            Programs.Run run = Programs.run(ROOT, List.of(Programs.node(), EXAMPLE, key), "SERVER", url);
            assertThat(run.words())
                    .contains("and asks for a demo", "she is an MQL now")
                    .doesNotContain(key);
            assertThat(run.exitCode()).isZero();
            server.await("the lead is judged", () -> lead(server).contains("demo"));
            assertThat(lead(server)).isEqualTo("mql, cycle 1, score 85, fit pass A, raised hand, 6 calls, demo");
        }
    }

    @Test
    void withoutAKeyOrAServerItSaysWhatToDo() {
        Programs.Run keyless = Programs.run(ROOT, List.of(Programs.node(), EXAMPLE), "WRITE_KEY", "");
        assertThat(keyless.words()).contains("./cupel serve prints it");
        assertThat(keyless.exitCode()).isOne();
        Programs.Run alone =
                Programs.run(ROOT, List.of(Programs.node(), EXAMPLE, "sk_none"), "SERVER", "http://127.0.0.1:1");
        assertThat(alone.words()).contains("Nobody answers at http://127.0.0.1:1.");
        assertThat(alone.exitCode()).isOne();
    }

    private static String printed(ServerProcess server, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(server.words());
        assertThat(found.find()).as(server.words()).isTrue();
        return found.group(1);
    }

    private static String lead(ServerProcess server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select stage || ', cycle ' || cycle || ', score ' || score || ', fit ' || fit || ' ' || grade
                               || case when is_hand_raised then ', raised hand' else ', no hand' end
                               || ', ' || (select count(*) from intake.event) || ' calls'
                               || case when position = 6 then ', demo' else '' end
                          from judging.lead join judging.state using (number) where id like 'dana-%'
                        """)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
