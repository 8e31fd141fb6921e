package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertTest {
    @TempDir
    private Path folder;

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String to(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatBecameOfEachRowIsSaid() throws Exception {
        String in =
                file("touches.csv", "lead,at,channel", "u,2026-03-01,call", "u,2026-03-01,call", "u,2026-03-01,fax");
        Run run = Run.of("convert", in, "--to", to("touches.jsonl"));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(in + ":4: has a channel that is none of call")
                .endsWith(to("touches.jsonl") + ": 3 touches read = 1 written + 1 duplicate + 1 rejected\n");
        assertThat(folder.resolve("touches.jsonl")).hasContent("""
                {"type":"track","event":"Cupel Touch","timestamp":"2026-03-01T00:00:00Z",\
                "properties":{"channel":"call","direction":"outbound","lead":"u"}}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            email                        ; 1 lead ; leads
            Company name,Company owner   ; 1 company ; companies
            Deal Name,Deal Stage,Contact ; 1 deal ; deals
            user_id,event,timestamp      ; 1 event ; events
            lead,at,channel              ; 1 touch ; touches
            lead,at,decision             ; 1 outcome ; outcomes
            month,source,amount          ; 1 row of spend ; rows of spend
            """)
    void rowsAreCalledWhatTheyAre(String header, String one, String many) throws Exception {
        String row = switch (one) {
            case "1 touch" -> "u,2026-03-01,call";
            case "1 outcome" -> "u,2026-03-01,won";
            case "1 event" -> "u,Demo,2026-03-01";
            case "1 row of spend" -> "2026-03,google,5";
            case "1 lead" -> "a@x.example";
            default -> "a" + ",b".repeat(header.split(",", -1).length - 1);
        };
        String first = file("in.csv", header, row);
        assertThat(Run.of("convert", first, "--to", to("out.jsonl")).err()).contains(": " + one + " read = 1 written");
        String second =
                file("in.csv", header, row, row.replaceFirst("^[^,]", "2").replaceFirst("^2026", "2027"));
        assertThat(Run.of("convert", second, "--to", to("out.jsonl")).err()).contains(": 2 " + many + " read = ");
    }

    @Test
    void leadsAndDealsAreNotMixedInOneTable() throws Exception {
        String leads = file("leads.csv", "email,title", "a@x.example,CEO");
        String deals = file("deals.csv", "Deal Name,Deal Stage,Contact ID", "Big,Closed Won,7");
        Run run = Run.of("convert", leads, deals, "--to", to("out.csv"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(deals + ": holds deals, and " + leads + " holds leads; convert one kind at a time");
    }

    @Test
    void theWorkshopIsJudgedAlikeInEveryForm() {
        String judged = Run.workshop("qualify", "--format", "jsonl", "--all").out();
        for (String form : List.of("csv", "csv.gz", "jsonl.gz", "parquet")) {
            String leads = to("leads." + form);
            String events = to("events." + form);
            assertThat(Run.of("convert", Run.LEADS, "--to", leads).exit()).isZero();
            assertThat(Run.of("convert", Run.EVENTS, "--to", events).exit()).isZero();
            Run run = Run.of(
                    "qualify",
                    "--contract",
                    Run.WORKSHOP,
                    "--leads",
                    leads,
                    "--events",
                    events,
                    "--format",
                    "jsonl",
                    "--all");
            assertThat(run.out()).as(form).isEqualTo(judged);
        }
    }

    @Test
    void aFileThatIsReadIsNotOverwritten() throws Exception {
        String in = file("a.csv", "email", "a@acme.example");
        Run run = Run.of("convert", in, "--to", in);
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains(in + " is read; name another file to write");
        assertThat(Run.of("convert", in, "--to", to("b.csv"), "--rejects", to("b.csv"))
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void theFormIsAskedForWhereTheNameDoesNotTellIt() throws Exception {
        String in = file("a.csv", "email", "a@acme.example");
        assertThat(Run.of("convert", in, "--to", to("b.txt")).err())
                .contains(
                        "the name of " + to("b.txt") + " does not tell its form; say --format csv or jsonl or parquet");
        assertThat(Run.of("convert", in, "--to", to("b.txt"), "--format", "jsonl")
                        .exit())
                .isZero();
        assertThat(folder.resolve("b.txt")).hasContent("{\"email\":\"a@acme.example\"}");
        assertThat(Run.of("convert", in, "--to", to("b.parquet.gz")).err()).contains("Parquet packs itself");
    }

    @Test
    void filesOfSeveralKindsAreNotMixed() throws Exception {
        String leads = file("a.csv", "email", "a@acme.example");
        Run run = Run.of("convert", leads, Run.EVENTS, "--to", to("b.csv"));
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains("holds events, and " + leads + " holds leads; convert one kind at a time");
        assertThat(folder).isDirectoryNotContaining("glob:**b.csv").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFaultLeavesTheOldFile() throws Exception {
        String in = file("a.csv", "lead,channel,at", "u,fax,2026-03-01");
        String out = file("b.parquet", "before");
        Run run = Run.of("convert", in, "--to", out, "--strict");
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains(in + ":2: has a channel").doesNotContain("\tat ");
        assertThat(Path.of(out)).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aKindIsTakenOutOfALog() throws Exception {
        String touch = "{\"type\":\"track\",\"event\":\"Cupel Touch\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}";
        String page = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}";
        String in = file("log.jsonl", touch, page);
        Run run = Run.of("convert", in, "--to", to("touches.csv"), "--kind", "touches");
        assertThat(run.err())
                .contains(":2: is a call of another kind")
                .contains("2 touches read = 1 written + 1 rejected");
        assertThat(folder.resolve("touches.csv")).hasContent("""
                "lead",at,by,channel,direction,outcome,user_id
                ,2026-03-01T00:00:00Z,,unknown,outbound,,u""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            events   ; uid,what,on          ; u,Watched,3/4/2026 ; uid: user_id,what: event,on: timestamp
            touches  ; who,on,via           ; u,3/4/2026,call    ; who: lead,on: at,via: channel
            outcomes ; who,on,said          ; u,3/4/2026,WON     ; who: lead,on: at,said: decision
            spend    ; paid in,to whom,cost ; 2026-03,google,5   ; paid in: month,to whom: source,cost: amount
            """)
    void aMappingSaysWhatIsConverted(String kind, String header, String row, String columns) throws Exception {
        String in = file("in.csv", header, row);
        String map =
                file("m.yaml", "kind: " + kind, "dates: day-first", "columns:", "  " + columns.replace(",", "\n  "));
        Run run = Run.of("convert", in, "--map", map, "--to", to("out.jsonl"), "--zone", "Europe/Berlin");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains(": 1 ").contains(" read = 1 written");
        if (!kind.equals("spend")) {
            assertThat(folder.resolve("out.jsonl")).content().contains("2026-04-02T22:00:00Z");
        }
    }

    @Test
    void timesReadInUtcUnaskedAreSaid() throws Exception {
        String in = file(
                "z.csv",
                "lead,at,decision",
                "s1,2026-02-01T02:00Z,sql",
                "s1,2026-02-01 02:00,won",
                "s2,2026-02-02,sql",
                "s3,1769911200000,sql");
        String note = "z.csv has 2 times without an offset (first in line 3), read in UTC; --zone names another zone";
        Run run = Run.of("convert", in, "--to", to("z.jsonl"));
        assertThat(run.err().replaceAll("\\s+", " ")).containsOnlyOnce(note);
        assertThat(folder.resolve("z.jsonl")).content().contains("2026-02-01T02:00:00Z");
        assertThat(Run.of("convert", in, "--to", to("z.csv.gz")).err().replaceAll("\\s+", " "))
                .containsOnlyOnce(note);
        assertThat(Run.of("convert", in, "--to", to("o.jsonl"), "--zone", "Europe/Berlin")
                        .err())
                .doesNotContain("offset");
        String map = file(
                "m.yaml", "kind: outcomes", "zone: Europe/Berlin", "columns: {lead: lead, at: at, decision: decision}");
        assertThat(Run.of("convert", in, "--to", to("o2.jsonl"), "--map", map).err())
                .contains(" written")
                .doesNotContain("offset");
    }

    @Test
    void addressesThatAreNoneAreSaidOnce() throws Exception {
        String in = file(
                "t.csv",
                "user_id,email,at,channel",
                "u,a@acme.example,2026-02-01T00:00Z,call",
                "u,no,2026-02-01T00:00Z,call");
        String note = "lead.email stays unknown in 1 place: the value is not an e-mail address";
        for (String form : List.of("t.jsonl", "t.csv.gz", "t.parquet")) {
            assertThat(Run.of("convert", in, "--to", to(form)).err().replaceAll("\\s+", " "))
                    .as(form)
                    .containsOnlyOnce(note)
                    .contains("t.csv:3");
        }
    }

    @Test
    void leadsKeepTheirNamesSoThatTheMappingFitsThemToo() throws Exception {
        String in = file("in.csv", "Mail,Ref,Mail", "a@acme.example,7,b@acme.example");
        String map = file("m.yaml", "columns:", "  Mail: lead.email", "  Ref: id", "  '#3': more emails");
        Run run = Run.of("convert", in, "--map", map, "--to", to("out.csv"));
        assertThat(run.err()).contains("give --map " + map + " also with what is written");
        assertThat(folder.resolve("out.csv")).content().startsWith("\"Mail\",Ref,#3\n");
        String[] qualify = {
            "qualify", "--contract", Run.WORKSHOP, "--map", map, "--all", "--format", "csv", "--leads", in
        };
        String before = Run.of(qualify).out();
        qualify[qualify.length - 1] = to("out.csv");
        assertThat(Run.of(qualify).out()).isEqualTo(before).contains("a@acme.example");
    }

    @Test
    void leadsKnownByTheirRowsGetOtherIdsWhichIsSaid() throws Exception {
        String in = file("in.csv", "Shop,Town", "Acme,Bonn");
        String map = file("m.yaml", "id: row", "columns:", "  Shop: company.name", "  Town: ignore");
        Run run = Run.of("convert", in, "--map", map, "--to", to("out.csv"));
        assertThat(run.err())
                .contains("also with what is written; its leads get other ids, for a file's name and a row's line are");
    }

    @Test
    void theFaultsOfAMappingAreToldAndNothingIsWritten() throws Exception {
        String in = file("in.csv", "who,on", "u,2026-03-01");
        String map = file("m.yaml", "kind: touches", "columns: {who: lead, on: att}");
        Run run = Run.of("convert", in, "--map", map, "--to", to("out.csv"));
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains("did you mean 'at'?", "the mapping has 1 fault, so nothing was written");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(Run.of("convert", in, "--map", map, "--to", map, "--format", "csv")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aMappingThatIsAboutNoneOfTheFilesIsAFault() throws Exception {
        String map = file("m.yaml", "kind: events", "columns: {uid: user_id}");
        Run run = Run.of("convert", Run.EVENTS, "--map", map, "--to", to("out.csv"));
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err()).contains("is about none of the tables: none of the files is one");
    }

    @Test
    void columnsOfOneNameAreNamed() throws Exception {
        String in = file("a.csv", "email,E-Mail", "a@acme.example,b@acme.example");
        Run run = Run.of("convert", in, "--to", to("b.csv"));
        assertThat(run.err()).contains("has columns of the same name, of which the first is written: E-Mail");
        assertThat(folder.resolve("b.csv")).hasContent("\"email\"\na@acme.example");
    }
}
