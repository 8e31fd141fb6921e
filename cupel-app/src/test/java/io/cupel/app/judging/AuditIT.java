package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link CrashIT} looks at, and how that is found wrong where a crash came between what belongs together. */
class AuditIT {
    @TempDir
    Path folder;

    @Test
    void aJudgeThatMovedItsPlaceBeforeACrashAndWroteNoStatesIsNoticed() throws Exception {
        faulty("update judging.progress set turn = turn + 1, position = position + 40");
    }

    @Test
    void aChangeOfStageThatIsMissingIsNoticed() throws Exception {
        faulty("delete from judging.transition where number = (select max(number) from judging.transition)");
    }

    /** A sound one is found to be so, and goes on with the rest of the log after the fault. */
    private void faulty(String fault) throws Exception {
        List<String> calls = YearOfCalls.write(60, folder.resolve("year.jsonl"));
        int half = calls.size() / 2;
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(app);
            Shipping.send(List.of(app), key, calls.subList(0, half), Seeds.random(81));
            Audit.of(app).isAsItsLogSays();
            app.bean(JudgingLoop.class).stop();
            Shipping.send(List.of(app), key, calls.subList(half, calls.size()), Seeds.random(82));
            assertThat(app.bean(JdbcClient.class).sql(fault).update()).isEqualTo(1);
            app.bean(JudgingLoop.class).start();
            assertThatThrownBy(() -> Audit.of(app)
                            .holdsOnce(YearOfCalls.messageIds(calls))
                            .isAsItsLogSays())
                    .isInstanceOf(AssertionError.class);
        }
    }
}
