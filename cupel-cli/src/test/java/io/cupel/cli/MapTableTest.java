package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapTableTest {
    private static final String AGENCY = "examples/hubspot/agency.csv";

    @TempDir
    private Path folder;

    private Path map(String text) throws IOException {
        return Files.writeString(folder.resolve("map.yaml"), text);
    }

    private Run qualify(Path map, String... more) {
        String[] arguments = {"qualify", "--contract", Run.WORKSHOP, "--leads", AGENCY, "--map", map.toString()};
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Run.of(all);
    }

    @Test
    void theProposalIsUsedAsItIs() {
        Path written = folder.resolve("map.yaml");
        assertThat(Run.of("map", AGENCY, "--out", written.toString()).exit()).isEqualTo(Exit.DONE);
        Run run = qualify(written);
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("lena@quarryhill.example").doesNotContain("pia@saltworks.example");
        assertThat(run.err()).contains("1 customer is not judged anew").contains("'Demo held' is read day-first");
        assertThat(qualify(written, "--ignore-stages").out()).contains("pia@saltworks.example");
    }

    @Test
    void theProposalFitsTheTerminal() {
        for (int width : new int[] {60, 80, 120}) {
            Run run = Run.onTerminal(width, "map", AGENCY);
            assertThat(run.out().lines().filter(line -> !line.startsWith("#   cupel ")))
                    .allMatch(line -> line.length() <= width);
            assertThat(run.out()).contains("#   cupel map " + AGENCY + " --out agency.map.yaml\n");
        }
    }

    @Test
    void theProposalWrittenToAFileNamesItInItsCommand() {
        Path written = folder.resolve("my map.yaml");
        assertThat(Run.of("map", AGENCY, "--out", written.toString()).exit()).isEqualTo(Exit.DONE);
        assertThat(written)
                .content()
                .contains("--leads ../" + AGENCY + " --map '" + written + "'\n")
                .doesNotContain("cupel map ../");
    }

    @Test
    void theFaultsOfAMappingAreToldWithTheirPlaces() throws IOException {
        Run run = qualify(map("kind: leeds\ncolumns:\n  Emial: lead.email\n  Fone: lead.phone\n"));
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains("map.yaml:1:7: 'kind' is one of").contains("the mapping has 1 fault");
        run = qualify(map("columns:\n  Emial: lead.email\n  Cel: lead.phone\n"));
        assertThat(run.err()).contains("map.yaml:3:8: the table has no column 'Cel'; did you mean 'Cell'?");
    }

    @Test
    void aMappingThatIsNotThereIsAnotherMatter() {
        assertThat(qualify(folder.resolve("none.yaml")).exit()).isEqualTo(Exit.FILE);
        assertThat(Run.of("map", folder.resolve("none.csv").toString()).exit()).isEqualTo(Exit.FILE);
    }

    @Test
    void whatIsNoTableIsAFaultOfTheInput() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(Run.of("map", empty.toString()).exit()).isEqualTo(Exit.INPUT);
    }

    @Test
    void theProposalDoesNotOverwriteTheTable() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "email\na@x.example\n");
        assertThat(Run.of("map", table.toString(), "--out", table.toString()).exit())
                .isEqualTo(Exit.USAGE);
        assertThat(Files.readString(table)).startsWith("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EST           | or +01:00\n",
                "Berlin        | ; did you mean 'Europe/Berlin'?",
                "new york      | ; did you mean 'America/New_York'?",
                "Europe/Berln  | ; did you mean 'Europe/Berlin'?",
                "+25:00        | or +01:00\n",
            })
    void whatIsNoZoneIsSaidWithARemedy(String zone, String end) {
        for (String[] command : new String[][] {
            {"qualify", "--contract", Run.WORKSHOP, "--leads", AGENCY, "--zone", zone},
            {"convert", AGENCY, "--to", folder.resolve("out.csv").toString(), "--zone", zone}
        }) {
            Run run = Run.of(command);
            assertThat(run.exit()).isEqualTo(Exit.USAGE);
            assertThat(run.err())
                    .contains("'" + zone + "' is no zone: a time zone is written as Europe/Berlin, America/New_York"
                            + " or +01:00" + end.replace("or +01:00", "").replace("\\n", "\n"))
                    .doesNotContain("java.");
        }
    }

    @Test
    void datesThatCouldBeTwoDaysAskForTheOption() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "email,created\na@x.example,3/4/2026\n");
        Run run = Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", table.toString());
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains("t.csv:2: the dates of column 'created' could be", "--dates day-first");
        Run told = Run.of(
                "qualify",
                "--contract",
                Run.WORKSHOP,
                "--leads",
                table.toString(),
                "--dates",
                "month-first",
                "--zone",
                "Europe/Berlin");
        assertThat(told.exit()).isEqualTo(Exit.DONE);
        assertThat(Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", table.toString(), "--dates", "mdy")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }
}
