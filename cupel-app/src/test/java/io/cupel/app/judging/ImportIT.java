package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.CupelProcess;
import io.cupel.app.FaultyLine;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.people.Scope;
import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Origin;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.LeadFiles;
import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command {@code cupel import}, as a process of its own, against a real server. */
class ImportIT {
    @TempDir
    Path folder;

    private record Files4(Path leads, Path companies, Path events, Path touches, Path outcomes, Path spend) {
        static Files4 of(Path folder, int leads, long seed) throws IOException {
            Plan plan = new Plan(leads, 12, seed, Plan.YEAR_DEFAULT, Plan.Format.JSONL, false);
            MadeUpYear.write(plan, folder, MadeUpYear.Listener.NONE);
            return new Files4(
                    folder.resolve("leads.csv"),
                    folder.resolve("companies.csv"),
                    folder.resolve("events.jsonl"),
                    folder.resolve("touches.csv"),
                    folder.resolve("outcomes.csv"),
                    folder.resolve("spend.csv"));
        }

        List<Path> all() {
            return List.of(leads, companies, events, touches, outcomes, spend);
        }

        LeadFiles.Input input(long now) {
            return new LeadFiles.Input(
                    List.of(leads, companies),
                    List.of(events),
                    List.of(touches),
                    List.of(outcomes),
                    LeadFiles.Manner.plain(now, false));
        }
    }

    private CupelProcess start(AppUnderTest app, URI to, List<Path> files, String... options) throws IOException {
        Path token = folder.resolve("token");
        if (!Files.exists(token)) {
            Files.writeString(
                    token,
                    Api.scoped(app, Scope.IMPORTS_WRITE, Scope.CONTRACTS_READ).token() + "\n");
        }
        List<String> arguments = new ArrayList<>(List.of("import"));
        files.forEach(file -> arguments.add(file.toString()));
        arguments.addAll(List.of("--to", to.toString(), "--token-file", token.toString()));
        arguments.addAll(List.of(options));
        return CupelProcess.start(arguments);
    }

    private CupelProcess imported(AppUnderTest app, List<Path> files, String... options) throws IOException {
        CupelProcess process = start(app, app.uri("/"), files, options);
        process.end();
        return process;
    }

