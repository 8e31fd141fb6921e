package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.text.FileFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCallsTest {
    private static final String GOOD =
            "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T09:00:00Z\",\"messageId\":\"m\"";

    @TempDir
    private Path folder;

    private String reason(String line) {
        Desk desk = new Desk(folder).events(GOOD + "}", line);
        Population population = desk.read();
        assertThat(population.evidence()).hasSize(1);
        assertThat(desk.rejected).hasSize(1);
        assertThat(desk.rejected.get(0).line()).isEqualTo(2);
        assertThat(population.counts().rejections()).isEqualTo(1);
        return desk.rejected.get(0).reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"page\",                        | is not JSON",
                "{} {}                                      | is not JSON: more stands behind it",
                "[1]                                        | is not a JSON object",
                "{\"type\":\"page\",\"timestamp\":1772355600000} | has no user id, anonymous id, e-mail address",
                "{\"type\":\"page\",\"userId\":\"u\"}       | has no timestamp",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"soon\"} | has a time that is not ISO 8601",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-06-02T00:00:01Z\"} | is more than 24 hours",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"1989-12-31T23:59:59Z\"} | is from before 1990",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":9223372036854775807} | is more than 24 hours",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":-9223372036854775808} | is from before 1990",
                "{\"type\":\"paeg\",\"userId\":\"u\"}       | is not of type identify",
                "{\"userId\":\"u\"}                         | is not of type identify",
                "{\"type\":\"track\",\"userId\":\"u\"}      | is a track call without an event name",
                "{\"type\":\"alias\",\"userId\":\"u\",\"timestamp\":1772355600000} | is an alias without a previous",
                "{\"a\":1e999}                              | has a number that is too large",
                "{\"a\":\"\\ud800\"}                        | has half a character",
            })
    void eachReasonIsTold(String line, String reason) {
        assertThat(reason(line.strip())).startsWith(reason.strip());
    }

    @Test
    void depthAndLengthHaveLimits() {
        assertThat(reason("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")).startsWith("is nested deeper than");
        assertThat(reason("{\"a\":\"" + "x".repeat(33_000) + "\"}")).isEqualTo("is an event of more than 32 KB");
        assertThat(reason("{\"a\":\"" + "x".repeat(600_000) + "\"}")).isEqualTo("is a line of more than 500 KB");
        assertThat(reason("{\"batch\":[{\"a\":\"" + "x".repeat(33_000) + "\"}]}"))
                .isEqualTo("call 1 of the batch is an event of more than 32 KB");
        assertThat(reason("{\"a\":" + "9".repeat(1_000) + "}")).isEqualTo("has a number that is too large");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWhereTheyStand() {
        byte[] content = (GOOD + "}\n{\"a\":\"?\"}").getBytes(StandardCharsets.UTF_8);
        content[content.length - 3] = (byte) 0xff;
        Desk desk = new Desk(folder).events(content);
        desk.read();
        assertThat(desk.rejected).hasSize(1);
        assertThat(desk.rejected.get(0).located()).endsWith("events0.jsonl:2: is not UTF-8");
    }

    @Test
    void blankLinesMarksAndCarriageReturnsAreNothing() {
        Desk desk = new Desk(folder).events("\ufeff" + GOOD + "}\r\n\r\n  \n");
        assertThat(desk.read().counts().calls()).isEqualTo(1);
        assertThat(desk.rejected).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100,70000", "70000,70000", "400000,400000", "10,120000"})
    void aBrokenFirstLineCostsNoOther(int firstLength, int nextLength) {
        String batch = "{\"batch\":[" + GOOD + ",\"properties\":{\"a\":\"%s\",\"b\":\"%<s\"}}"
                + (",{" + "\"a\":\"" + "x".repeat(10_000) + "\"}").repeat(nextLength / 10_000) + "]}";
        String whole = batch.formatted("x");
        Desk desk = new Desk(folder).events(whole.substring(whole.length() - firstLength), whole, whole);
        Population population = desk.read();
        assertThat(population.files().get(0).used()).isEqualTo(1);
        assertThat(desk.rejected.get(0).located()).contains("events0.jsonl:1: is not JSON");
        assertThat(desk.rejected).hasSize(1 + 2 * (nextLength / 10_000));
    }

    @Test
    void aBatchInABatchIsNoCallInQualifyAndInConvert() throws Exception {
        String batch = "{\"batch\":[{\"batch\":[%s}]},%s}]}".formatted(GOOD, GOOD.replace("\"m\"", "\"n\""));
        String said = "call 1 of the batch is not of type identify, track, page, screen, group, alias or batch";
        Desk desk = new Desk(folder).events(batch);
        assertThat(desk.read().files().get(0))
                .isEqualTo(new FileCount(folder.resolve("events0.jsonl").toString(), FileCount.Unit.CALLS, 1, 0, 1, 0));
        assertThat(desk.reasons()).containsExactly(said);
        Path out = folder.resolve("out.jsonl");
        Conversion.Order order = new Conversion.Order(
                java.util.List.of(folder.resolve("events0.jsonl")),
                null,
                Form.JSONL,
                false,
                LeadFiles.Manner.plain(Desk.NOW, false));
        Conversion.Result result = Conversion.run(order, out, LeadFiles.Listener.NONE);
        assertThat(result.read()).isEqualTo(2);
        assertThat(result.written()).isEqualTo(1);
        assertThat(result.rejected())
                .containsExactly(java.util.Map.entry(said.replace("call 1 of the batch ", ""), 1L));
    }

    @Test
    void theStrictReadingStopsAtTheFirst() {
        Desk desk = new Desk(folder).strict().events(GOOD + "}", "{", "{");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageMatching(".*events0\\.jsonl:2: is not JSON, at column \\d+");
        assertThat(desk.rejected).hasSize(1);
    }

    @Test
    void aMissingFileIsSaid() {
        LeadFiles.Input input = new LeadFiles.Input(
                java.util.List.of(folder.resolve("none.csv")),
                java.util.List.of(),
                LeadFiles.Manner.plain(Desk.NOW, false));
        assertThatThrownBy(() -> LeadFiles.read(Desk.contract(), input, LeadFiles.Listener.NONE))
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("there is no such file");
    }

    @Test
    void noReasonAndNoNoteTellsWhoItWas() {
        String secret = "zq-secret";
        Desk desk = new Desk(folder)
                .events(
                        "{\"type\":\"" + secret + "\"}",
                        "{\"" + secret,
                        "{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"email\":\"" + secret
                                + "\",\"country\":\""
                                + secret + "\",\"company\":{\"employees\":\"" + secret + "\"}},\"timestamp\":\""
                                + secret
                                + "\"}",
                        secret,
                        GOOD + ",\"context\":{\"traits\":{\"email\":\"" + secret + "@\",\"phone\":\"" + secret
                                + "\"}}}")
                .leads(
                        "email,employees,country,created",
                        secret + "," + secret + "," + secret + "," + secret,
                        "a@b.example," + secret + "," + secret + "," + secret,
                        secret + "@x.example",
                        "\"" + secret);
        desk.read();
        assertThat(desk.rejected).hasSizeGreaterThan(5);
        assertThat(desk.rejected).extracting(Rejected::located).noneMatch(text -> text.contains(secret));
        assertThat(desk.rejected).extracting(Rejected::toString).noneMatch(text -> text.contains(secret));
        assertThat(desk.notes).isNotEmpty().noneMatch(text -> text.contains(secret));
    }
}
