package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.people.Scope;
import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.files.LeadFiles;
import io.cupel.files.LoggedCalls;
import io.cupel.files.Population;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what a server holds is what its log says, to the bit. */
final class Audit {
    private static final long TWENTY_DAYS = TimeUnit.DAYS.toMillis(20);

    private final AppUnderTest app;
    private final Contract contract;
    private final List<LogEntry> log = new ArrayList<>();
    private final LogReplay replay;
    private final long end;

    private Audit(AppUnderTest app, List<LogEntry> entries) {
        this.app = app;
        this.contract =
                app.bean(ContractsInForce.class).at(Instant.now()).orElseThrow().contract();
        log.addAll(entries);
        this.replay = replay(app);
        List<TurnTable.Row> turns = app.bean(JudgingTables.class).turns().all();
        end = Math.max(
                log.get(log.size() - 1).receivedAt().toEpochMilli(),
                turns.get(turns.size() - 1).at().toEpochMilli());
    }

    /** By each version for as long as it judged. */
    private LogReplay replay(AppUnderTest app) {
        ContractsInForce contracts = app.bean(ContractsInForce.class);
        List<TurnTable.Row> turns = app.bean(JudgingTables.class).turns().all();
        LoggedCalls calls = new LoggedCalls(contracts.contract(turns.get(0).version()));
        LogReplay made = new LogReplay(Judge.of(contracts.contract(turns.get(0).version())));
        int turned = 1;
        for (LogEntry entry : log) {
            for (; turned < turns.size() && turns.get(turned).position() < entry.position(); turned++) {
                calls = turn(made, turns.get(turned), contracts);
            }
            made.take(entry.position(), entry.receivedAt().toEpochMilli(), LiveJudge.read(calls, entry));
        }
        for (; turned < turns.size(); turned++) {
            turn(made, turns.get(turned), contracts);
        }
        return made;
    }

    private LoggedCalls turn(LogReplay made, TurnTable.Row turn, ContractsInForce contracts) {
        Contract next = contracts.contract(turn.version());
        LoggedCalls calls = new LoggedCalls(next);
        Register again = new Register();
        for (LogEntry entry : log.subList(0, (int) turn.position())) {
            assertThat(entry.receivedAt()).isBefore(turn.at());
            again.enrol(entry.position(), LiveJudge.read(calls, entry));
        }
        made.turn(turn.at().toEpochMilli(), Judge.of(next), again);
        return calls;
    }

    /** Of a server that gets nothing more; waits until it has judged all, and said of all what machines did. */
    static Audit of(AppUnderTest app) {
        awaitJudged(app);
        return new Audit(app, read(app.bean(EventLog.class)));
    }

    static void awaitJudged(AppUnderTest app) {
        EventLog log = app.bean(EventLog.class);
        JudgingTables tables = app.bean(JudgingTables.class);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!isAllJudged(tables, log)
                || tables.turns().running() > 0
                || tables.words().oldest().isPresent()) {
            assertThat(System.nanoTime()).as("judged in two minutes").isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** What was looked through is read first: what it found out is in the log by then. */
    private static boolean isAllJudged(JudgingTables tables, EventLog log) {
        long watched = tables.mails().position();
        long judged = tables.progress().position();
        return Math.min(watched, judged) >= log.head();
    }

    static boolean isMark(LogEntry entry) {
        return entry.call().contains("\"event\":\"Cupel Suspect\"");
    }

    private static List<LogEntry> read(EventLog log) {
        List<LogEntry> all = new ArrayList<>();
        List<LogEntry> some = log.after(0, EventLog.READ_MAX);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = log.after(all.get(all.size() - 1).position(), EventLog.READ_MAX);
        }
        return all;
    }

    /**
     * Exactly these messages are in the log, each once, beside what was said of machines; positions have no gaps, and
     * times of receipt never fall.
     */
    Audit holdsOnce(Set<String> messages) {
        Set<String> found = new HashSet<>();
        Instant before = Instant.EPOCH;
        for (int i = 0; i < log.size(); i++) {
            LogEntry entry = log.get(i);
            assertThat(entry.position()).isEqualTo(i + 1);
            assertThat(entry.receivedAt()).isAfterOrEqualTo(before);
            before = entry.receivedAt();
            assertThat(found.add(YearOfCalls.messageId(entry.call())))
                    .as("counted once: " + entry.position())
                    .isTrue();
        }
        log.stream().filter(Audit::isMark).forEach(mark -> found.remove(YearOfCalls.messageId(mark.call())));
        assertThat(found).isEqualTo(messages);
        assertThat(app.bean(EventLog.class).head()).isEqualTo(log.size());
        return this;
    }

