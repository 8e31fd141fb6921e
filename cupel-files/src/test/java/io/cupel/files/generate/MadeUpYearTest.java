package io.cupel.files.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpYearTest {
    @TempDir
    private Path folder;

    @Test
    void theSamePlanMakesTheSameBytes() throws Exception {
        MadeUp one = MadeUp.of(MadeUp.plan(40, 6, 7), folder.resolve("one"));
        MadeUp other = MadeUp.of(MadeUp.plan(40, 6, 7), folder.resolve("other"));
        assertThat(one.hashes()).isEqualTo(other.hashes());
    }

    @Test
    void anotherSeedMakesAnotherYear() throws Exception {
        Map<String, String> one =
                MadeUp.of(MadeUp.plan(40, 6, 7), folder.resolve("one")).hashes();
        Map<String, String> other =
                MadeUp.of(MadeUp.plan(40, 6, 8), folder.resolve("other")).hashes();
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, hash) -> assertThat(other.get(name)).as(name).isNotEqualTo(hash));
    }

    @Test
    void aLeadDoesNotDependOnThoseBeforeIt() throws IOException {
        List<String> few =
                MadeUp.of(MadeUp.plan(20, 1, 7), folder.resolve("few")).lines("leads.csv");
        Market market = new Market(7, 20, new Year(Plan.YEAR_DEFAULT));
        Lead last = market.lead(19);
        assertThat(few).anyMatch(line -> line.contains(last.person().email()));
    }

    @Test
    void packedFilesHoldTheSame() throws Exception {
        MadeUp plain = MadeUp.of(MadeUp.plan(40, 6, 7), folder.resolve("plain"));
        Plan packing = new Plan(40, 6, 7, Plan.YEAR_DEFAULT, Plan.Format.JSONL, true);
        MadeUp packed = MadeUp.of(packing, folder.resolve("packed"));
        for (String name : List.of("leads.csv", "events.jsonl", "touches.csv", "outcomes.csv", "spend.csv")) {
            try (var in =
                    new GZIPInputStream(Files.newInputStream(packed.folder().resolve(name + ".gz")))) {
                assertThat(in.readAllBytes())
                        .as(name)
                        .isEqualTo(Files.readAllBytes(plain.folder().resolve(name)));
            }
        }
        assertThat(packed.hashes())
                .isEqualTo(MadeUp.of(packing, folder.resolve("again")).hashes());
    }

    @Test
    void aTableOfEventsHoldsAsManyAsTheLog() throws IOException {
        MadeUp log = MadeUp.of(MadeUp.plan(60, 9, 3), folder.resolve("log"));
        Plan plan = new Plan(60, 9, 3, Plan.YEAR_DEFAULT, Plan.Format.CSV, false);
        MadeUp table = MadeUp.of(plan, folder.resolve("table"));
        List<String> ids = log.lines("events.jsonl").stream()
                .map(line -> line.replaceFirst(".*\"messageId\":\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(table.rows("events.csv").stream().map(row -> row.get("message_id")))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void nothingIsLeftOfWhatFails() throws IOException {
        Path target = folder.resolve("never");
        MadeUpYear.Listener failing = (done, total) -> {
            if (done > total / 2) {
                throw new IllegalStateException("enough");
            }
        };
        assertThatThrownBy(() -> MadeUpYear.write(MadeUp.plan(40, 6, 7), target, failing))
                .hasMessage("enough");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void otherFilesOfTheFolderStayAndThoseOfAnEarlierYearGo() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        MadeUp.of(new Plan(5, 2, 1, 2024, Plan.Format.JSONL, true), folder);
        List<String> names = MadeUp.of(MadeUp.plan(5, 2, 1), folder).files().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(names)
                .containsExactly(
                        "README.md",
                        "companies.csv",
                        "events.jsonl",
                        "leads.csv",
                        "mine.txt",
                        "outcomes.csv",
                        "spend.csv",
                        "touches.csv",
                        "truth.json");
    }

    @Test
    void oneLeadWithOneEventIsAYearToo() throws IOException {
        MadeUp least = MadeUp.of(MadeUp.plan(1, 1, 7), folder.resolve("least"));
        assertThat(least.lines("leads.csv")).hasSize(2);
        assertThat(least.lines("events.jsonl").get(0)).contains("\"identify\"");
    }

    @Test
    void plansBeyondTheLimitsAreRefused() {
        assertThatThrownBy(() -> MadeUp.plan(0, 1, 7)).hasMessage("leads is from 1 to 20000000, not 0");
        assertThatThrownBy(() -> MadeUp.plan(1, 10_001, 7)).hasMessageContaining("events-per-lead is from 1 to 10000");
        assertThatThrownBy(() -> new Plan(1, 1, 7, 1989, Plan.Format.CSV, false))
                .hasMessageContaining("year");
    }

    @Test
    void nobodyIsReal() throws IOException {
        MadeUp made = MadeUp.of(MadeUp.plan(3_000, 1, 11), folder.resolve("many"));
        assertThat(made.rows("companies.csv").stream().map(row -> row.get("domain")))
                .allMatch(domain -> domain.endsWith(".example"))
                .doesNotHaveDuplicates();
        assertThat(made.rows("leads.csv").stream().map(row -> row.get("email")))
                .allMatch(email -> email.endsWith(".example")
                        || email.endsWith(".EXAMPLE")
                        || email.contains("demo")
                        || email.contains("DEMO"));
    }

    @Test
    void noAddressIsTwoPeoples() throws IOException {
        MadeUp made = MadeUp.of(MadeUp.plan(20_000, 1, 5), folder.resolve("many"));
        List<String> firstRows = made.rows("leads.csv").stream()
                .filter(row -> !row.get("source").equals("import"))
                .map(row -> row.get("email"))
                .collect(Collectors.toList());
        assertThat(firstRows).hasSize(20_000).doesNotHaveDuplicates();
    }

    @Test
    void allHappensWithinTheYear() throws IOException {
        MadeUp made = MadeUp.of(new Plan(300, 20, 5, 2023, Plan.Format.JSONL, false), folder.resolve("year"));
        for (String table : List.of("touches.csv", "outcomes.csv")) {
            assertThat(made.rows(table))
                    .isNotEmpty()
                    .allMatch(row -> row.get("at").startsWith("2023-"));
        }
        assertThat(made.rows("leads.csv")).allMatch(row -> row.get("created").startsWith("2023-"));
        assertThat(made.rows("spend.csv")).allMatch(row -> row.get("month").startsWith("2023-"));
    }

    @Test
    void rulingsOfALeadFollowEachOther() throws IOException {
        MadeUp made = MadeUp.of(MadeUp.plan(2_000, 8, 5), folder.resolve("sales"));
        List<String> order = List.of("rejected accepted", "sql", "opportunity", "won lost");
        Map<String, List<Map<String, String>>> byLead =
                made.rows("outcomes.csv").stream().collect(Collectors.groupingBy(row -> row.get("lead")));
        byLead.values().forEach(rulings -> {
            for (int i = 1; i < rulings.size(); i++) {
                assertThat(rulings.get(i).get("at"))
                        .isGreaterThan(rulings.get(i - 1).get("at"));
                assertThat(place(order, rulings.get(i))).isGreaterThan(place(order, rulings.get(i - 1)));
            }
            assertThat(place(order, rulings.get(0))).isZero();
        });
    }

    private static int place(List<String> order, Map<String, String> ruling) {
        return order.indexOf(order.stream()
                .filter(each -> each.contains(ruling.get("decision")))
                .findFirst()
                .orElseThrow());
    }
}
