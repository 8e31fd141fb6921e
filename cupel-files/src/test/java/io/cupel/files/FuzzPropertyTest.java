package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.files.text.FileFault;
import io.cupel.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds: a located rejection or a result, and nothing else. */
class FuzzPropertyTest {
    private static final String[] CALLS = {
        """
        {"type":"identify","userId":"u","anonymousId":"a","traits":{"email":"a@acme.example","title":"CEO",
        "company":{"name":"Acme","employees":"51-200","revenue":"$5M-10M"},"address":{"country":"Germany"}},
        "timestamp":"2026-03-01T09:00:00.123+01:00","messageId":"m1"}""", """
        {"type":"page","anonymousId":"a","properties":{"url":"https://x.example/p?q#r","seconds":1e3},
        "context":{"page":{"path":"/x"},"campaign":{"source":"s"}},"timestamp":1772355600000,
        "sentAt":"2026-03-01T09:00:00Z","receivedAt":"2026-03-01T09:00:01Z"}""", """
        {"batch":[{"type":"group","userId":"u","groupId":"acme.example","traits":{"website":"www.acme.example"},
        "timestamp":"2026-03-01"},{"type":"alias","previousId":"a","userId":"u","timestamp":"2026-03-01"}],
        "context":{}}""",
    };

    private static final String TABLE = """
            email,user_id,phone,employees,revenue,country,created,tech,domain
            a@acme.example,u,+49 30 123456,51-200,$5M,Germany,3/15/2024 2:30 PM,"[""Java""]",acme.example
            "b@acme.example",,,"1,200",€ 5 Mio,US,2024-01-01,"a;b
            ;c",https://b.example/
            """;

    private static final String[] PIECES = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "-",
        "1e999",
        "99999999999999999999999",
        "\u0000",
        "\\ud800",
        "\\u0000",
        "\n",
        "\r",
        ";",
        "\t",
        "@",
        ".",
        " ",
        "0",
        "'",
        "\ud83d\ude00",
        "İ",
        "\ufeff",
        "\uffff",
        "-0",
        "1e-400",
        "0001-01-01",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    };

    @TempDir
    private Path folder;

    @Test
    void mutatedCalls() {
        Seeds.cases(1_500).check((seed, random) -> {
            String call = CALLS[random.nextInt(CALLS.length)].replace("\n", "");
            read(new Desk(folder).events(mutated(call, random)));
        });
    }

    @Test
    void mutatedTables() {
        Seeds.cases(1_500).check((seed, random) -> read(new Desk(folder).leads(mutated(TABLE, random))));
    }

    @Test
    void randomBytes() {
        Seeds.cases(500).check((seed, random) -> {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            read(new Desk(folder).events(bytes));
            read(new Desk(folder).leads(bytes));
        });
    }

    private static void read(Desk desk) {
        try {
            Population population = desk.readOrFail();
            assertThat(population.evidence())
                    .isSortedAccordingTo(Comparator.comparing(Evidence::lead, CodePointOrder.INSTANCE));
            population
                    .evidence()
                    .forEach(lead -> Desk.profile(lead).forEach((path, value) -> {
                        assertThat(path).contains(".");
                        assertThat(value).isNotNull();
                    }));
        } catch (FileFault fault) {
            assertThat(fault).hasMessageMatching("(?s).*:\\d+: .+");
        } catch (IOException e) {
            throw new AssertionError("a file in the temporary folder could not be read", e);
        }
        assertThat(desk.rejected)
                .allSatisfy(rejected -> assertThat(rejected.line()).isPositive());
    }

    private static byte[] mutated(String text, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            byte[] bytes = out.toByteArray();
            int from = random.nextInt(bytes.length);
            int until = Math.min(bytes.length, from + random.nextInt(4));
            out.reset();
            out.write(bytes, 0, from);
            byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(8) == 0) {
                random.nextBytes(piece);
            }
            out.writeBytes(piece);
            out.write(bytes, until, bytes.length - until);
        }
        return out.toByteArray();
    }
}
