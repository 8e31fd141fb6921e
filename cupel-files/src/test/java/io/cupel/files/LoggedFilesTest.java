package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedFilesTest {
    private static final String ADA = page(1, "2026-02-03T10:00:00Z", "m-1", "ada");
    private static final String BOB = page(2, "2026-02-03T10:00:00Z", "m-2", "bob");
    private static final String ADA_LATE = page(7, "2026-02-05T08:00:00Z", "m-3", "ada");
    private static final String PLAIN = """
            {"type":"page","messageId":"m-9","userId":"eve","timestamp":"2026-02-01T00:00:00Z"}""";

    @TempDir
    Path folder;

    private static String page(long position, String received, String id, String user) {
        String call = """
                {"logPosition":%d,"receivedAt":"%s","keyOrigin":"server","messageId":"%s","type":"page",\
                "userId":"%s","timestamp":"2026-02-01T09:00:00Z","properties":{"path":"/pricing"}}""";
        return call.formatted(position, received, id, user);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static Population read(LogOrder order, List<Path> leads, Path... events) throws IOException {
        return LeadFiles.read(
                Desk.contract(),
                new LeadFiles.Input(leads, List.of(events), LeadFiles.Manner.plain(Desk.NOW, false)),
                order,
                LeadFiles.Listener.NONE);
    }

    private static Population read(Path... events) throws IOException {
        return read(LogOrder.HONOURED, List.of(), events);
    }

    @Test
    void callsWithPositionsAreTakenInTheirOrderWhateverThatOfLinesAndFiles() throws IOException {
        Population population = read(file("b.jsonl", ADA_LATE, BOB), file("a.jsonl", ADA));
        assertThat(population.isInLogOrder()).isTrue();
        assertThat(population.size()).isEqualTo(2);
        assertThat(population.newest())
                .isEqualTo(Instant.parse("2026-02-05T08:00:00Z").toEpochMilli());
        assertThat(population.find("ada").orElseThrow().events()).hasSize(2);
        assertThat(population.files()).allMatch(file -> file.rejected() == 0 && file.duplicates() == 0);
    }

    @Test
    void callsWithoutPositionsAreInNoLogOrder() throws IOException {
        assertThat(read(file("a.jsonl", PLAIN)).isInLogOrder()).isFalse();
    }

    @Test
    void theLogIsReadUpToTheInstantAskedFor() throws IOException {
        LogOrder until =
                new LogOrder(false, Instant.parse("2026-02-04T00:00:00Z").toEpochMilli());
        Population population = read(until, List.of(), file("a.jsonl", ADA, BOB, ADA_LATE));
        assertThat(population.find("ada").orElseThrow().events()).hasSize(1);
    }

    @Test
    void anEntryThatTwoExportsHoldCountsOnce() throws IOException {
        Population population = read(file("a.jsonl", ADA, BOB), file("b.jsonl", BOB, ADA_LATE));
        assertThat(population.counts().calls()).isEqualTo(3);
        assertThat(population.files().get(1).duplicates()).isEqualTo(1);
    }

    @Test
    void aCallWithoutPositionAmongOthersIsAFault() throws IOException {
        Path mixed = file("a.jsonl", ADA, PLAIN);
        assertThatThrownBy(() -> read(mixed))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("a.jsonl:2: has no log position, and calls before it have; export the log anew")
                .hasMessageContaining("--ignore-positions");
    }

    @Test
    void aCallWithPositionAmongOthersIsAFault() throws IOException {
        Path mixed = file("a.jsonl", PLAIN, ADA);
        assertThatThrownBy(() -> read(mixed))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("a.jsonl:2: has a log position, and calls before it have none; export");
    }

    @Test
    void aFileWithoutPositionsBesideOneWithThemIsAFault() throws IOException {
        Path logged = file("a.jsonl", ADA);
        Path plain = file("b.jsonl", PLAIN);
        assertThatThrownBy(() -> read(logged, plain))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("b.jsonl: tells no log positions, but ");
    }

    @Test
    void aTableOfLeadsBesideALogIsAFault() throws IOException {
        Path logged = file("a.jsonl", ADA);
        Path leads = file("leads.csv", "user_id,title", "ada,CEO");
        assertThatThrownBy(() -> read(LogOrder.HONOURED, List.of(leads), logged))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("leads.csv: has no place in the log of ")
                .hasMessageContaining("leave it out");
    }

    @Test
    void positionsCanBeIgnored() throws IOException {
        Path mixed = file("a.jsonl", ADA, PLAIN);
        Path leads = file("leads.csv", "user_id,title", "ada,CEO");
        Population population = read(new LogOrder(true, null), List.of(leads), mixed);
        assertThat(population.isInLogOrder()).isFalse();
        assertThat(population.counts().calls()).isEqualTo(2);
    }

    @Test
    void onePositionOfTwoCallsIsAFault() throws IOException {
        Path twice = file("a.jsonl", ADA, page(1, "2026-02-03T10:00:00Z", "m-5", "eve"));
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("a.jsonl:2: has log position 1, as another call has at ")
                .hasMessageContaining("a.jsonl:1; exports of one server alone make a log");
    }

    @Test
    void oneMessageAtTwoPositionsIsAFault() throws IOException {
        Path twice = file("a.jsonl", ADA, page(3, "2026-02-03T10:00:00Z", "m-1", "ada"));
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("a.jsonl:2: has the message id of the call at log position 1");
    }

    @Test
    void aTimeOfReceiptThatFallsIsAFault() throws IOException {
        Path falling = file("a.jsonl", ADA, page(2, "2026-02-03T09:59:59.999Z", "m-2", "bob"));
        assertThatThrownBy(() -> read(falling))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining(
                        "a.jsonl:2: has log position 2, but was received before a call that has a smaller");
    }

    @Test
    void aPositionThatIsNoNumberOrHasNoTimeOfReceiptIsAFault() throws IOException {
        Path none = file("a.jsonl", ADA.replace("\"logPosition\":1", "\"logPosition\":\"first\""));
        assertThatThrownBy(() -> read(none))
                .hasMessageContaining("a.jsonl:1: has a log position that is no whole number");
        Path unreceived = file("b.jsonl", ADA.replace("\"receivedAt\":\"2026-02-03T10:00:00Z\",", ""));
        assertThatThrownBy(() -> read(unreceived))
                .hasMessageContaining("b.jsonl:1: has a log position, but no receivedAt");
    }

    @Test
    void conversionKeepsPositionsInEveryForm() throws IOException {
        Path log = file("a.jsonl", ADA, BOB, ADA_LATE);
        List<String> wanted = Desk.describe(read(log));
        for (Form form : Form.values()) {
            Path table = converted(log, form, "table-" + form.written());
            assertThat(Desk.describe(read(table))).as(form.written()).isEqualTo(wanted);
            assertThat(read(table).isInLogOrder()).isTrue();
            assertThat(Files.readAllLines(converted(table, Form.JSONL, "back-" + form.written())))
                    .allMatch(line -> line.contains("\"logPosition\":") && line.contains("\"keyOrigin\":\"server\""));
        }
        assertThat(Files.readAllLines(folder.resolve("table-csv")).get(0))
                .startsWith("\"log_position\",key_origin,message_id,");
    }

    private Path converted(Path file, Form form, String name) throws IOException {
        Path target = folder.resolve(name);
        LeadFiles.Manner manner = new LeadFiles.Manner(Desk.NOW, false, null, ZoneOffset.UTC, List.of(), false);
        Conversion.run(
                new Conversion.Order(List.of(file), Kind.EVENTS, form, false, manner), target, LeadFiles.Listener.NONE);
        return target;
    }

    @Test
    void theOrderOfLinesMakesNoDifference() throws IOException {
        List<String> lines = new ArrayList<>(List.of(ADA, BOB, ADA_LATE));
        List<String> wanted = Desk.describe(read(file("a.jsonl", lines.toArray(String[]::new))));
        Collections.reverse(lines);
        assertThat(Desk.describe(read(file("b.jsonl", lines.toArray(String[]::new)))))
                .isEqualTo(wanted);
    }
}
