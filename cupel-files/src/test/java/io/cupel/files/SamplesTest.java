package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Origin;
import io.cupel.files.columns.TableKind;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody of the project wrote. They are read in place and never copied; without them the tests are skipped.
 */
class SamplesTest {
    private static final String TIME = "2026-03-01T09:00:00Z";

    @TempDir
    private Path folder;

    /** A folder of samples; without it the test that asks is skipped, and says so. */
    static Path samples(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path found = at.resolve("../shared/data").resolve(name).normalize();
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        String where = "../shared/data/" + name + " is not beside the project";
        System.out.println("SKIPPED: " + where);
        return Assumptions.abort(where);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void callsOfTheSpecificationAndOfOtherReadersAreRead() throws Exception {
        JsonTree json = new JsonTree();
        List<String> lines = new ArrayList<>();
        int templated = 0;
        for (Path file : files(samples("segment-payloads"), ".json")) {
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
        String text = Files.readString(samples("crm-exports").resolve("headers.json"), StandardCharsets.UTF_8);
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

    @Test
    void everyExportIsReadOrSaysClearlyWhyNot() throws Exception {
        for (Path file : files(samples("crm-exports"), ".csv")) {
            Desk desk = new Desk(folder);
            LeadFiles.Input input =
                    new LeadFiles.Input(List.of(file), List.of(), LeadFiles.Manner.plain(Desk.NOW, false));
            long lines = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .count();
            try {
                Counts counts = LeadFiles.read(Desk.contract(), input, desk).counts();
                assertThat(counts.rows() + counts.rejections())
                        .as(file.toString())
                        .isLessThanOrEqualTo(lines - 1);
                assertThat(counts.rows()).as(file.toString()).isPositive();
            } catch (FileFault fault) {
                assertThat(fault).hasMessageContaining("no column tells who a lead is");
            }
        }
    }
}
