package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.core.evidence.Origin;
import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ClaimsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void whatPagesAndProgramsTellOfTheSamePeopleIsJudgedAsTheLogSays(@TempDir Path folder) throws Exception {
        Random random = Seeds.random(11);
        List<String> calls = YearOfCalls.write(120, folder.resolve("year.jsonl"));
        List<String> pages = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (String call : calls) {
            boolean isOfPage = !call.contains("\"Cupel ") && random.nextInt(3) > 0;
            (isOfPage ? pages : programs).add(call);
        }
        int half = programs.size() / 2;
        Shipping.send(List.of(app), programs.subList(0, half), random);
        Shipping.send(List.of(app), Origin.BROWSER, pages, random);
        Shipping.send(List.of(app), programs.subList(half, programs.size()), random);
        Audit audit = Audit.of(app);
        audit.holdsOnce(YearOfCalls.messageIds(calls)).isAsItsLogSays().isAsItsExportsSay(folder);
        assertThat(audit.leads()).isGreaterThan(100);
    }
}