    /**
     * Every state and every change of stage is as a replay of the log makes it, now and after a time without events.
     */
    Audit isAsItsLogSays() {
        Leads leads = app.bean(Leads.class);
        List<LeadRow> rows = leads.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 100_000);
        for (long asOf : List.of(end, end + TWENTY_DAYS)) {
            List<Judgement> found = rows.stream()
                    .map(row -> leads.judgement(row.number(), asOf).orElseThrow())
                    .toList();
            assertThat(found).containsExactlyInAnyOrderElementsOf(replay.judgements(asOf));
        }
        for (LeadRow row : rows) {
            Judgement then =
                    leads.judgement(row.number(), row.judgedAt().toEpochMilli()).orElseThrow();
            assertThat(List.of(row.name().id(), row.stage(), row.cycle(), row.score(), row.usage(), row.handRaised()))
                    .isEqualTo(List.of(
                            then.lead(),
                            then.stage().written(),
                            then.cycle(),
                            then.score().score().shown(),
                            then.score().usageScore().shown(),
                            then.raisedHand()));
        }
        if (!app.bean(Registers.class).merges(Long.MAX_VALUE, List.of(), 1).isEmpty()) {
            return this; // parts of merged leads have changes that are shown nowhere
        }
        List<Long> all = rows.stream().map(LeadRow::number).toList();
        int changes =
                all.stream().mapToInt(number -> leads.written(number).size()).sum();
        assertThat(changes).as("every change of stage is some lead's").isEqualTo(countOfChanges());
        return this;
    }

    private int countOfChanges() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from judging.transition")
                .query(Integer.class)
                .single();
    }

    /**
     * Each lead scores as a file says that tells the same events, read as {@code cupel qualify} reads it beside what
     * was said of machines.
     */
    Audit scoresAs(Path file, @Nullable ZoneId zone) throws IOException {
        Judge judge = Judge.of(contract);
        Map<String, Score> wanted = new TreeMap<>();
        Path marks = marks();
        LeadFiles.Input input = new LeadFiles.Input(
                List.of(), List.of(file, marks), new LeadFiles.Manner(end, false, null, zone, List.of(), false));
        for (Evidence lead :
                LeadFiles.read(contract, input, LeadFiles.Listener.NONE).evidence()) {
            wanted.put(lead.lead(), judge.scorer().score(lead, end));
        }
        Files.delete(marks);
        Leads leads = app.bean(Leads.class);
        Map<String, Score> found = new TreeMap<>();
        for (LeadRow row : leads.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 100_000)) {
            found.put(
                    row.name().id(),
                    leads.judgement(row.number(), end).orElseThrow().score());
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(wanted.values()).anyMatch(score -> score.score().shown() > 0);
        return this;
    }

    /** What was said of machines, as a file; to be deleted. */
    Path marks() throws IOException {
        return Files.write(
                Files.createTempFile("marks", ".jsonl"),
                log.stream().filter(Audit::isMark).map(LogEntry::call).toList());
    }

    /** The export of the log, in each form, is judged by the command line as the server judged it. */
    Audit isAsItsExportsSay(Path folder) throws IOException, InterruptedException {
        for (String format : List.of("jsonl", "csv", "parquet")) {
            Path file = folder.resolve("log." + format);
            HttpRequest request = HttpRequest.newBuilder(app.uri("/api/export/events?format=" + format))
                    .header(
                            "Authorization",
                            "Bearer " + Api.scoped(app, Scope.EXPORT).token())
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofFile(file));
            Population leads = LeadFiles.read(
                    contract,
                    new LeadFiles.Input(List.of(), List.of(file), LeadFiles.Manner.plain(end, true)),
                    LeadFiles.Listener.NONE);
            assertThat(leads.isInLogOrder()).isTrue();
            assertThat(leads.newest()).isEqualTo(end);
            Judge judge = Judge.of(contract);
            assertThat(leads.evidence().stream().map(lead -> leads.judge(judge, lead, end)))
                    .as("cupel qualify on the exported " + format)
                    .containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        }
        return this;
    }

    /** When the last entry was received, in milliseconds since 1970 UTC. */
    long end() {
        return end;
    }

    int calls() {
        return log.size();
    }

    int leads() {
        return replay.evidence().size();
    }
}
