package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.files.Conversion;
import io.cupel.files.Form;
import io.cupel.files.LeadFiles;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, which share the events and the work. */
class TwoInstancesIT {
    private static final String SHOP = """
            name: shop
            timezone: UTC
            signals:
              - {name: Product, kind: engagement, on: track "product_view", points: 3, half-life: 180d, every: 1h}
              - {name: Search by phone, kind: engagement, on: track "search", points: 2.5, at-most: 10,
                 when: 'event.properties.platform == "mobile"'}
              - {name: Visits, kind: engagement, on: track "home", points: 4, distinct: event.properties.session_id}
              - {name: Cart, kind: intent, on: track "add_to_cart", points: 20, half-life: 365d, cap: 60}
            """;

    @TempDir
    Path folder;

    @Test
    void aYearThroughTwoServersIsJudgedAsItsLogSays() throws Exception {
        Path file = folder.resolve("year.jsonl");
        List<String> calls = YearOfCalls.write(300, file);
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh());
                AppUnderTest other = AppUnderTest.on(one.database())) {
            Shipping.send(List.of(one, other), calls, Seeds.random(11));
            Audit.of(other)
                    .holdsOnce(YearOfCalls.messageIds(calls))
                    .isAsItsLogSays()
                    .scoresAs(file, null);
        }
    }

    @Test
    void theClickstreamThroughTheDoorsScoresAsTheFileItself() throws Exception {
        Path original = Path.of("../../shared/data/clickstream/ecom.csv.gz");
        if (!Files.exists(original)) {
            String reason = "../shared/data/clickstream is not beside the project";
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
        Path shop = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        List<String> calls = converted(original);
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh(), "cupel.contract=" + shop);
                AppUnderTest other = AppUnderTest.on(one.database())) {
            Shipping.send(List.of(one, other), calls, Seeds.random(12));
            Audit audit = Audit.of(one).isAsItsLogSays().scoresAs(original, ZoneOffset.UTC);
            assertThat(audit.leads()).isEqualTo(600);
            assertThat(audit.calls()).isEqualTo(calls.size());
        }
    }

    /** As {@code cupel convert} does it. */
    private List<String> converted(Path original) throws IOException {
        LeadFiles.Manner manner =
                new LeadFiles.Manner(Instant.now().toEpochMilli(), false, null, ZoneOffset.UTC, List.of(), false);
        Path file = folder.resolve("clicks.jsonl");
        Conversion.run(
                new Conversion.Order(List.of(original), null, Form.JSONL, false, manner),
                file,
                LeadFiles.Listener.NONE);
        return Files.readAllLines(file);
    }
}
