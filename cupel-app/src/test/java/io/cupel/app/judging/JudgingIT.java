package io.cupel.app.judging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.Origin;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.app.people.Scope;
import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.files.LeadFiles;
import io.cupel.files.LoggedCalls;
import io.cupel.files.Population;
import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import io.cupel.testkit.Seeds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JudgingIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\":\"([^\"]*)\"");

    private static String key;

    @BeforeAll
    static void makeKey() {
        key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("test", Origin.SERVER))
                .secret();
    }

    @Test
    void aYearSentInAnyOrderIsJudgedAsItsLogSays(@TempDir Path folder) throws Exception {
        MadeUpYear.write(new Plan(300, 12, 7, 2025, Plan.Format.JSONL, false), folder, MadeUpYear.Listener.NONE);
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("events.jsonl")));
        // of copies that differ the first received counts here, and in files the least
        Set<String> ids = new HashSet<>();
        lines.removeIf(line -> !line.endsWith("}") || !ids.add(messageId(line)));
        Path sent = Files.write(folder.resolve("sent.jsonl"), lines);
        send(lines, Seeds.random(7));
        awaitJudged();
        List<LogEntry> log = log();
        assertThat(log).hasSize(ids.size());
        long end = log.get(log.size() - 1).receivedAt().toEpochMilli();
        Contract contract =
                app.bean(ContractsInForce.class).at(Instant.now()).orElseThrow().contract();
        List<Judgement> found = judgements(end);
        assertThat(found)
                .hasSizeGreaterThan(250)
                .containsExactlyInAnyOrderElementsOf(replayed(contract, log).judgements(end));
        Map<String, Score> live = new TreeMap<>();
        found.forEach(lead -> live.put(lead.lead(), lead.score()));
        assertThat(live).isEqualTo(scores(contract, sent, end));
        for (String format : List.of("jsonl", "csv", "parquet")) {
            assertThat(judgedFrom(contract, exported("events", format, folder), end))
                    .as("cupel qualify on the exported " + format)
                    .containsExactlyInAnyOrderElementsOf(found);
            expectLeads(contract, exported("leads", format, folder), found, end);
        }
    }

    /** The table says of each lead what was judged, and tells all attributes again. */
    private static void expectLeads(Contract contract, Path table, List<Judgement> wanted, long end) throws Exception {
        Population leads = LeadFiles.read(
                contract,
                new LeadFiles.Input(List.of(table), List.of(), LeadFiles.Manner.plain(end, true)),
                LeadFiles.Listener.NONE);
        assertThat(leads.size()).isEqualTo(wanted.size());
        Judge judge = Judge.of(contract);
        for (Judgement lead : wanted) {
            Evidence read = leads.find(lead.lead()).orElseThrow();
            Map<String, Object> profile = new TreeMap<>(lead.profile());
            profile.remove(BuiltIn.CRM_ID);
            assertThat(new TreeMap<>(judge.judge(read, end).profile())).isEqualTo(profile);
        }
    }

    private static Path exported(String what, String format, Path folder) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri("/api/export/" + what + "?format=" + format))
                .header(
                        "Authorization",
                        "Bearer " + Api.scoped(app, Scope.EXPORT).token())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofFile(folder.resolve("exported-" + what + "." + format)))
                .body();
    }

    /** What {@code cupel qualify} finds, by the instant that it takes where none is told. */
    private static List<Judgement> judgedFrom(Contract contract, Path log, long end) throws Exception {
        Population leads = LeadFiles.read(
                contract,
                new LeadFiles.Input(List.of(), List.of(log), LeadFiles.Manner.plain(end, true)),
                LeadFiles.Listener.NONE);
        assertThat(leads.isInLogOrder()).isTrue();
        assertThat(leads.newest()).isEqualTo(end);
        Judge judge = Judge.of(contract);
        return leads.evidence().stream()
                .map(lead -> leads.judge(judge, lead, end))
                .toList();
    }

    /** Through several connections, in random order and batches, some of it twice. */
    private static void send(List<String> lines, Random random) throws Exception {
        List<String> all = new ArrayList<>(lines);
        all.addAll(lines.subList(0, 200));
        Collections.shuffle(all, random);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int until = Math.min(all.size(), from + 1 + random.nextInt(200));
            String batch = "{\"batch\":[" + String.join(",", all.subList(from, until)) + "]}";
            answers.add(senders.submit(() -> app.send(HttpRequest.newBuilder(app.uri("/v1/batch"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)))
                    .POST(BodyPublishers.ofString(batch)))));
            from = until;
        }
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        senders.shutdown();
    }

    private static LogReplay replayed(Contract contract, List<LogEntry> log) {
        LogReplay replay = new LogReplay(Judge.of(contract));
        LoggedCalls calls = new LoggedCalls(contract);
        for (LogEntry entry : log) {
            replay.take(entry.position(), entry.receivedAt().toEpochMilli(), LiveJudge.read(calls, entry));
        }
        return replay;
    }

    private static List<Judgement> judgements(long end) {
        Leads leads = app.bean(Leads.class);
        List<Judgement> found = new ArrayList<>();
        for (LeadRow row : leads.list(null, 0, 100_000)) {
            found.add(leads.judgement(row.number(), end).orElseThrow());
        }
        return found;
    }

    private static Map<String, Score> scores(Contract contract, Path file, long end) throws Exception {
        Judge judge = Judge.of(contract);
        Population files = LeadFiles.read(
                contract,
                new LeadFiles.Input(List.of(), List.of(file), LeadFiles.Manner.plain(end, false)),
                LeadFiles.Listener.NONE);
        Map<String, Score> scores = new TreeMap<>();
        files.evidence().forEach(lead -> scores.put(lead.lead(), judge.scorer().score(lead, end)));
        return scores;
    }

    private static String messageId(String line) {
        Matcher id = MESSAGE_ID.matcher(line);
        return id.find() ? id.group(1) : line;
    }

    private static void awaitJudged() {
        EventLog log = app.bean(EventLog.class);
        JudgingTables tables = app.bean(JudgingTables.class);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (tables.progress().position() < log.head()) {
            assertThat(System.nanoTime()).as("judged in two minutes").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static List<LogEntry> log() {
        List<LogEntry> all = new ArrayList<>();
        EventLog log = app.bean(EventLog.class);
        List<LogEntry> some = log.after(0, EventLog.READ_MAX);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = log.after(all.get(all.size() - 1).position(), EventLog.READ_MAX);
        }
        return all;
    }
}
