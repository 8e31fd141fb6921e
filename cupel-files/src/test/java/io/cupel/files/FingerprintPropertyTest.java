package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintPropertyTest {
    private static final List<String> SCALARS = List.of(
            "1",
            "1.0",
            "-1",
            "0",
            "-0",
            "-0.0",
            "0.5",
            "0.50",
            "2.25",
            "\"\"",
            "\"1\"",
            "\"a\"",
            "\"long enough for eight\"",
            "\"l\u00f6ng enough for eight\"",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "999999999999999999",
            "0.00000000000001",
            "123456.789012345");

    @Test
    void itIsEqualExactlyWhereTheCanonicalTextIs() {
        Map<Long, String> texts = new HashMap<>();
        Map<String, Long> prints = new HashMap<>();
        Seeds.cases(5_000).check((seed, random) -> {
            String json = object(random, 3);
            Object tree = new JsonTree().read(json);
            String canonical = CanonicalJson.of(tree);
            long print = Fingerprint.of(tree);
            assertThat(texts.merge(print, canonical, (a, b) -> a)).isEqualTo(canonical);
            assertThat(prints.merge(canonical, print, (a, b) -> a)).isEqualTo(print);
            assertThat(scanned(json)).isEqualTo(print);
        });
    }

    @Test
    void whatIsNoJsonIsNotPlain() {
        Seeds.cases(20_000).check((seed, random) -> {
            StringBuilder json = new StringBuilder(object(random, 2));
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                int at = random.nextInt(json.length());
                json.setCharAt(at, "{}[]\",:-.0e1 \\\tx\u0001\u00e4".charAt(random.nextInt(18)));
            }
            Long print = scannedIfPlain(json.toString());
            if (print != null) {
                assertThat(print).isEqualTo(Fingerprint.of(new JsonTree().read(json.toString())));
            }
        });
    }

    @Test
    void bytesAreUtf8WhereTheDecoderSaysSo() {
        Seeds.cases(20_000).check((seed, random) -> {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            for (int i = 0; i < bytes.length; i++) {
                int[] borders = {
                    0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0,
                    0xF4, 0xF5, 0xFF
                };
                bytes[i] = (byte) borders[random.nextInt(borders.length)];
            }
            assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(isDecoded(bytes));
        });
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static long scanned(String json) {
        Long print = scannedIfPlain(json);
        assertThat(print).as(json).isNotNull();
        return print == null ? 0 : print;
    }

    private static @org.jspecify.annotations.Nullable Long scannedIfPlain(String json) {
        byte[] bytes = (json + "\"}]xxxxx").getBytes(StandardCharsets.UTF_8);
        JsonScan scan = new JsonScan();
        return scan.read(bytes, 0, bytes.length - JsonText.SLACK, new long[0]) ? scan.fingerprint() : null;
    }

    private static String object(Random random, int depth) {
        List<String> members = new ArrayList<>();
        for (String name : List.of("a", "b", "ab", "a longer name", "\u00e9")) {
            if (random.nextInt(3) == 0) {
                members.add("\"" + name + "\":" + value(random, depth));
            }
        }
        Collections.shuffle(members, random);
        return "{" + String.join(random.nextBoolean() ? "," : " ,\t", members) + "}";
    }

    private static String value(Random random, int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind == 0) {
            return object(random, depth - 1);
        }
        return kind == 1
                ? "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]"
                : SCALARS.get(random.nextInt(SCALARS.size()));
    }
}
