package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.FileCount.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of each file: what it holds = used + duplicates + rejected + passed over. */
class FileCountsTest {
    private static final String PAGE = """
            {"type":"page","messageId":"%s","userId":"u-1","timestamp":"2026-03-0%dT10:00:00Z"}""";

    @TempDir
    private Path folder;

    private FileCount count(String file, Unit unit, int used, int duplicates, int rejected, int passedOver) {
        return new FileCount(folder.resolve(file).toString(), unit, used, duplicates, rejected, passedOver);
    }

    @Test
    void aTableOfLeadsTellsCopiesWordForWord() {
        Population population = new Desk(folder)
                .leads(
                        "email,title",
                        "a@x.example,CEO",
                        "b@x.example,CFO",
                        "",
                        "a@x.example,CEO",
                        ",CTO",
                        "only",
                        "b@x.example,CEO")
                .leads("email,title", "b@x.example,CFO")
                .leads("email,persona", "b@x.example,CFO")
                .read();
        assertThat(population.files())
                .containsExactly(
                        count("leads0.csv", Unit.ROWS, 3, 1, 2, 1),
                        count("leads1.csv", Unit.ROWS, 0, 1, 0, 0),
                        count("leads2.csv", Unit.ROWS, 1, 0, 0, 0));
        assertThat(population.counts().rows()).isEqualTo(4);
        assertThat(population.counts().duplicates()).isEqualTo(2);
    }

    @Test
    void companiesAndDealsTellTheirCopiesToo() {
        Population population = new Desk(folder)
                .leads("Record ID,Email,Lifecycle Stage,Lead Status", "1,a@x.example,,")
                .leads(
                        "Record ID,Company name,Company Domain Name,Company owner",
                        "7,X,x.example,Ann",
                        "7,X,x.example,Ann")
                .outcomes(
                        "Record ID,Deal Name,Deal Stage,Pipeline,Associated Contact IDs,Create Date,Close Date",
                        "9,D,Closed Won,P,1,2026-03-01,2026-03-09",
                        "9,D,Closed Won,P,1,2026-03-01,2026-03-09",
                        "8,E,Closed Won,P,,2026-03-01,2026-03-09")
                .read();
        assertThat(population.files())
                .containsExactly(
                        count("leads0.csv", Unit.ROWS, 1, 0, 0, 0),
                        count("leads1.csv", Unit.ROWS, 1, 1, 0, 0),
                        count("outcomes0", Unit.ROWS, 1, 1, 1, 0));
    }

    @Test
    void aCopyIsADuplicateOfTheFileThatIsGivenLater() {
        Desk desk = new Desk(folder)
                .events(PAGE.formatted("m-1", 2), PAGE.formatted("m-2", 1), "", "{", PAGE.formatted("m-2", 1))
                .events(PAGE.formatted("m-3", 1), PAGE.formatted("m-1", 1))
                .touches("message_id,lead,at,channel", "t-1,u-1,2026-03-01,call", "t-1,u-1,2026-03-01,call");
        List<FileCount> counts = List.of(
                count("events0.jsonl", Unit.LINES, 2, 1, 1, 1),
                count("events1.jsonl", Unit.LINES, 1, 1, 0, 0),
                count("touches0", Unit.ROWS, 1, 1, 0, 0));
        assertThat(desk.read().files()).isEqualTo(counts);
        assertThat(desk.onDisk().read().files()).isEqualTo(counts);
    }

    @Test
    void ofALogWithBatchesCallsAreCounted() {
        String first = PAGE.formatted("m-1", 1);
        String second = PAGE.formatted("m-2", 1);
        Population population = new Desk(folder)
                .events(
                        "{\"batch\":[" + first + "," + second + ",7]}",
                        "{\"batch\":[]}",
                        "{\"batch\":[" + first + "]}",
                        PAGE.formatted("m-3", 1))
                .read();
        FileCount count = population.files().get(0);
        assertThat(count).isEqualTo(count("events0.jsonl", Unit.CALLS, 3, 1, 1, 1));
        assertThat(count.read()).isEqualTo(6);
    }

    @Test
    void linesOfATableThatTellNothingArePassedOver() throws Exception {
        Path leads = Files.writeString(
                folder.resolve("leads.jsonl"), "{\"email\":\"a@x.example\"}\n\n{\"email\":\"\"}\n{\n");
        assertThat(new Desk(folder).leadFile(leads).read().files())
                .containsExactly(count("leads.jsonl", Unit.ROWS, 1, 0, 1, 2));
    }
}
