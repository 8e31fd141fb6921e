package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualifyTest {
    private static final String LEADS = """
            email,lead.title,company.name,company.employees,company.revenue,company.industry,company.country
            vp@fits.example,VP of Sales,"=cmd|'/C calc'!A0",100,$20M,SaaS,US
            """;
    private static final String DEMO = """
            {"type":"track","messageId":"1","userId":"vp@fits.example",\
            "timestamp":"2026-03-01T10:00:00Z","event":"Demo Requested"}
            """;

    @TempDir
    Path folder;

    private Run qualify(String leads, String events, String... more) throws Exception {
        Path leadsFile = Files.writeString(folder.resolve("leads.csv"), leads);
        Path eventsFile = Files.writeString(folder.resolve("events.jsonl"), events);
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "qualify",
                    "--contract",
                    Run.WORKSHOP,
                    "--leads",
                    leadsFile.toString(),
                    "--events",
                    eventsFile.toString()
                },
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return Run.of(all);
    }

    @Test
    void aJsonLineHasExactlyThePromisedKeysInOrder() {
        List<Map<String, Object>> lines = Run.workshop("qualify", "--format", "jsonl", "--all")
                .out()
                .lines()
                .map(JsonText::object)
                .toList();
        assertThat(lines).hasSize(16).allSatisfy(line -> {
            assertThat(line.keySet())
                    .containsExactly(
                            "lead",
                            "email",
                            "company",
                            "stage",
                            "since",
                            "score",
                            "engagement",
                            "intent",
                            "usage",
                            "fit",
                            "excluded",
                            "held",
                            "cycle",
                            "reasons",
                            "contract");
            assertThat(((Map<?, ?>) line.get("fit")).keySet().toString())
                    .isEqualTo("[verdict, points, grade, unknown]");
            ((List<?>) line.get("reasons"))
                    .forEach(reason -> assertThat(((Map<?, ?>) reason).keySet().toString())
                            .isEqualTo("[signal, points, events, last]"));
            assertThat((String) line.get("contract")).matches("b2b-workshop@[0-9a-f]{12}");
        });
    }

    @Test
    void linesAreSortedByScoreAndThenById() {
        List<String> order = Run.workshop("qualify", "--format", "jsonl")
                .out()
                .lines()
                .map(JsonText::object)
                .map(line -> line.get("score") + " " + line.get("lead"))
                .toList();
        assertThat(order)
                .containsExactly(
                        "80 u-12", "80 u-13", "70 vp@nordwind.example", "60 u-06", "60 u-14", "60 u-15", "40 u-05");
    }

    @Test
    void formulasAreHarmlessInCsv() throws Exception {
        Run run = qualify(LEADS, DEMO, "--format", "csv");
        assertThat(run.out()).contains("'=cmd|'/C calc'!A0").doesNotContain(",=cmd", "\"=cmd");
    }

    @Test
    void badRowsAreCountedAndKeptButTheirContentIsNotTold() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        Run run = qualify(LEADS, DEMO + "{\"secret-marker\": oops\n", "--rejects", rejects.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("events.jsonl:2: ", "1 row could not be read")
                .doesNotContain("secret-marker");
        assertThat(Files.readAllLines(rejects)).hasSize(2).first().isEqualTo("file,line,reason,row");
        assertThat(Files.readString(rejects)).contains("secret-marker");
    }

    @Test
    void rejectsAreJsonLinesWhereTheFileIsCalledSo() throws Exception {
        Path rejects = folder.resolve("rejects.jsonl");
        qualify(LEADS, DEMO + "oops\n", "--rejects", rejects.toString());
        Map<String, Object> row = JsonText.object(Files.readString(rejects).strip());
        assertThat(row.keySet()).containsExactly("file", "line", "reason", "row");
        assertThat(row.get("line")).isEqualTo(2L);
        assertThat(row.get("row")).isEqualTo("oops");
    }

    @Test
    void strictStopsAtTheFirstBadRow() throws Exception {
        Run run = qualify(LEADS, "secret-marker\n" + DEMO, "--strict");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("events.jsonl:1: ")
                .doesNotContain("secret-marker")
                .hasLineCount(1);
    }

    @Test
    void aFileAppearsWholeOrNotAtAll() throws Exception {
        Path out = folder.resolve("list.csv");
        Run run = qualify(LEADS, DEMO, "--format", "csv", "--out", out.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(2);
        Files.writeString(out, "precious");
        assertThat(qualify(LEADS, "oops\n", "--strict", "--out", out.toString()).exit())
                .isEqualTo(1);
        assertThat(out).hasContent("precious");
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("leads.csv", "events.jsonl", "list.csv");
        }
    }

    @Test
    void theOrderOfLinesMeansNothing() throws Exception {
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(Run.file(Run.EVENTS)));
        java.util.Collections.reverse(lines);
        Path reversed = Files.write(folder.resolve("reversed.jsonl"), lines);
        Run turned = Run.of(
                "qualify",
                "--contract",
                Run.WORKSHOP,
                "--leads",
                Run.LEADS,
                "--events",
                reversed.toString(),
                Run.EVENTS,
                "--all",
                "--format",
                "jsonl");
        assertThat(turned.out())
                .isEqualTo(Run.workshop("qualify", "--all", "--format", "jsonl").out());
    }

    @Test
    void stagesCanBeChosen() {
        Run run = Run.workshop("qualify", "--stage", "nurture,disqualified", "--format", "jsonl");
        assertThat(run.out().lines().map(line -> JsonText.object(line).get("email")))
                .containsExactly("pat@rivalsoft.example", "cro@autumnfield.example");
    }

    @Test
    void aPersonIsNotTheirControlCharacters() throws Exception {
        Run run = qualify(LEADS.replace("=cmd|'/C calc'!A0", "Evil\u001b[31m"), DEMO);
        assertThat(run.out()).contains("Evil").doesNotContain("\u001b");
    }

    @Test
    void colourOnlyOnATerminalThatWantsIt() {
        String[] command = {"qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS, "--events", Run.EVENTS};
        Map<String, String> terminal = Map.of("CUPEL_STDOUT", "terminal", "CUPEL_STDERR", "terminal", "TERM", "xterm");
        assertThat(Run.in(terminal, command).out()).contains("\u001b[1m");
        assertThat(Run.onTerminal(120, command).out()).doesNotContain("\u001b");
        assertThat(Run.of(command).out()).doesNotContain("\u001b");
    }
}
