package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.columns.MapFault;
import io.cupel.files.text.FileFault;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of every kind with anything in them: each is used, a duplicate, rejected or passed over, whichever stands first.
 * There are no quotes in them, so that a line is a row and lines can be counted without reading them.
 */
class ReadersFuzzPropertyTest {
    private static final String[] PIECES = {
        ",",
        ",,",
        ";",
        " ",
        "\t",
        "@",
        ".",
        "-",
        "0",
        "1e999",
        "99999999999999999999999",
        "\u0000",
        "é",
        "\ufeff",
        "\ud83d\ude00",
        "İ",
        "=1+1",
        "2026-03-01",
        "1969-01-01",
        "2999-01-01",
        "null",
        "true",
        "won",
        "call",
        "$5M-10M",
        "hubspot:501",
        "00Q5e00000AbcdEEAR",
        "{",
        "}",
        ":",
        "[",
        "x".repeat(300),
    };

    /** A kind of file: its header, and rows from which others are made. */
    private enum Sort {
        LEADS(
                "Record ID,Email,Job Title,Lead Status,Create Date,Last Modified Date,IsDeleted,Merged Contact IDs",
                "501,a@x.example,CEO,New,2026-01-02,2026-02-02,false,",
                "502,b@x.example ::: c@x.example,CFO,Customer,2026-01-02,,true,501"),
        COMPANIES(
                "Record ID,Company name,Company Domain Name,Company owner,Number of Employees,Annual Revenue",
                "7,X,x.example,Ann,51-200,$5M"),
        DEALS(
                "Record ID,Deal Name,Deal Stage,Pipeline,Associated Contact IDs,Amount,Create Date,Close Date",
                "9,D,Closed Won,P,501;502,1200,2026-03-01,2026-03-09",
                "8,E,Closed Lost,P,503,,2026-03-01,2026-03-10"),
        EVENTS("user_id,event,timestamp,plan", "u,Watched,2026-03-01 10:00,x", "v,Watched,2026-03-02,"),
        TOUCHES("lead,at,by,channel,direction", "u,2026-03-01 10:00,Ann,call,outbound", "v,2026-03-02,,email,"),
        OUTCOMES("lead,at,decision,reason,amount", "u,2026-03-01 10:00,rejected,no budget,", "v,2026-03-02,won,,$5");

        private final String header;
        private final String rows;

        Sort(String header, String... rows) {
            this.header = header;
            this.rows = String.join("\n", rows);
        }

        Desk give(Desk desk, List<String> lines) {
            String[] all = lines.toArray(String[]::new);
            return switch (this) {
                case LEADS, COMPANIES, DEALS -> desk.leads(all);
                case EVENTS -> desk.events(all);
                case TOUCHES -> desk.touches(all);
                case OUTCOMES -> desk.outcomes(all);
            };
        }

        /** Of rows of leads, companies and deals that tell one thing at one time, one has the last word. */
        boolean isInAnyOrder() {
            return switch (this) {
                case LEADS, COMPANIES, DEALS -> false;
                case EVENTS, TOUCHES, OUTCOMES -> true;
            };
        }
    }

    @TempDir
    private Path folder;

    @Test
    void everyRowOfEveryKindIsCountedOnce() {
        Seeds.cases(1_500).check((seed, random) -> {
            Sort sort = Sort.values()[random.nextInt(Sort.values().length)];
            List<String> rows = rows(sort.rows.lines().toList(), random);
            Population population = read(sort, rows);
            if (population == null) {
                return;
            }
            assertThat(population.files()).hasSize(1);
            assertThat(population.files().get(0).read()).as("%s", rows).isEqualTo(rows.size());
            if (sort.isInAnyOrder()) {
                List<String> shuffled = new ArrayList<>(rows);
                Collections.shuffle(shuffled, random);
                Population other = read(sort, shuffled);
                assertThat(other).isNotNull();
                assertThat(Desk.describe(other)).isEqualTo(Desk.describe(population));
            }
        });
    }

