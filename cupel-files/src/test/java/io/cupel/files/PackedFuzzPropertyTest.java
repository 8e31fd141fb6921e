package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.text.FileFault;
import io.cupel.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every kind in every encoding, packed and damaged: a result or a fault that names the file. */
class PackedFuzzPropertyTest {
    private static final String[] CHARSETS = {"UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"};
    private static final String LEADS =
            "email,title,created\na@x.example,CEO,2026-01-02\nb@x.example,\"C;F\n|O\",\né,,\n";
    private static final String CALLS = """
            {"type":"page","userId":"u","timestamp":"2026-03-01","properties":{"path":"/é"}}
            {"batch":[{"type":"identify","userId":"u","traits":{"title":"CEO"},"timestamp":"2026-03-01"}]}
            """;
    private static final String EVENTS = "user_id,event,timestamp,plan\nu,Watched,2026-03-01 10:00:00,x\nv,é,,\n";
    private static final String TOUCHES =
            "lead;at;channel;direction\na@x.example;2026-03-01 10:00;call;outbound\né;;;\n";
    private static final String OUTCOMES =
            "lead\tat\tdecision\tamount\na@x.example\t2026-03-01 10:00\twon\t5\né\t\t\t\n";

    @TempDir
    private Path folder;

    @Test
    void anyFileOfAnyKind() {
        Seeds.cases(1_500).check((seed, random) -> {
            List<Path> none = List.of();
            List<Path> leads = List.of(file("leads", LEADS, random));
            List<Path> events = List.of(file("events", random.nextBoolean() ? CALLS : EVENTS, random));
            List<Path> touches = random.nextBoolean() ? none : List.of(file("touches", TOUCHES, random));
            List<Path> outcomes = random.nextBoolean() ? none : List.of(file("outcomes", OUTCOMES, random));
            LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, random.nextInt(8) == 0);
            Desk heard = new Desk(folder);
            try {
                Counts counts = LeadFiles.read(
                                Desk.contract(), new LeadFiles.Input(leads, events, touches, outcomes, manner), heard)
                        .counts();
                assertThat(counts.rejections()).isEqualTo(heard.rejected.size());
            } catch (FileFault fault) {
                assertThat(fault).message().startsWith(folder.toString()).doesNotContain("a@x.example");
            }
        });
    }

    private Path file(String name, String text, Random random) throws IOException {
        byte[] bytes = text.getBytes(Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]));
        bytes = random.nextInt(3) > 0 ? bytes : damaged(bytes, random);
        bytes = random.nextInt(3) > 0 ? bytes : packed(bytes);
        bytes = random.nextInt(5) > 0 ? bytes : damaged(bytes, random);
        Path file = folder.resolve(name);
        Files.deleteIfExists(file); // some file systems wait for the disk where a file is written over
        return Files.write(file, bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        for (int i = random.nextInt(3); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
