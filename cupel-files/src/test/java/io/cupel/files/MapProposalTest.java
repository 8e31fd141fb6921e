package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapProposalTest {
    @TempDir
    private Path folder;

    private List<String> proposal(String... lines) throws IOException {
        return MapProposal.of(Files.write(folder.resolve("t.csv"), List.of(lines)));
    }

    @Test
    void eachColumnIsProposedWithItsReason() throws Exception {
        assertThat(proposal(
                        "Lead ID,Contact Name,Emial,Mobile,Asked for demo on,Status,Notes",
                        "LD-1,Vera V,vera@nord.example,+49 30 123456,26-02-2026,GOOD_LEAD,call +49 30 123456",
                        "LD-2,Otto O,otto@nord.example,+49 30 123457,01-03-2026,SALE_DONE,mail otto@nord.example",
                        "LD-3,Ina I,ina@nord.example,+49 30 123458,02-03-2026,SALE_DONE,mail ina@nord.example"))
                .contains(
                        "# 3 rows, 7 columns",
                        "# 'Asked for demo on' is day-first: 26-02-2026 (line 2) can be nothing else",
                        "  Contact Name: ignore                       # not used",
                        "  Lead ID: id                                # by its name",
                        "  Emial: lead.email                          # looks like e-mail addresses in 3 of 3 rows",
                        "  Notes: ignore                              # not used",
                        "  SALE_DONE: customer                        # 2 rows; by the word 'sale'",
                        "  GOOD_LEAD: lead                            # 1 row; by the word 'good'")
                .anyMatch(line -> line.startsWith("  Asked for demo on: track \"Demo Requested\""));
    }

    @Test
    void nothingThatIsSomebodysIsShown() throws Exception {
        String all = String.join(
                "\n",
                proposal(
                        "vera@nord.example,+49 30 123456,Status",
                        "a@x.example,+49 30 1,Call Vera Vogel at +49 30 123456",
                        "b@x.example,+49 30 2,b@x.example is away"));
        assertThat(all).doesNotContain("vera", "Vera", "123456", "x.example");
    }

    @Test
    void datesInDoubtAreSaidAndNotDecided() throws Exception {
        assertThat(proposal("Email,Created", "a@x.example,3/4/2026", "b@x.example,5/6/2026"))
                .contains(
                        "# 'Created' could be day-first or month-first: 3/4/2026 (line 2)",
                        "# dates: day-first   # or month-first");
    }

    @Test
    void aTableWithoutIdsHasThePlacesOfItsRows() throws Exception {
        assertThat(proposal("age,y", "30,yes", "40,no", "31,no"))
                .anyMatch(line -> line.startsWith("id: row"))
                .anyMatch(line -> line.startsWith("  yes: customer"));
    }

    @Test
    void tablesOfEventsTouchesOutcomesAndSpendAreTold() throws Exception {
        assertThat(proposal("user_id,event,timestamp", "u,x,2026-03-01 10:00"))
                .anyMatch(line -> line.startsWith("kind: events"));
        assertThat(proposal("lead,at,channel,direction", "u,2026-03-01 10:00,call,outbound"))
                .anyMatch(line -> line.startsWith("kind: touches"));
        assertThat(proposal("lead,at,decision", "u,2026-03-01 10:00,won"))
                .anyMatch(line -> line.startsWith("kind: outcomes"));
        assertThat(proposal("month,source,amount", "2026-03,google,5"))
                .anyMatch(line -> line.startsWith("kind: spend"));
    }

    @Test
    void everyProposalForASampleIsAcceptedAndReadsItsTable() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Samples.folder("."))) {
            files = all.filter(path -> path.toString().matches(".*(csv|csv\\.gz)"))
                    .filter(path -> !path.toString().contains("/lists/")
                            && !path.toString().contains("/scorecards/"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            List<String> lines = MapProposal.of(file);
            Desk desk = new Desk(folder).map(lines.toArray(String[]::new));
            boolean isOfEvents = lines.stream().anyMatch(line -> line.startsWith("kind: events"));
            Counts counts = (isOfEvents ? desk.eventFile(file) : desk.leadFile(file))
                    .read()
                    .counts();
            assertThat(counts.rows() + counts.calls() + counts.duplicates())
                    .as(file.toString())
                    .isPositive();
            assertThat(String.join("\n", lines).getBytes(StandardCharsets.UTF_8).length)
                    .as(file.toString())
                    .isLessThan(10_000);
        }
        assertThat(files).hasSizeGreaterThan(15);
    }
}
