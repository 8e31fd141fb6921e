package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {
    private static final long RECEIVED =
            Instant.parse("2026-02-03T10:00:00.123Z").toEpochMilli();
    private static final String CALL = """
            {"context":{"library":{"name":"x"}},"messageId":"m-1","properties":{"path":"/a","seconds":1.0},\
            "timestamp":"2026-02-01T09:00:00Z","type":"page","userId":"ada"}""";

    @TempDir
    Path folder;

    private static LogExport.Entry entry(long position, String call, String ip) {
        return new LogExport.Entry(position, RECEIVED, "server", call, new LiveCall.Sender(ip, null));
    }

    private static byte[] written(Form form, LogExport.Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogExport.write(
                taker -> {
                    for (LogExport.Entry entry : entries) {
                        taker.take(entry);
                    }
                },
                form,
                out);
        return out.toByteArray();
    }

    @Test
    void aLineIsTheKeptCallBehindItsPlace() throws IOException {
        assertThat(new String(written(Form.JSONL, entry(7, CALL, null)), StandardCharsets.UTF_8))
                .isEqualTo("{\"logPosition\":7,\"receivedAt\":\"2026-02-03T10:00:00.123Z\",\"keyOrigin\":\"server\","
                        + CALL.substring(1) + "\n");
    }

    @Test
    void theSenderStandsInTheContextWhereItIsToBeTold() throws IOException {
        assertThat(new String(written(Form.JSONL, entry(7, CALL, "192.0.2.1")), StandardCharsets.UTF_8))
                .contains("\"context\":{\"ip\":\"192.0.2.1\",\"library\":{\"name\":\"x\"}}");
    }

    @Test
    void aCallThatWouldGetTooLongForAFileHasNoSender() throws IOException {
        String long32 = CALL.replace("/a", "x".repeat(32 * 1024 - CALL.length() - 110));
        String line = new String(written(Form.JSONL, entry(7, long32, "1".repeat(100))), StandardCharsets.UTF_8);
        assertThat(line).contains("\"logPosition\":7").doesNotContain("\"ip\"");
        assertThat(line.length()).isLessThanOrEqualTo(32 * 1024);
    }

    @Test
    void everyFormReadsAlike() throws IOException {
        LogExport.Entry[] log = {
            entry(3, CALL, null), entry(5, CALL.replace("m-1", "m-2").replace("ada", "bob"), null)
        };
        for (Form form : Form.values()) {
            Path file = Files.write(folder.resolve("log-" + form.written()), written(form, log));
            Population read = LeadFiles.read(
                    Desk.contract(),
                    new LeadFiles.Input(List.of(), List.of(file), LeadFiles.Manner.plain(Desk.NOW, false)),
                    LeadFiles.Listener.NONE);
            assertThat(read.isInLogOrder()).as(form.written()).isTrue();
            assertThat(read.newest()).isEqualTo(RECEIVED);
            assertThat(read.find("bob").orElseThrow().events()).hasSize(1);
            assertThat(read.find("bob").orElseThrow().events().get(0).values())
                    .containsEntry("properties.seconds", 1.0);
        }
    }
}
