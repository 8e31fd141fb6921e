package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that come into force while events come in. */
class TurnsIT {
    @TempDir
    Path folder;

    @Test
    void aYearWithThreeActivationsInItIsJudgedAsItsLogSays() throws Exception {
        List<String> calls = YearOfCalls.write(300, folder.resolve("year.jsonl"));
        int part = calls.size() / 4;
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh());
                AppUnderTest other = AppUnderTest.on(one.database())) {
            List<AppUnderTest> both = List.of(one, other);
            Activation activation = new Activation(one);
            Shipping.send(both, calls.subList(0, part), Seeds.random(21));
            activation.inForce(Activation.starter("score: 60", "score: 30"));
            Shipping.send(both, calls.subList(part, 2 * part), Seeds.random(22));
            activation.inForce(Activation.starter("score: 60", "score: 20", "points: 20", "points: 25"));
            activation.inForce(Activation.starter(
                    "score: 60", "score: 15", "lists:", "attributes: {lead.last_name: text}\n\nlists:"));
            Shipping.send(both, calls.subList(2 * part, calls.size()), Seeds.random(23));
            Audit.of(other).holdsOnce(YearOfCalls.messageIds(calls)).isAsItsLogSays();
            List<Turn> turns = one.bean(JudgingTables.class).turns().before(10, 10);
            assertThat(turns).hasSize(4).allMatch(turn -> turn.state() == Turn.State.DONE);
        }
    }
}
