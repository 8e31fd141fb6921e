package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say, their calls say: read by the doors, kept in a log, read again. */
class ImportFilesTest {
    private static final Receipt RECEIPT = Receipt.ofImport(Desk.NOW);
    private static final String HUBSPOT = """
            Record ID,Email,Additional email addresses,Job Title,Phone Number,Lifecycle Stage,Lead Status,Create Date,\
            Last Modified Date,Company Name,Number of Employees,Annual Revenue,Website URL,Unsubscribed from all email,\
            First Conversion,First Conversion Date,Last marketing email click date,Last Contacted,persona
            501,ann@acme.example,ann.lee@acme.example,VP of Sales,+49 30 1234567,Customer,,2025-01-20 10:00,\
            2025-05-01 10:00,Acme,51-200,$5M-10M,acme.example,,Demo request,2025-01-21 11:00,2025-02-01 09:00,\
            2025-03-01 12:00,buyer
            502,,,CRO,030 555,Lead,,,,Bolt,240,,,yes,,,,,
            503,info@bolt.example,,,,,Unqualified,2025-02-02 08:00,,Bolt,10001+,1200000,bolt.example,no,,,,,
            501,ann@acme.example,,Chief Revenue Officer,,Customer,,2025-01-20 10:00,2025-06-01 10:00,,,,,,,,,,
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<ImportFiles.Call> calls(Path... files) throws IOException {
        List<ImportFiles.Call> calls = new ArrayList<>();
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        Set<String> differing = ImportFiles.read(
                        Desk.contract(),
                        new ImportFiles.Input(List.of(files), null, manner),
                        LeadFiles.Listener.NONE,
                        call -> {})
                .differing();
        ImportFiles.read(
                Desk.contract(),
                new ImportFiles.Input(List.of(files), null, manner, differing),
                LeadFiles.Listener.NONE,
                calls::add);
        calls.removeIf(call -> call.turn() == ImportFiles.Turn.WAITS);
        return calls;
    }

    /** As the log keeps them, each message once. */
    private static List<String> logged(List<ImportFiles.Call> calls, Receipt receipt) throws Refusal {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int from = 0; from < calls.size(); from += 10) {
            String batch = calls.subList(from, Math.min(calls.size(), from + 10)).stream()
                    .map(ImportFiles.Call::text)
                    .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
            for (LiveCall call :
                    RequestCalls.of(batch.getBytes(StandardCharsets.UTF_8)).read(receipt)) {
                assertThat(call).as(call.toString()).isInstanceOf(LiveCall.Accepted.class);
                LiveCall.Accepted accepted = (LiveCall.Accepted) call;
                kept.putIfAbsent(accepted.messageId(), accepted.text());
            }
        }
        return List.copyOf(kept.values());
    }

    private static List<Sighting> sightings(List<String> logged) throws Refusal {
        LoggedCalls reader = new LoggedCalls(Desk.contract());
        List<Sighting> sightings = new ArrayList<>();
        for (String call : logged) {
            sightings.add(reader.read(call, Desk.NOW, Origin.IMPORT));
        }
        return sightings;
    }

    /** All that can be seen of leads, but for the order of rows as it is written. */
    private static List<String> describe(List<Evidence> evidence) {
        List<String> lines = new ArrayList<>();
        for (Evidence lead : evidence) {
            lines.add(lead.lead() + " " + lead.events());
            lines.add(" " + describe(lead.own()));
            lines.add(" " + lead.acts() + " " + Set.copyOf(lead.crm()));
            lead.company().forEach(belongs -> lines.add(" " + belongs.since() + " " + describe(belongs.log())));
        }
        return lines;
    }

    private static List<String> describe(AttributeLog log) {
        return log.told().stream()
                .map(told -> told.at() + " " + told.fromRow() + " " + new TreeMap<>(told.values()))
                .toList();
    }

    private static Population qualified(Path... files) throws IOException {
        Map<Kind, List<Path>> kinds = new LinkedHashMap<>();
        for (Path file : files) {
            kinds.computeIfAbsent(KindOf.file(file, TableMaps.read(List.of())), kind -> new ArrayList<>())
                    .add(file);
        }
        return LeadFiles.read(
                Desk.contract(),
                new LeadFiles.Input(
                        kinds.getOrDefault(Kind.LEADS, List.of()),
                        kinds.getOrDefault(Kind.EVENTS, List.of()),
                        kinds.getOrDefault(Kind.TOUCHES, List.of()),
                        kinds.getOrDefault(Kind.OUTCOMES, List.of()),
                        LeadFiles.Manner.plain(Desk.NOW, false)),
                LeadFiles.Listener.NONE);
    }

    private static void expectTheSame(Path... files) throws IOException, Refusal {
        List<String> wanted = describe(qualified(files).evidence());
        List<Sighting> sightings = sightings(logged(calls(files), RECEIPT));
        assertThat(sightings)
                .allMatch(each -> each.keys().isEmpty() || each.keys().origin() == Origin.IMPORT);
        assertThat(describe(Gathering.of(sightings).evidence())).isEqualTo(wanted);
        LogReplay replay = new LogReplay(Judge.of(Desk.contract()));
        long position = 0;
        for (Sighting sighting : sightings) {
            replay.take(++position, Desk.NOW, sighting);
        }
        assertThat(describe(replay.evidence())).as("by a register").isEqualTo(wanted);
    }

    @Test
    void anExportSaysInTheLogWhatItSaysAsAFile() throws Exception {
        expectTheSame(file("hubspot.csv", HUBSPOT));
    }

    @Test
    void companiesAndDealsSayTheSameToo() throws Exception {
        expectTheSame(
                file(
                        "hubspot.csv",
                        HUBSPOT.strip()
                                .replaceAll("(?m)$", ",71")
                                .replaceFirst("persona,71", "persona,Primary Associated Company ID")),
                file("companies.csv", """
                        Record ID,Company name,Company Domain Name,Number of Employees,Industry,Create Date,\
                        Company owner
                        71,Acme,,300,Software,2025-01-01,Bo
                        72,Bolt,bolt.example,12,Retail,,Bo
                        """),
                file("deals.csv", """
                        Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Contact IDs,Deal owner
                        9,Acme big,Closed Won,"12,500.50",2025-03-01,2025-04-01,501,Bo
                        10,Bolt,Appointment,,2025-03-02,,503;502,Bo
                        """));
    }

    @Test
    void aMadeUpYearSaysTheSame() throws Exception {
        Path year = folder.resolve("year");
        MadeUpYear.write(
                new Plan(60, 12, 5, Plan.YEAR_DEFAULT, Plan.Format.JSONL, false), year, MadeUpYear.Listener.NONE);
        expectTheSame(
                year.resolve("leads.csv"),
                year.resolve("companies.csv"),
                year.resolve("events.jsonl"),
                year.resolve("touches.csv"),
                year.resolve("outcomes.csv"),
                year.resolve("spend.csv"));
    }

    @Test
    void theSampleExportsSayTheSame() throws Exception {
        for (Path file : Samples.files(Samples.folder("crm-exports"), ".csv")) {
            try {
                qualified(file);
            } catch (FileFault fault) {
                continue; // it needs a mapping
            }
            expectTheSame(file);
        }
    }

    private static Set<String> ids(List<ImportFiles.Call> calls) {
        return calls.stream().map(ImportFiles.Call::messageId).collect(Collectors.toSet());
    }

    @Test
    void aLongerCopyOfAFileTellsOnlyItsNewRows() throws Exception {
        Set<String> first = ids(calls(file("a.csv", HUBSPOT)));
        String more = HUBSPOT.replaceFirst("\n502", "\n600,eve@x.example,,,,,,,,,,,,,,,,,\n502");
        Set<String> longer = ids(calls(file("b.csv", "A report" + "\n\n" + more)));
        assertThat(longer).containsAll(first).hasSize(first.size() + 1);
        assertThat(ids(calls(file("other.csv", "user_id\nu1\n"), file("a.csv", HUBSPOT))))
                .containsAll(first);
    }

    @Test
    void aRowThatWasChangedIsToldAnew() throws Exception {
        Set<String> first = ids(calls(file("a.csv", HUBSPOT)));
        String changed = HUBSPOT.replace("2025-05-01 10:00", "2025-05-02 10:00");
        assertThat(ids(calls(file("a.csv", changed)))).isNotEqualTo(first).hasSameSizeAs(first);
    }

    @Test
    void ofTwoImportsTheLaterHasTheLastWord() throws Exception {
        List<String> log = new ArrayList<>(logged(
                calls(file("new.csv", "email,title,created\nann@acme.example,CEO,2025-01-20\n")),
                Receipt.ofImport(Desk.NOW - 1_000)));
        log.addAll(logged(
                calls(file("old.csv", "x\n\n\nemail,title,created\nann@acme.example,VP,2025-01-20\n")), RECEIPT));
        Evidence ann = Gathering.of(sightings(log)).evidence().get(0);
        assertThat(Desk.profile(ann)).containsEntry("lead.title", "VP");
        Collections.reverse(log);
        assertThat(Desk.profile(Gathering.of(sightings(log)).evidence().get(0))).containsEntry("lead.title", "VP");
    }

    @Test
    void whenACallWasSentThenSaysNothingNow() throws Exception {
        String call = """
                {"type":"page","userId":"%s","timestamp":"2026-02-01T09:00:00Z","sentAt":"2026-02-01T09:00:05Z"%s}
                """;
        List<ImportFiles.Call> calls = calls(
                file("a.jsonl", call.formatted("a", "")),
                file("b.jsonl", call.formatted("b", ",\"receivedAt\":\"2026-02-01T09:01:05Z\"")));
        assertThat(calls.get(0).text()).doesNotContain("sentAt");
        assertThat(calls.get(1).text()).contains("sentAt");
        expectTheSame(folder.resolve("a.jsonl"), folder.resolve("b.jsonl"));
    }

    @Test
    void ofCopiesThatDifferTheOneOfTheFilesCounts() throws Exception {
        String call = """
                {"type":"page","messageId":"m","userId":"u","timestamp":"2026-02-0%dT09:00:00Z",\
                "properties":{"path":"%s"}}
                """;
        String log = call.formatted(3, "/a") + call.formatted(2, "/c") + call.formatted(2, "/b");
        expectTheSame(file("a.jsonl", log));
        assertThat(calls(folder.resolve("a.jsonl"))).hasSize(1);
        expectTheSame(file("b.jsonl", log + log + call.formatted(2, "/0").replace("\"m\"", "\"n\"")));
    }

    @Test
    void idsWithoutASystemAreThoseOfTheTablesBeside() throws Exception {
        expectTheSame(
                file("hubspot.csv", HUBSPOT),
                file("events.jsonl", """
                        {"type":"page","lead":"502","timestamp":"2026-02-01T09:00:00Z","properties":{"path":"/a"}}
                        {"type":"page","lead":901,"timestamp":"2026-02-01T09:00:00Z","properties":{"path":"/b"}}
                        """),
                file("touches.csv", "lead,at,channel,direction\n501,2026-03-06,call,outbound\n"),
                file("outcomes.csv", "lead,at,decision\n502,2026-03-07,rejected\nnew@x.example,2026-03-08,won\n"));
    }

    @Test
    void aPageCannotSayThatItIsAnExport() throws Exception {
        String call = calls(file("hubspot.csv", HUBSPOT)).get(0).text();
        LiveCall said = RequestCalls.of(call.getBytes(StandardCharsets.UTF_8))
                .read(new Receipt(Desk.NOW, true, null))
                .get(0);
        assertThat(said).isInstanceOf(LiveCall.Refused.class);
        assertThat(((LiveCall.Refused) said).reason()).isEqualTo(Reason.NOT_FROM_BROWSER);
    }

    @Test
    void anExportedLogSaysTheSameInEveryForm() throws Exception {
        List<String> log = logged(calls(file("hubspot.csv", HUBSPOT)), RECEIPT);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            lines.add(
                    "{\"logPosition\":" + (i + 1) + ",\"receivedAt\":\"2026-06-01T00:00:00Z\",\"keyOrigin\":\"import\","
                            + log.get(i).substring(1));
        }
        Path file = file("log.jsonl", String.join("\n", lines) + "\n");
        List<String> wanted = describe(qualified(folder.resolve("hubspot.csv")).evidence());
        assertThat(describe(qualified(file).evidence())).isEqualTo(wanted);
        for (Form form : List.of(Form.CSV, Form.PARQUET)) {
            Path other = folder.resolve("log." + form.written());
            Conversion.run(
                    new Conversion.Order(List.of(file), null, form, false, LeadFiles.Manner.plain(Desk.NOW, true)),
                    other,
                    LeadFiles.Listener.NONE);
            assertThat(describe(qualified(other).evidence())).as(form.written()).isEqualTo(wanted);
        }
    }

    @Test
    void withoutPositionsRowsAreWordsAmongCalls() throws Exception {
        Path log = file("log.jsonl", String.join("\n", logged(calls(file("hubspot.csv", HUBSPOT)), RECEIPT)) + "\n");
        List<Map<String, Object>> wanted = qualified(folder.resolve("hubspot.csv")).evidence().stream()
                .map(Desk::profile)
                .toList();
        assertThat(qualified(log).evidence().stream().map(Desk::profile).toList())
                .isEqualTo(wanted);
    }
}