    /** Scores and fit of each lead are those that the files give, beside what was said of machines. */
    private static void expectAsFiles(AppUnderTest app, LeadFiles.Input files) throws IOException {
        Audit audit = Audit.of(app);
        long asOf = audit.end();
        Path marks = audit.marks();
        List<Path> events = new ArrayList<>(files.events());
        events.add(marks);
        LeadFiles.Input input =
                new LeadFiles.Input(files.leads(), events, files.touches(), files.outcomes(), files.manner());
        Contract contract =
                app.bean(ContractsInForce.class).at(Instant.now()).orElseThrow().contract();
        Judge judge = Judge.of(contract);
        Map<String, Score> scores = new TreeMap<>();
        Map<String, Fit> fits = new TreeMap<>();
        for (Evidence lead :
                LeadFiles.read(contract, input, LeadFiles.Listener.NONE).evidence()) {
            Judgement judgement = judge.judge(lead, asOf);
            scores.put(lead.lead(), judgement.score());
            fits.put(lead.lead(), judgement.fit());
        }
        Leads leads = app.bean(Leads.class);
        Map<String, Score> foundScores = new TreeMap<>();
        Map<String, Fit> foundFits = new TreeMap<>();
        for (LeadRow row : leads.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 100_000)) {
            Judgement judgement = leads.judgement(row.number(), asOf).orElseThrow();
            foundScores.put(row.name().id(), judgement.score());
            foundFits.put(row.name().id(), judgement.fit());
        }
        assertThat(foundScores).isEqualTo(scores);
        assertThat(foundFits).isEqualTo(fits);
        assertThat(fits).isNotEmpty();
    }

    private static Set<String> messages(AppUnderTest app) {
        Set<String> messages = new HashSet<>();
        List<LogEntry> some = app.bean(EventLog.class).after(0, EventLog.READ_MAX);
        while (!some.isEmpty()) {
            for (LogEntry entry : some) {
                assertThat(entry.origin()).isEqualTo(Origin.IMPORT);
                if (!Audit.isMark(entry)) {
                    messages.add(YearOfCalls.messageId(entry.call()));
                }
            }
            some = app.bean(EventLog.class).after(some.get(some.size() - 1).position(), EventLog.READ_MAX);
        }
        return messages;
    }

    @Test
    void filesSayOnTheServerWhatTheySayToQualify() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Files4 year = Files4.of(folder.resolve("year"), 120, 11);
            CupelProcess first = imported(app, year.all(), "--yes");
            assertThat(first.exit()).as(first.words()).isZero();
            assertThat(first.out()).contains("0 there already + 0 refused");
            Audit audit = Audit.of(app);
            audit.holdsOnce(messages(app)).isAsItsLogSays().isAsItsExportsSay(folder);
            expectAsFiles(app, year.input(System.currentTimeMillis()));
            int calls = audit.calls();

            CupelProcess again = imported(app, year.all(), "--yes");
            assertThat(again.exit()).isZero();
            assertThat(again.words()).contains("0 new", "There is nothing to import");
            String more = "\n" + Files.readAllLines(year.leads()).get(1).replaceFirst("^[^,]*", "new-lead-1");
            Files.writeString(year.leads(), Files.readString(year.leads()).stripTrailing() + more + "\n");
            assertThat(imported(app, List.of(year.leads()), "--yes").out()).contains("1 imported + ");
            assertThat(app.bean(EventLog.class).head()).isEqualTo(calls + 1);
        }
    }

    @Test
    void aLineThatBreaksLosesAndDoublesNothing() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh());
                FaultyLine line = FaultyLine.to(app.uri("/"))) {
            Files4 year = Files4.of(folder.resolve("year"), 60, 3);
            CupelProcess process = start(app, URI.create(line.url()), year.all(), "--yes");
            process.end();
            assertThat(process.exit()).as(process.words()).isZero();
            assertThat(line.broken()).isPositive();
            Audit.of(app).holdsOnce(messages(app)).isAsItsLogSays();
            expectAsFiles(app, year.input(System.currentTimeMillis()));
        }
    }

    @Test
    void anImportThatWasKilledGoesOnWhereItWas() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Files4 year = Files4.of(folder.resolve("year"), 500, 5);
            EventLog log = app.bean(EventLog.class);
            for (long until : List.of(1L, 2_000L, 5_000L)) {
                CupelProcess process = start(app, app.uri("/"), year.all(), "--yes");
                while (process.isAlive() && log.head() < until) {
                    LockSupport.parkNanos(1_000_000);
                }
                process.kill();
            }
            long before = log.head();
            CupelProcess last = imported(app, year.all(), "--yes");
            assertThat(last.exit()).as(last.words()).isZero();
            assertThat(last.words()).doesNotContain(" 0 there already");
            assertThat(log.head()).isGreaterThan(before);
            Audit.of(app).holdsOnce(messages(app)).isAsItsLogSays();
            expectAsFiles(app, year.input(System.currentTimeMillis()));
        }
    }

    @Test
    void realExportsSayTheSameToo() throws Exception {
        Path exports = Path.of("../../shared/data/crm-exports");
        if (!Files.isDirectory(exports)) {
            String reason = "../shared/data/crm-exports is not beside the project";
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Contract contract = app.bean(ContractsInForce.class)
                    .at(Instant.now())
                    .orElseThrow()
                    .contract();
            List<Path> usable = new ArrayList<>();
            try (Stream<Path> all = Files.list(exports)) {
                all.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .filter(file -> isUsable(contract, file))
                        .forEach(usable::add);
            }
            assertThat(usable).hasSizeGreaterThan(5);
            CupelProcess process = imported(app, usable, "--yes");
            assertThat(process.exit()).as(process.words()).isZero();
            assertThat(process.out()).contains("0 there already + 0 refused");
            Audit.of(app).isAsItsLogSays();
            expectAsFiles(app, leads(usable));
        }
    }

    private static LeadFiles.Input leads(List<Path> files) {
        return new LeadFiles.Input(files, List.of(), LeadFiles.Manner.plain(System.currentTimeMillis(), false));
    }

    /** Whether it needs neither a mapping nor a word about its dates. */
    private static boolean isUsable(Contract contract, Path file) {
        try {
            LeadFiles.read(contract, leads(List.of(file)), LeadFiles.Listener.NONE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aRefusedCallIsKeptWithItsPlace() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Api caller = Api.scoped(app, Scope.IMPORTS_WRITE, Scope.EVENTS_READ);
            String body = """
                    {"batch": [{"type": "track", "userId": "u"}, {"type": "page", "userId": "u", "messageId": "m"},
                               {"type": "page", "userId": "u", "messageId": "m"},
                               {"type": "identify", "messageId": "r", "asOfExport": 7}],
                     "places": ["a.csv:7", "a.csv:8", "", "b.csv:2"]}""";
            JsonNode answer = Api.json(caller.post("/api/imports", body));
            assertThat(answer.path("fresh").asInt()).isEqualTo(1);
            assertThat(answer.path("repeated").asInt()).isEqualTo(1);
            assertThat(answer.path("refused").toString())
                    .contains("\"call\":1", "NO_NAME", "\"call\":4", "AS_OF_EXPORT", "b.csv:2");
            assertThat(caller.get("/api/refusals").body()).contains("is a track call without an event name (a.csv:7)");
            assertThat(caller.get("/api/events").body()).contains("\"origin\":\"import\"", "\"writeKey\":0");
            assertThat(caller.post("/api/imports", "[]").statusCode()).isEqualTo(400);
            assertThat(caller.post("/api/imports", " ".repeat(600_000)).statusCode())
                    .isEqualTo(413);
            String hashes = "{\"keys\": [\"%s\"], \"messages\": []}";
            assertThat(caller.post("/api/imports/matches", hashes.formatted("x"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(Api.json(caller.post("/api/imports/matches", hashes.formatted("0".repeat(32))))
                            .path("leads")
                            .toString())
                    .isEqualTo("[0]");
        }
    }
}
