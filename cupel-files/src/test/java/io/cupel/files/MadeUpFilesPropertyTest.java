package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import io.cupel.files.generate.Written;
import io.cupel.testkit.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a made-up year says of itself is what the readers find in it. */
class MadeUpFilesPropertyTest {
    private static final List<Plan.Format> FORMATS = List.of(Plan.Format.values());

    @TempDir
    private Path folder;

    @Test
    void theTruthCountsWhatTheReadersCount() {
        Seeds.cases(12).check((seed, random) -> {
            Path year = folder.resolve("year" + seed);
            Plan.Format format = FORMATS.get(random.nextInt(FORMATS.size()));
            int leads = 1 + random.nextInt(300);
            Plan plan = new Plan(leads, 1 + random.nextInt(30), random.nextLong(), 2025, format, random.nextBoolean());
            Written written = MadeUpYear.write(plan, year, MadeUpYear.Listener.NONE);
            Map<?, ?> truth = (Map<?, ?>)
                    Objects.requireNonNull(new JsonTree().read(Files.readString(year.resolve("truth.json"))));
            String gz = plan.isPacked() ? ".gz" : "";
            Desk desk = new Desk(folder);
            LeadFiles.Input input = new LeadFiles.Input(
                    List.of(year.resolve(written.folderNames().leads())),
                    List.of(year.resolve(written.folderNames().events())),
                    List.of(year.resolve("touches.csv" + gz)),
                    List.of(year.resolve("outcomes.csv" + gz)),
                    LeadFiles.Manner.plain(Desk.NOW, false));
            Counts counts = LeadFiles.read(Desk.contract(), input, desk).counts();
            assertThat(counts.leads()).isEqualTo(plan.leads());
            assertCounts(truth, written, counts);
            assertThat(counts.rejections()).isEqualTo(number(part(truth, "rejected"), "is not JSON"));
            assertThat(desk.reasons()).allMatch(reason -> reason.startsWith("is not JSON"));
            SpendFiles.Result spend = SpendFiles.read(
                    List.of(year.resolve("spend.csv" + gz)), LeadFiles.Manner.plain(Desk.NOW, true), desk);
            assertThat(spend.spends()).hasSize((int) written.spend());
        });
    }

    @Test
    void everyFormTellsTheSame() {
        Seeds.cases(3).check((seed, random) -> {
            List<List<String>> told = new ArrayList<>();
            for (Plan.Format format : FORMATS) {
                Path year = folder.resolve(format.written() + seed);
                Plan plan = new Plan(80, 12, seed, 2025, format, false);
                Written written = MadeUpYear.write(plan, year, MadeUpYear.Listener.NONE);
                LeadFiles.Input input = new LeadFiles.Input(
                        List.of(year.resolve("leads.csv")),
                        List.of(year.resolve(written.folderNames().events())),
                        LeadFiles.Manner.plain(Desk.NOW, false));
                List<String> lines = Desk.describe(LeadFiles.read(Desk.contract(), input, new Desk(folder)));
                told.add(lines.subList(1, lines.size())); // the first counts, also a torn line of JSON
            }
            assertThat(told.get(1)).isEqualTo(told.get(0));
            assertThat(told.get(2)).isEqualTo(told.get(0));
        });
    }

    private static void assertCounts(Map<?, ?> truth, Written written, Counts counts) {
        Map<?, ?> events = part(truth, "events");
        long acts = written.touches() + written.outcomes();
        long once = number(events, "of_leads") + number(events, "of_visitors") + number(events, "scanner_clicks");
        long copies = number(events, "exact_duplicates") + number(events, "resent_later");
        long differing = number(events, "conflicting_ids");
        assertThat(counts.rows()).isEqualTo(written.leads());
        assertThat(counts.calls()).isEqualTo(once + acts);
        assertThat(counts.duplicates()).isEqualTo(copies + differing);
        assertThat(counts.differing()).isEqualTo(differing);
        assertThat(counts.visitors()).isEqualTo(number(part(truth, "people"), "anonymous_visitors"));
        assertThat(once + copies + differing).isEqualTo(written.events());
    }

    @Test
    void everyColumnOfTheTablesIsUsedOrOfPeopleAndMoney() throws Exception {
        Desk desk = new Desk(folder);
        Plan plan = new Plan(50, 2, 7, 2025, Plan.Format.JSONL, false);
        MadeUpYear.write(plan, folder.resolve("year"), MadeUpYear.Listener.NONE);
        Path leads = folder.resolve("year/leads.csv");
        Path companies = folder.resolve("year/companies.csv");
        LeadFiles.read(
                Desk.contract(),
                new LeadFiles.Input(List.of(leads, companies), List.of(), LeadFiles.Manner.plain(Desk.NOW, false)),
                desk);
        assertThat(desk.notes.get(0)).endsWith("not used: first_name, last_name, source, campaign");
        assertThat(desk.notes.get(1)).contains("a plain table of companies").doesNotContain("not used");
        assertThat(desk.notes).hasSize(2);
    }

    private static Map<?, ?> part(Map<?, ?> of, String name) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(name));
    }

    private static long number(Map<?, ?> of, String name) {
        return (Long) Objects.requireNonNull(of.get(name));
    }
}
