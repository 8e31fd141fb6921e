package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.CupelProcess;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.people.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A year in which some withhold their consent is the same year at the doors, in an import and in a file. */
class ConsentYearIT {
    private static final int BATCH = 200;

    @TempDir
    private Path folder;

    private List<String> calls = List.of();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        List<String> year = YearOfCalls.write(60, folder.resolve("plain.jsonl"));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < year.size(); i++) {
            chosen.add(chosen(year.get(i), i));
        }
        calls = List.copyOf(chosen);
        file = Files.write(folder.resolve("year.jsonl"), calls);
    }

    private static String chosen(String call, int place) {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(call);
        ObjectNode context = tree.withObject("/context");
        if (place % 3 == 0) {
            context.withObject("/consent/categoryPreferences")
                    .put("Analytics", place % 2 == 0)
                    .put("Advertising", place % 4 == 0);
        }
        if (place % 7 == 0) {
            context.put("globalPrivacyControl", true);
        }
        if (place % 31 == 0 && tree.path("type").asString().equals("track")) {
            tree.put("event", "Segment Consent Preference Updated");
        }
        return tree.toString();
    }

    @Test
    void theDoorTakesWhatAFileTakes() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            String key = Shipping.key(app);
            for (int from = 0; from < calls.size(); from += BATCH) {
                List<String> batch = calls.subList(from, Math.min(calls.size(), from + BATCH));
                assertThat(app.send(Shipping.request(app.uri("/v1/batch"), key, batch))
                                .statusCode())
                        .isEqualTo(200);
            }
            isTheSameYear(app);
            Map<String, String> before = consents(app);
            assertThat(before.values()).anyMatch(each -> each.contains("withheld"));
            app.restart();
            assertThat(consents(app)).isEqualTo(before);
        }
    }

    @Test
    void anImportBringsWhatAFileSays() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            Path token = Files.writeString(
                    folder.resolve("token"),
                    Api.scoped(app, Scope.IMPORTS_WRITE, Scope.CONTRACTS_READ).token() + "\n");
            CupelProcess process = CupelProcess.start(List.of(
                    "import",
                    file.toString(),
                    "--to",
                    app.uri("/").toString(),
                    "--token-file",
                    token.toString(),
                    "--yes"));
            process.end();
            assertThat(process.exit()).as(process.words()).isZero();
            isTheSameYear(app);
            assertThat(consents(app).values()).anyMatch(each -> each.contains("told_by\":\"import"));
        }
    }

    private void isTheSameYear(AppUnderTest app) throws Exception {
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder).scoresAs(file, null);
        List<LogEntry> log = app.bean(EventLog.class).after(0, EventLog.READ_MAX);
        assertThat(log).hasSizeLessThan(calls.size());
        assertThat(log.stream().filter(entry -> entry.call().contains("Consent Preference Updated")))
                .hasSizeGreaterThan(20)
                .allMatch(entry -> !entry.call().contains("properties"));
        assertThat(log.stream().filter(entry -> entry.call().contains("\"Analytics\":false")))
                .allMatch(entry -> entry.call().contains("Consent Preference Updated"));
    }

    private static Map<String, String> consents(AppUnderTest app) {
        Api reader = Api.scoped(app, Scope.LEADS_READ);
        Map<String, String> found = new TreeMap<>();
        Api.json(reader.get("/api/leads?limit=200")).path("items").forEach(lead -> {
            HttpResponse<String> answer =
                    reader.get("/api/leads/" + lead.path("number").asLong() + "/consents");
            assertThat(answer.statusCode()).isEqualTo(200);
            found.put(
                    lead.path("lead").asString(),
                    Api.json(answer).path("history").toString());
        });
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }
}