    /** Null where the file is at fault as a whole, as by a date that could be of two days. */
    private @org.jspecify.annotations.Nullable Population read(Sort sort, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(sort.header));
        lines.addAll(rows);
        lines.add(""); // the last line ends
        Desk desk = sort.give(new Desk(folder), lines);
        try {
            Population population = desk.readOrFail();
            assertThat(population.counts().rejections()).isEqualTo(desk.rejected.size());
            assertThat(desk.notes).noneMatch(note -> note.contains("x.example"));
            return population;
        } catch (FileFault fault) {
            assertThat(fault).message().startsWith(folder.toString()).doesNotContain("x.example");
            return null;
        }
    }

    @Test
    void everyRowOfSpendIsCountedOnce() {
        List<String> told = List.of("2026-03,linkedin,spring,1800.00,USD", "03/2026,google,,12,EUR");
        Seeds.cases(500).check((seed, random) -> {
            List<String> rows = rows(told, random);
            SpendFiles.Result result = spend(rows);
            long rejected = result.rejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(result.spends().size() + result.duplicates() + rejected + result.others())
                    .as("%s %s", rows, result)
                    .isEqualTo(rows.size());
            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(spend(shuffled).spends()).containsExactlyInAnyOrderElementsOf(result.spends());
        });
    }

    private SpendFiles.Result spend(List<String> rows) throws IOException {
        Path file = folder.resolve("spend.csv");
        Files.deleteIfExists(file);
        String text = "month,source,campaign,amount,currency\n" + String.join("\n", rows) + "\n";
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return SpendFiles.read(List.of(file), LeadFiles.Manner.plain(Desk.NOW, false), new Desk(folder));
    }

    @Test
    void everyLineOfLeadsAsJsonIsCountedOnce() {
        List<String> told = List.of(
                "{\"email\":\"a@x.example\",\"company\":{\"employees\":240}}",
                "{\"email\":\"b@x.example\",\"title\":7}",
                "");
        Seeds.cases(500).check((seed, random) -> {
            List<String> lines = rows(told, random);
            Path file = folder.resolve("leads.jsonl");
            Files.deleteIfExists(file);
            Files.write(file, (told.get(0) + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                Population population = new Desk(folder).leadFile(file).readOrFail();
                assertThat(population.files().get(0).read()).isEqualTo(1 + lines.size());
            } catch (FileFault fault) {
                assertThat(fault).message().startsWith(file.toString()).doesNotContain("x.example");
            }
        });
    }

    @Test
    void aMappingIsUsedOrItsFaultsAreTold() {
        String map = """
                kind: leads
                dates: day-first
                zone: Europe/Berlin
                columns:
                  Work mail: lead.email
                  Ref: id crm
                  Signed up: created + track "Trial Started"
                  State: status
                stages:
                  SALE_DONE: customer
                constants:
                  company.country: DE
                """;
        String[] pieces = {
            ":", " ", "\n", "  ", "-", "\"", "'", "#", "&a ", "*a", "!!x ", "|", ">", "{", "}", "[", "\t", "é", "\u0000"
        };
        Seeds.cases(1_000).check((seed, random) -> {
            Desk desk = new Desk(folder)
                    .leads("Work mail,Ref,Signed up,State", "a@x.example,1,2026-03-01,SALE_DONE")
                    .map(mutated(map, pieces, random).split("\n", -1));
            try {
                assertThat(desk.readOrFail().files()).hasSize(1);
            } catch (MapFault fault) {
                assertThat(fault.faults()).isNotEmpty();
            } catch (FileFault fault) {
                assertThat(fault).message().startsWith(folder.toString()).doesNotContain("x.example");
            }
        });
    }

    private static List<String> rows(List<String> told, Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 2 + random.nextInt(8); i > 0; i--) {
            String row = told.get(random.nextInt(told.size()));
            rows.add(random.nextInt(3) == 0 ? row : mutated(row, PIECES, random));
        }
        return rows;
    }

    private static String mutated(String text, String[] pieces, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(mutated.length() + 1);
            int until = Math.min(mutated.length(), from + random.nextInt(4));
            mutated.replace(from, until, pieces[random.nextInt(pieces.length)]);
        }
        return mutated.toString();
    }
}
