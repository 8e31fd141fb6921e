package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.files.text.Source;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that tell what happened when. */
class SampleHistoriesTest {
    @TempDir
    private Path folder;

    private static LeadFiles.Manner by(Path... maps) {
        return new LeadFiles.Manner(Desk.NOW, false, null, ZoneOffset.UTC, List.of(maps), false);
    }

    private Population clicks(Path file) throws IOException {
        LeadFiles.Input input = new LeadFiles.Input(List.of(), List.of(file), by());
        return LeadFiles.read(Desk.contract(), input, new Desk(folder));
    }

    @Test
    void theOrderOfTheClickstreamMeansNothing() throws Exception {
        Path file = Samples.folder("clickstream").resolve("ecom.csv.gz");
        Population ordered = clicks(file);
        assertThat(ordered.counts().calls() + ordered.counts().duplicates()).isEqualTo(31_106);
        assertThat(ordered.evidence()).hasSize(600);

        List<String> lines;
        try (InputStream in = Source.open(file, Files::newInputStream)) {
            lines = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        String header = lines.remove(0);
        Collections.shuffle(lines, Seeds.random(1));
        lines.add(0, header);
        Population shuffled = clicks(Files.write(folder.resolve("shuffled.csv"), lines));
        assertThat(Desk.describe(shuffled).equals(Desk.describe(ordered)))
                .as("the same leads with the same events")
                .isTrue();
    }

    /** The mapping that is proposed, with the ids of the funnel taken for user ids. */
    private Path proposed(Path file) throws IOException {
        List<String> lines = MapProposal.of(file).stream()
                .map(line -> line.replace("mql_id: id ", "mql_id: user_id "))
                .toList();
        return Files.write(folder.resolve(file.getFileName() + ".yaml"), lines);
    }

    @Test
    void theColumnProvesThatItsDatesAreDayFirst() throws Exception {
        Path leads = Samples.folder("olist-funnel").resolve("olist_marketing_qualified_leads_dataset.csv");
        Desk desk = new Desk(folder);
        LeadFiles.Input input = new LeadFiles.Input(List.of(leads), List.of(), by(proposed(leads)));
        Population population = LeadFiles.read(Desk.contract(), input, desk);
        assertThat(desk.notes).anyMatch(note -> note.contains("'first_contact_date' is read day-first"));
        assertThat(population.counts().rows()).isEqualTo(8_000);
        // Read month-first, the days would fall on the first twelve of each month.
        assertThat(population.evidence().stream()
                        .map(Evidence::own)
                        .flatMap(log -> log.told().stream())
                        .map(Told::at)
                        .map(at ->
                                Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).getDayOfMonth())
                        .distinct())
                .hasSize(31);
    }

    @Test
    void theDealWonBeforeItsFirstContactIsReported() throws Exception {
        Path funnel = Samples.folder("olist-funnel");
        Path leads = funnel.resolve("olist_marketing_qualified_leads_dataset.csv");
        Path deals = funnel.resolve("olist_closed_deals_dataset.csv");
        Path map = Files.write(
                folder.resolve("deals.yaml"),
                List.of(
                        "kind: outcomes",
                        "columns:",
                        "  mql_id: lead",
                        "  won_date: at",
                        "constants:",
                        "  decision: won"));
        Desk desk = new Desk(folder);
        LeadFiles.Input input =
                new LeadFiles.Input(List.of(leads), List.of(), List.of(), List.of(deals), by(proposed(leads), map));
        Counts counts = LeadFiles.read(Desk.contract(), input, desk).counts();
        assertThat(counts.rows()).isEqualTo(8_000);
        assertThat(counts.calls() + counts.duplicates() + counts.rejections()).isEqualTo(842);
        assertThat(desk.notes).anyMatch(note -> note.startsWith("1 outcome (won, "));
    }

    @Test
    void theSameIsReportedWhereTheDealsAreReadAsTheirProposedMappingSays() throws Exception {
        Path funnel = Samples.folder("olist-funnel");
        Path leads = funnel.resolve("olist_marketing_qualified_leads_dataset.csv");
        Path deals = funnel.resolve("olist_closed_deals_dataset.csv");
        Path won = Files.write(folder.resolve("won.yaml"), MapProposal.of(deals));
        Path contacts = Files.write(folder.resolve("contacts.yaml"), MapProposal.of(leads));
        Desk desk = new Desk(folder);
        LeadFiles.Input input = new LeadFiles.Input(List.of(leads, deals), List.of(), by(contacts, won));
        LeadFiles.read(Desk.contract(), input, desk);
        assertThat(desk.notes).anyMatch(note -> note.startsWith("1 outcome (won, " + deals));
    }
}
