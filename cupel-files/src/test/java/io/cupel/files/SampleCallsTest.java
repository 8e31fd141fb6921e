package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Origin;
import io.cupel.files.columns.TableKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody of the project wrote. They are read in place and never copied; without them the tests are skipped.
 */
class SampleCallsTest {
    private static final String TIME = "2026-03-01T09:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void callsOfTheSpecificationAndOfOtherReadersAreRead() throws Exception {
        JsonTree json = new JsonTree();
        List<String> lines = new ArrayList<>();
        int templated = 0;
        for (Path file : Samples.files(Samples.folder("segment-payloads"), ".json")) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.contains("{{")) {
                templated++;
                continue;
            }
            Object tree = json.read(text);
            for (Object each : tree instanceof List<?> list ? list : List.of(tree)) {
                lines.add(CanonicalJson.of(whole((Map<?, ?>) each)));
            }
        }
        System.out.println("read " + lines.size() + " calls, skipped " + templated + " templated files");
        Desk desk = new Desk(folder).events(lines.toArray(String[]::new));
        Counts counts = desk.read().counts();
        assertThat(desk.rejected).isEmpty();
        assertThat(counts.calls() + counts.duplicates()).isEqualTo(lines.size());
        assertThat(counts.leads()).isPositive();
    }

    /** The call of a fixture; an excerpt of a page of documentation leaves out what every call has. */
    private static Map<String, @Nullable Object> whole(Map<?, ?> sample) {
        Map<String, @Nullable Object> call = new java.util.HashMap<>();
        Map<?, ?> inner = sample.get("input") instanceof Map<?, ?> input ? input : sample;
        inner.forEach((name, value) -> call.put(String.valueOf(name), value));
        call.putIfAbsent("timestamp", TIME);
        if ("track".equals(call.get("type"))) {
            call.putIfAbsent("event", "Sampled");
        }
        if (!call.containsKey("userId")) {
            call.putIfAbsent("anonymousId", "a");
        }
        return call;
    }

    @Test
    void headersOfExportsAreRecognised() throws Exception {
        String text = Files.readString(Samples.folder("crm-exports").resolve("headers.json"), StandardCharsets.UTF_8);
        int read = 0;
        for (Object each : (List<?>) new JsonTree().read(text)) {
            Map<?, ?> sample = (Map<?, ?>) each;
            String system = String.valueOf(sample.get("system"));
            String object = String.valueOf(sample.get("object"));
            List<String> header = ((List<?>) sample.get("headers"))
                    .stream().map(String::valueOf).toList();
            boolean isOfPeople = object.startsWith("contacts") || object.startsWith("lead");
            if (!isOfPeople || !(system.equals("hubspot") || system.equals("salesforce"))) {
                continue;
            }
            Columns known = Columns.of(header, new AttributeNames(Desk.contract()).types());
            assertThat(known.hasKey()).as(object).isTrue();
            assertThat(known.kind()).as(object).isEqualTo(TableKind.LEADS);
            assertThat(known.origin())
                    .as(object)
                    .isEqualTo(system.equals("hubspot") ? Origin.HUBSPOT : Origin.SALESFORCE);
            read++;
        }
        assertThat(read).isPositive();
    }
}
