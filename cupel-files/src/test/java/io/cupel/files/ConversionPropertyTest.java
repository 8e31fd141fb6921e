package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.text.Refusal;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever form and order of lines: the same answers. */
class ConversionPropertyTest {
    @TempDir
    private Path folder;

    /** Forms in turn, by which a file is handed on. */
    private static final List<String> WAY = List.of("csv", "jsonl", "parquet", "csv.gz", "parquet", "jsonl.gz", "csv");

    private static final List<String> TEXTS = List.of("csv", "jsonl", "csv.gz", "jsonl.gz", "csv");

    /** A database is opened for each Parquet file, which takes its time. */
    private static List<String> way(long seed) {
        return seed % 32 == 1 ? WAY : TEXTS;
    }

    @Test
    void callsSayTheSameInEveryForm() {
        Seeds.cases(32).check((seed, random) -> {
            RandomCalls calls = new RandomCalls(random);
            List<String> lines = calls.lines(2 + random.nextInt(25));
            List<String> said = describe(List.of(write("first.jsonl", lines)), Kind.EVENTS);
            Collections.shuffle(lines, random);
            Path file = write("shuffled.jsonl", lines);
            for (String form : way(seed)) {
                file = convert(file, null, form);
                assertThat(describe(List.of(file), Kind.EVENTS)).as(form).isEqualTo(said);
            }
        });
    }

    @Test
    void callsKeepEveryValueInEveryForm() {
        Seeds.cases(32).check((seed, random) -> {
            Path first = write("first.jsonl", new RandomCalls(random).lines(10));
            Path file = convert(first, Kind.EVENTS, "jsonl");
            List<String> trees = trees(file);
            for (String form : way(seed)) {
                file = convert(file, Kind.EVENTS, form);
            }
            assertThat(trees(convert(file, Kind.EVENTS, "jsonl"))).isEqualTo(trees);
        });
    }

    @Test
    void touchesAndOutcomesSayTheSameInEveryForm() {
        Seeds.cases(32).check((seed, random) -> {
            for (Kind kind : List.of(Kind.TOUCHES, Kind.OUTCOMES)) {
                List<String> rows = rows(kind, random);
                List<String> said = describe(List.of(write("first.csv", rows)), kind);
                Collections.shuffle(rows.subList(1, rows.size()), random);
                Path file = write("shuffled.csv", rows);
                for (String form : way(seed)) {
                    file = convert(file, kind, form);
                    assertThat(describe(List.of(file), kind)).as(form).isEqualTo(said);
                }
            }
        });
    }

    @Test
    void leadsSayTheSameInEveryForm() {
        Seeds.cases(32).check((seed, random) -> {
            List<String> rows = new ArrayList<>(List.of("email,user_id,title,company,phone,created,E-Mail"));
            for (int i = 0; i < 1 + random.nextInt(10); i++) {
                rows.add("l" + random.nextInt(6) + "@acme.example," + pick(random, "", "u", "v") + ","
                        + pick(random, "CEO", "\"a, \"\"b\"\"\nc\"", "'=1+1", "''+x", "\" x \"") + ","
                        + pick(random, "Acme", "-5", "'-x", "ß;|", "{\"\"a\"\":1}") + ","
                        + pick(random, "", "+49301234", "030 1234") + "," + pick(random, "", "2026-01-02 03:04:05")
                        + ",never");
            }
            Path file = write("first.csv", rows);
            List<String> said = describe(List.of(file), Kind.LEADS);
            for (String form : way(seed)) {
                file = convert(file, null, form);
                assertThat(describe(List.of(file), Kind.LEADS)).as(form).isEqualTo(said);
            }
        });
    }

