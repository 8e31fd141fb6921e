package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.people.Scope;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import io.cupel.files.LeadFiles;
import io.cupel.testkit.Seeds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of leads is read back as what the server knows of them. */
class LeadExportIT {
    @TempDir
    Path folder;

    @Test
    void theExportedTableTellsWhatTheServerKnowsOfEachLeadInEachForm() throws Exception {
        try (AppUnderTest app = AppUnderTest.on(TestDatabase.fresh())) {
            List<String> calls = YearOfCalls.write(150, folder.resolve("year.jsonl"));
            Shipping.send(List.of(app), calls, Seeds.random(71));
            Audit.awaitJudged(app);
            Map<String, Map<String, Object>> wanted = known(app);
            assertThat(wanted).hasSizeGreaterThan(50);
            Api api = Api.scoped(app, Scope.EXPORT);
            for (String format : List.of("jsonl", "csv", "parquet")) {
                Path file = folder.resolve("leads." + format);
                HttpRequest request = HttpRequest.newBuilder(app.uri("/api/export/leads?format=" + format))
                        .header("Authorization", "Bearer " + api.token())
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, BodyHandlers.ofFile(file))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(read(app, file)).as(format).isEqualTo(wanted);
            }
        }
    }

    /** What each lead was told, as its state has it. */
    private static Map<String, Map<String, Object>> known(AppUnderTest app) {
        CaseTable cases = app.bean(JudgingTables.class).cases();
        Map<String, Map<String, Object>> known = new TreeMap<>();
        for (Kept kept : cases.find(cases.numbers(0, 100_000))) {
            known.put(kept.row().name().id(), new TreeMap<>(kept.told()));
        }
        return known;
    }

    private static Map<String, Map<String, Object>> read(AppUnderTest app, Path file) throws Exception {
        Instant now = Instant.now();
        Contract contract =
                app.bean(ContractsInForce.class).at(now).orElseThrow().contract();
        LeadFiles.Input input =
                new LeadFiles.Input(List.of(file), List.of(), LeadFiles.Manner.plain(now.toEpochMilli(), true));
        Map<String, Map<String, Object>> read = new TreeMap<>();
        for (Evidence lead :
                LeadFiles.read(contract, input, LeadFiles.Listener.NONE).evidence()) {
            read.put(lead.lead(), new TreeMap<>(lead.toldAt(now.toEpochMilli())));
        }
        return read;
    }
}
