package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Evidence;
import io.cupel.files.text.FileFault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, programs and spreadsheets put into tables beside what belongs there. */
class OddTablesTest {
    private static final String SALESFORCE = "Id,Email,MasterRecordId,IsDeleted,IsConverted,LeadSource";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@x.example",
                "Mailto:A@x.example",
                "<a@x.example>",
                "Jane Doe <a@x.example>",
                "\"Doe, Jane\" <mailto:a@x.example>",
                "n/a; a@x.example",
                "a@x.example | -"
            })
    void anAddressIsTakenFromAmongWhatStandsAroundIt(String cell) {
        Desk desk = new Desk(folder).leads("user_id\temail", "u\t" + cell.replace("\"", ""), "v\tv@x.example");
        assertThat(desk.read().find("a@x.example"))
                .hasValueSatisfying(lead -> assertThat(lead.lead()).isEqualTo("u"));
        assertThat(desk.notes)
                .last()
                .asString()
                .endsWith("leads0.csv has 1 cell with more than an e-mail"
                        + " address, such as a name, mailto: or n/a (in line 2); the address is used");
    }

    @Test
    void severalAddressesAreNothingMoreAndOtherTextIsNoAddress() {
        Desk desk = new Desk(folder)
                .leads("user_id\temail", "u\ta@x.example; b@x.example", "v\tJane v@x.example", "w\tn/a", "x\t<x>");
        Population read = desk.read();
        assertThat(read.find("b@x.example")).isPresent();
        assertThat(read.find("v@x.example")).isEmpty();
        assertThat(desk.notes).noneMatch(note -> note.contains("more than"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"email\": \"a@x.example\",\n  \"title\": \"CRO\"\n}",
                "{\n  \"type\": \"track\",\n  \"event\": \"Go\"\n}\n{\n  \"type\": \"track\",\n  \"event\": \"Go\"\n}",
                "{\"events\": [\n  {\n    \"type\": \"track\"\n  }\n]}",
                "\n{\n  \"events\": [\n    {\n      \"type\": \"track\"\n    }\n  ]\n}",
                "{\"email\":\"a@x.example\",\n\"title\":\"b\"}",
                "{\"email\":\n\"a@x.example\"}\n{\"email\":\n\"b@x.example\"}\n",
                "\ufeff\n{\"company\":{\"name\":\"X\"}\n,\"email\":\"a@x.example\"}",
                "[{\"email\": \"a@x.example\"}]",
                "[\n  {\n    \"email\": \"a@x.example\"\n  }\n]",
                "[]",
                "\ufeff\n[ ]\n\n",
                "[1,2]\n",
                "[1,\n null]"
            })
    void jsonOnSeveralLinesSaysHowItIsToBeWritten(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("some.json"), json);
        expectRefused(file, "is JSON, but not JSON Lines[;:].* write one object on each line.*");
        assertThatThrownBy(() -> MapProposal.of(file, "", 80)).hasMessageContaining("not JSON Lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html><body><table><tr><td>Email</td></tr></table></body></html>\n",
                "<html>\n<table>\n<tr><td>Email</td>, <td>Title</td></tr>\n</table>\n",
                "<?xml version=\"1.0\"?>\n<Workbook/>\n"
            })
    void aWebPageIsRefusedWhateverItIsGivenAs(String page) throws Exception {
        Path file = Files.writeString(folder.resolve("saved.xls"), page);
        String reason = "is a web page or XML, not a table; export it again as CSV UTF-8";
        expectRefused(file, reason);
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        assertThatThrownBy(() -> SpendFiles.read(List.of(file), manner, LeadFiles.Listener.NONE))
                .hasMessageEndingWith(reason);
        byte[] wide = page.getBytes(StandardCharsets.UTF_16);
        for (Desk desk : List.of(
                new Desk(folder).touches(page.lines().toArray(String[]::new)),
                new Desk(folder).outcomes(page.lines().toArray(String[]::new)),
                new Desk(folder).leads(wide),
                new Desk(folder).events(wide))) {
            assertThatThrownBy(desk::readOrFail).hasMessageEndingWith(reason);
        }
    }

    @Test
    void theRemedyForJsonFitsHowItIsWritten() throws Exception {
        for (String[] told : new String[][] {
            {"{\"email\":\"a@x.example\",\n\"title\":\"b\"}", ", as jq -c . does"},
            {"[\n{\"email\": \"a@x.example\"}\n]", ", as jq -c '.[]' does"},
            {"{\"events\": [\n  {\n    \"type\": \"track\"\n  }\n]}", ""}
        }) {
            Path file = Files.writeString(folder.resolve("some.json"), told[0]);
            expectRefused(file, "write one object on each line" + Pattern.quote(told[1]));
        }
    }

    @Test
    void namesInBracesAreNoJson() throws Exception {
        String table = "{Email};{Title}\na@x.example;CEO\n";
        assertThat(Desk.only(new Desk(folder).leads(table).read()).lead()).isEqualTo("a@x.example");
        for (String name : List.of("{{ Email }}", "{Email}", "{Email},{Title}")) {
            Path file = Files.writeString(folder.resolve("merge.csv"), name + "\na@x.example,CEO\n");
            assertThat(Form.of(file)).isEqualTo(Form.CSV);
        }
        for (String json : List.of("{}", "{", "{\"a\":{}}", "{\"a\"", "{type:1}", "{'a':1},")) {
            Path file = Files.writeString(folder.resolve("log.jsonl"), json + "\nnothing\n");
            assertThat(Form.of(file)).isEqualTo(Form.JSONL);
        }
    }

    @Test
    void namesInBracketsAreNoJson() throws Exception {
        assertThat(Desk.only(new Desk(folder).leads("[Email]", "a@x.example").read())
                        .lead())
                .isEqualTo("a@x.example");
        for (String name : List.of("[Email]", "[Email],[Title]", "[1],[2]", "[1],Email", "[]\na@x.example")) {
            Path file = Files.writeString(folder.resolve("brackets.csv"), name + "\na@x.example,CEO\n");
            assertThat(Form.of(file)).isEqualTo(Form.CSV);
        }
        Path log = Files.writeString(folder.resolve("log.jsonl"), "[]\n{\"type\":\"track\"}\n");
        assertThat(Form.of(log)).isEqualTo(Form.JSONL);
    }

    @Test
    void aFileWithoutACallIsCalledNoLogByTheMapping() throws Exception {
        Path file = Files.writeString(folder.resolve("some.jsonl"), "{\"email\":\"a@x.exa\n");
        assertThatThrownBy(() -> MapProposal.of(file, "", 80))
                .hasMessageEndingWith("has no line that is a JSON object");
    }

    @Test
    void jsonLinesInAnotherEncodingSayWhichOne() throws Exception {
        Path file = folder.resolve("some.jsonl");
        Files.writeString(file, "\ufeff{\"email\": \"a@x.example\"}\n", StandardCharsets.UTF_16LE);
        expectRefused(file, "is UTF-16; JSON Lines are UTF-8: save it as UTF-8");
    }

    /** As leads and as events alike; the reason is a pattern. */
    private static void expectRefused(Path file, String reason) {
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        List<Path> given = List.of(file);
        for (LeadFiles.Input input :
                List.of(new LeadFiles.Input(given, List.of(), manner), new LeadFiles.Input(List.of(), given, manner))) {
            assertThatThrownBy(() -> LeadFiles.read(Desk.contract(), input, LeadFiles.Listener.NONE))
                    .isInstanceOf(FileFault.class)
                    .hasMessageMatching(".*" + reason);
        }
    }

    @Test
    void aBrokenFirstLineDoesNotMakeALogAnythingElse() {
        Desk desk = new Desk(folder)
                .events("{", "{\"type\":\"identify\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T10:00:00Z\"}");
        assertThat(desk.read().counts().leads()).isEqualTo(1);
        assertThat(desk.rejected).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextSaySo() throws Exception {
        byte[] bytes = new byte[4_096];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("leads.csv"), bytes);
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        LeadFiles.Input input = new LeadFiles.Input(List.of(file), List.of(), manner);
        assertThatThrownBy(() -> LeadFiles.read(Desk.contract(), input, LeadFiles.Listener.NONE))
                .isInstanceOf(FileFault.class)
                .hasMessage(file + ":1: is no text; export the table as CSV UTF-8");
    }

    @Test
    void aHeaderAloneIsSaid() {
        Desk desk = new Desk(folder).leads("email,title");
        desk.read();
        assertThat(desk.notes).anyMatch(note -> note.endsWith("leads0.csv has a header and no rows"));
    }

    @Test
    void filesOfCallsThatHoldNothingAreSaid() {
        Desk desk = new Desk(folder)
                .events(new byte[0])
                .touches("lead,at,channel")
                .outcomes("lead,at,decision", "u,2026-03-01,won");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("events0.jsonl is empty"))
                .anyMatch(note -> note.endsWith("touches0 has a header and no rows"))
                .noneMatch(note -> note.contains("outcomes0"));
    }

    @Test
    void ofColumnsOfOneNameOnlyTheUsedAreTold() {
        Desk desk = new Desk(folder).leads("email,Notes,Notes,title,Title", "a@x.example,x,y,CEO,CTO");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("not used: Notes"))
                .anyMatch(note -> note.endsWith("of which only the first counts: Title (columns 4 and 5)"));
    }

    @Test
    void soItIsInTablesOfTouchesOutcomesAndEvents() {
        Desk desk = new Desk(folder)
                .leads("user_id", "u")
                .touches("user_id,Lead,at,lead,Mood,mood,Channel,CHANNEL", ",u,2026-03-01,v,,,call,email")
                .outcomes("lead,at,Lead,decision", "u,2026-03-02,v,won")
                .events("user_id,event,timestamp,plan,Plan,properties.A,properties.a", "u,Seen,2026-03-01,a,b,1,2");
        assertThat(Desk.only(desk.read()).acts()).hasSize(2);
        assertThat(desk.notes)
                .containsExactlyInAnyOrder(
                        folder + "/touches0 is read as touches; not used: Mood",
                        folder + "/touches0 has columns of one name, of which only the first counts: lead (columns 2"
                                + " and 4), CHANNEL (columns 7 and 8)",
                        folder + "/outcomes0 has columns of one name, of which only the first counts: Lead (columns 1"
                                + " and 3)",
                        folder + "/events0.jsonl has columns of one name, of which only the first counts: Plan"
                                + " (columns 4 and 5)");
    }

    @Test
    void theNameOfADealIsUsedWhereNoIdTellsDealsApart() {
        for (String[] told :
                new String[][] {{"Deal Name", "used: Deal Name, "}, {"Record ID,Deal Name", "not used: Deal Name"}}) {
            String before = told[0].contains(",") ? "7,Big" : "Big";
            Desk desk = new Desk(folder)
                    .leads(told[0] + ",Deal Stage,Close Date,Email", before + ",Closed Won,2026-03-01,a@x.example");
            desk.read();
            assertThat(desk.notes).anyMatch(note -> note.contains(told[1]));
        }
    }

    @Test
    void largeNumbersOfNotesHaveSeparators() {
        String[] rows = new String[1_201];
        rows[0] = "Email,Lifecycle Stage";
        for (int i = 1; i < rows.length; i++) {
            rows[i] = "a" + i + "@x.example,Customer";
        }
        Desk desk = new Desk(folder).leads(rows);
        desk.read();
        assertThat(desk.notes).anyMatch(note -> note.contains("1,200 customers are not judged anew"));
    }

    @Test
    void aPackedParquetFileIsNoTable() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("PAR1 and so on".getBytes(StandardCharsets.UTF_8));
        }
        for (Desk desk : List.of(new Desk(folder).leads(packed.toByteArray()), events(packed.toByteArray()))) {
            assertThatThrownBy(desk::readOrFail)
                    .hasMessageEndingWith(": is a Parquet file packed with gzip; unpack it first (gunzip)");
        }
    }

    private Desk events(byte[] content) {
        return new Desk(folder).events(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", ",,\n", " , ,\n"})
    void anyNumberOfBlankRowsMayStandBeforeTheHeader(String blank) {
        Desk desk = new Desk(folder).leads(blank.repeat(25) + "email,title,company\na@x.example,CEO,X\n");
        assertThat(Desk.only(desk.read()).lead()).isEqualTo("a@x.example");
        for (int rows : new int[] {1, 25}) {
            Desk blanks = new Desk(folder).leads(blank.repeat(rows));
            assertThatThrownBy(blanks::readOrFail).hasMessageContaining("is empty but for blank rows; a table begins");
        }
        Desk endless = new Desk(folder).leads(blank.repeat(1_100) + "email,title,company\na@x.example,CEO,X\n");
        assertThatThrownBy(endless::readOrFail)
                .hasMessageContaining("is empty but for blank rows, as its first 1,000 rows tell");
    }

    @Test
    void aRecordThatNamesItselfAsItsMasterIsNotGone() {
        Desk desk = new Desk(folder)
                .leads(
                        SALESFORCE,
                        "00Q5g00000AbCdEEAV,a@x.example,00Q5g00000AbCdEEAV,false,false,Web",
                        "00Q5g00000AbCdFEAV,b@x.example,00Q5g00000AbCdFEAV,true,false,Web");
        Population read = desk.read();
        assertThat(read.goneIds()).isEmpty();
        assertThat(Desk.only(read).lead()).isEqualTo("a@x.example");
        assertThat(desk.reasons()).containsExactly("is marked as deleted");
    }

    @Test
    void anIdOfSalesforceIsUsedAlsoBesideAnAddress() {
        Desk desk = new Desk(folder)
                .leads(
                        "Id,Email",
                        "00Q5g00000AbCdEEAV,a@x.example",
                        "17,b@x.example",
                        "00Q5g00000AbCdEEAW,c@x.example");
        Population read = desk.read();
        assertThat(read.find("salesforce:00Q5g00000AbCdE")).map(Evidence::lead).contains("a@x.example");
        assertThat(read.find("17")).isEmpty();
        assertThat(read.size()).isEqualTo(3);
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("has 1 id of Salesforce in column Id, so it is used after all"));
    }

    @Test
    void aLeadIsFoundByItsIdWithoutTheNameOfTheSystem() {
        Population read = new Desk(folder)
                .leads(
                        "Record ID,First Name,Last Name,Email,Job Title",
                        "501,A,A,a@x.example,CEO",
                        "502,B,B,b@x.example,CEO")
                .leads("Lead ID,email", "502,c@x.example", "x-7,d@x.example")
                .read();
        assertThat(read.find("501")).map(Evidence::lead).contains("a@x.example");
        assertThat(read.find("x-7")).map(Evidence::lead).contains("d@x.example");
        assertThat(read.find("502")).as("two systems have it").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Doe,jane@x.example,CEO,Company", "Email,jane@x.example,Title,Phone"})
    void aRowWithAnAddressIsDataWhateverElseItSays(String row) {
        for (Desk desk : List.of(
                new Desk(folder).leads(row, "John,john@y.example,CTO,Y"),
                new Desk(folder).touches(row + ",channel", "John,john@y.example,CTO,Y,call"))) {
            assertThatThrownBy(desk::readOrFail)
                    .hasMessageContaining(":1: is data and names no columns: an e-mail address stands in column 2")
                    .hasMessageNotContaining("Doe");
            assertThat(desk.notes).isEmpty();
        }
    }

    @Test
    void idsThatASpreadsheetHasShortenedAreCountedByColumn() {
        Desk desk = new Desk(folder)
                .leads(
                        "user_id,Record ID,email",
                        "u,1.50E+11,a@x.example",
                        "v,2,b@x.example",
                        "1E+5,1.50E+11,c@x.example")
                .touches("lead,at", "1.50E+11,2026-03-01");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("leads0.csv has 2 rows whose ids in column Record ID were shortened"))
                .anyMatch(note -> note.endsWith("(the first in line 2), and not used; export that column as text"))
                .anyMatch(note -> note.contains("leads0.csv has 1 row whose id in column user_id was shortened"))
                .anyMatch(note -> note.contains("touches0 has 1 row whose id in column lead was shortened"));
    }
}
