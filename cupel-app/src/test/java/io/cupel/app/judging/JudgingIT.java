package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JudgingIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void aYearSentInAnyOrderIsJudgedAsItsLogSays(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("year.jsonl");
        List<String> calls = YearOfCalls.write(300, file);
        Shipping.send(List.of(app), calls, Seeds.random(7));
        Audit audit = Audit.of(app);
        audit.holdsOnce(YearOfCalls.messageIds(calls)).isAsItsLogSays();
        audit.scoresAs(List.of(file), audit.contract(), audit.plain()).isAsItsExportsSay(folder);
        assertThat(audit.leads()).isGreaterThan(250);
    }
}