    private static List<String> rows(Kind kind, Random random) {
        boolean isTouch = kind == Kind.TOUCHES;
        List<String> rows = new ArrayList<>();
        rows.add("lead,user_id,email,phone,anonymous_id,message_id,at,"
                + (isTouch ? "by,channel,direction,outcome" : "by,decision,reason,amount,currency"));
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            String start = pick(random, "u", "l1@acme.example", "hubspot:7; u", "+49 30 123", "901", "\"a,b\"", "", "")
                    + "," + pick(random, "", "", "", "u", "901", "true", "\"two\nlines\"") + ","
                    + pick(random, "", "", "", "B@x.example", "none@") + ","
                    + pick(random, "", "", "030 1234", "(212) 555-0100", "2125550100", "+1 212 555 0100", "?") + ","
                    + pick(random, "", "", "", "7", "\"a\tb\"") + ","
                    + pick(random, "", "", "m" + random.nextInt(5), "7", "\"m\t\"\"7\"") + ","
                    + pick(random, "2026-03-01T09:00:00Z", "2026-03-01 10:00:00.123+0100", "2026-03-02", "soon") + ","
                    + pick(random, "Ann", "=Bo", "\"two\nlines\"") + ",";
            rows.add(start
                    + (isTouch
                            ? pick(random, "Call", "e-mail", "", "fax") + "," + pick(random, "", "Inbound", "out") + ","
                                    + pick(random, "", "voicemail", "12", "null")
                            : pick(random, "won", "rejected", "LOST", "maybe") + ","
                                    + pick(random, "", "no budget", "on leave", "-") + ","
                                    + pick(random, "", "12", "\"1,234.5\"", "1.234", "$3k", "1-2") + ","
                                    + pick(random, "", "USD", "EUR")));
        }
        return rows;
    }

    /** All but the counts that conversions change: copies, and what is rejected. */
    private List<String> describe(List<Path> files, Kind kind) {
        Path leads = write(
                "leads.csv",
                List.of(
                        "Email,user_id,Record ID,Lead Status,Phone",
                        "l1@acme.example,u,901,,",
                        "b@x.example,,902,,",
                        ",,903,,212-555-0100"));
        LeadFiles.Input input = new LeadFiles.Input(
                kind == Kind.LEADS ? files : List.of(leads),
                kind == Kind.EVENTS ? files : List.of(),
                kind == Kind.TOUCHES ? files : List.of(),
                kind == Kind.OUTCOMES ? files : List.of(),
                new LeadFiles.Manner(Desk.NOW, false, null, ZoneOffset.UTC, List.of(), false));
        try {
            Population population = LeadFiles.read(Desk.contract(), input, LeadFiles.Listener.NONE);
            List<String> lines = new ArrayList<>();
            Desk.describe(population).forEach(line -> lines.add(line.replaceAll("order=[0-9]+", "order")));
            Counts counts = population.counts();
            lines.set(
                    0,
                    counts.rows() + " rows, " + counts.calls() + " calls, " + counts.differing() + " differing, "
                            + counts.visitors() + " visitors, newest " + population.newest());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path convert(Path file, Kind kind, String form) {
        Path target = folder.resolve(
                "converted" + Math.floorMod(file.hashCode(), 2) + System.identityHashCode(file) + "." + form);
        boolean packed = form.endsWith(".gz");
        Form written = Form.valueOf(form.replace(".gz", "").toUpperCase(Locale.ROOT));
        try {
            LeadFiles.Manner manner = new LeadFiles.Manner(Desk.NOW, false, null, null, List.of(), false);
            Conversion.Order order = new Conversion.Order(List.of(file), kind, written, packed, manner);
            Conversion.Result result = Conversion.run(order, target, LeadFiles.Listener.NONE);
            long rejected = result.rejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(result.read()).isEqualTo(result.written() + result.duplicates() + rejected);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> trees(Path file) throws IOException {
        List<String> trees = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                trees.add(CanonicalJson.of(new JsonTree().read(line))
                        + line.replaceAll("[^.]", "").length());
            } catch (Refusal e) {
                throw new AssertionError("what is written can be read", e);
            }
        }
        return trees;
    }

    private Path write(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
