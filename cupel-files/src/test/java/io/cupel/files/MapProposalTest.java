package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.columns.TableKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapProposalTest {
    @TempDir
    private Path folder;

    private List<String> proposal(String... lines) throws IOException {
        return MapProposal.of(Files.write(folder.resolve("t.csv"), List.of(lines)));
    }

    @Test
    void eachColumnIsProposedWithItsReason() throws Exception {
        assertThat(proposal(
                        "Lead ID,Contact Name,Emial,Mobile,Asked for demo on,Status,Notes",
                        "LD-1,Vera V,vera@nord.example,+49 30 123456,26-02-2026,GOOD_LEAD,call +49 30 123456",
                        "LD-2,Otto O,otto@nord.example,+49 30 123457,01-03-2026,SALE_DONE,mail otto@nord.example",
                        "LD-3,Ina I,ina@nord.example,+49 30 123458,02-03-2026,SALE_DONE,mail ina@nord.example"))
                .contains(
                        "# 3 rows, 7 columns",
                        "# 'Asked for demo on' is day-first: 26-02-2026 (line 2) can be nothing else",
                        "  Contact Name: ignore",
                        "  Lead ID: id                                # by its name",
                        "  Emial: lead.email                          # looks like e-mail addresses in 3 of 3 rows",
                        "  Notes: ignore",
                        "  SALE_DONE: customer                        # 2 rows; by the word 'sale'",
                        "  GOOD_LEAD: lead                            # 1 row; by the word 'good'")
                .anyMatch(line -> line.startsWith("  Asked for demo on: track \"Demo Requested\""));
    }

    @Test
    void nothingThatIsSomebodysIsShown() throws Exception {
        String all = String.join(
                "\n",
                proposal(
                        "Mail of Vera,+49 30 123456,Status",
                        "a@x.example,+49 30 1,Call Vera Vogel at +49 30 123456",
                        "b@x.example,+49 30 2,b@x.example is away"));
        assertThat(all).doesNotContain("Vogel", "123456", "x.example");
    }

    @Test
    void freeTextIsNoListOfStages() throws Exception {
        for (String text :
                List.of("Vera rang twice; nice", "Vera Vogel, Otto", "Otto is on leave till May", "Vera Vogel")) {
            assertThat(String.join("\n", proposal("Email,Status", "a@x.example,\"" + text + "\"", "b@x.example,New")))
                    .as(text)
                    .doesNotContain("Vera", "Otto");
        }
    }

    @Test
    void sizesAndMoneyAreToldByTheirShape() throws Exception {
        assertThat(proposal(
                        "Email,Team,Turnover,Budget,Ages",
                        "a@x.example,51-200,$10M,$5k,18-24",
                        "b@x.example,\"10,001+\",€2.5M,$6k,25-34"))
                .anyMatch(line ->
                        line.matches("  Team: company.employees +# looks like sizes of companies in 2 of 2 rows"))
                .anyMatch(line -> line.matches("  Turnover: company.revenue +# looks like money in 2 of 2 rows"))
                .anyMatch(line -> line.matches("  Budget: ignore +# looks like money .*hardly a company's revenue"))
                .contains("  Ages: ignore");
    }

    @Test
    void anIdOfSomethingElseIsNobodysId() throws Exception {
        List<String> lines = proposal(
                "Full Name,Email,campaign_id,Device,Client Ref,Currency",
                "Vera V,none,1,Mobile,A1,EUR",
                "Otto O,o@x.example,2,Tablet,A2,EUR");
        assertThat(lines)
                .contains("  campaign_id: ignore", "  Device: ignore", "  Full Name: ignore")
                .anyMatch(line -> line.startsWith("  Client Ref: id "))
                .anyMatch(line -> line.matches("  Currency: ignore +# a currency, but no amount that is used"));
    }

    @Test
    void datesInDoubtAreSaidAndNotDecided() throws Exception {
        assertThat(proposal("Email,Created", "a@x.example,3/4/2026", "b@x.example,5/6/2026"))
                .contains(
                        "# 'Created' could be day-first or month-first: 3/4/2026 (line 2)",
                        "# dates: day-first   # or month-first");
    }

    @Test
    void aTableWithoutIdsHasThePlacesOfItsRows() throws Exception {
        assertThat(proposal("age,y", "30,yes", "40,no", "31,no"))
                .anyMatch(line -> line.startsWith("id: row"))
                .anyMatch(line -> line.startsWith("  yes: customer"));
    }

    @Test
    void tablesOfEventsTouchesOutcomesAndSpendAreTold() throws Exception {
        assertThat(proposal("user_id,event,timestamp", "u,x,2026-03-01 10:00"))
                .anyMatch(line -> line.startsWith("kind: events"));
        assertThat(proposal("lead,at,channel,direction", "u,2026-03-01 10:00,call,outbound"))
                .anyMatch(line -> line.startsWith("kind: touches"));
        assertThat(proposal("lead,at,decision", "u,2026-03-01 10:00,won"))
                .anyMatch(line -> line.startsWith("kind: outcomes"));
        assertThat(proposal("month,source,amount", "2026-03,google,5"))
                .anyMatch(line -> line.startsWith("kind: spend"));
    }

    @Test
    void aLogOfCallsNeedsNoMapping() {
        assertThatThrownBy(() -> proposal("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}"))
                .hasMessageEndingWith("is a log of calls, which needs no mapping; give it after --events");
    }

    @Test
    void columnsOfOneNameAreCalledByTheirNumbers() throws Exception {
        assertThat(proposal("Name,Email,Name", "A,a@x.example,B"))
                .contains("# Columns of one name are called by their numbers: Name (columns 1 and 3)")
                .anyMatch(line -> line.matches("  \"#3\": ignore +# called 'Name'"));
    }

    @Test
    void theCommandsRunAsTheyStand() {
        assertThat(MapUse.commands(Path.of("../in/a.csv.gz"), TableKind.LEADS, ""))
                .containsExactly(
                        "cupel map ../in/a.csv.gz --out a.map.yaml",
                        "cupel qualify --contract contract.yaml --leads ../in/a.csv.gz --map a.map.yaml");
        assertThat(MapUse.commands(Path.of("Bob's leads.csv"), TableKind.EVENTS, "m.yaml"))
                .containsExactly("cupel qualify --contract contract.yaml --leads leads.csv --events"
                        + " 'Bob'\\''s leads.csv' --map m.yaml");
        assertThat(MapUse.commands(Path.of("-s.csv"), TableKind.SPEND, "m.yaml"))
                .containsExactly("cupel convert ./-s.csv --map m.yaml --to ./-s.spend.jsonl");
        assertThat(MapUse.commands(Path.of("deals.csv"), TableKind.DEALS, "m.yaml"))
                .containsExactly("cupel qualify --contract contract.yaml --leads leads.csv deals.csv --map m.yaml");
    }

    @Test
    void theColumnsOfEventsAreProposedAsThePageNamesThem() throws Exception {
        assertThat(proposal(
                        "user_id,type,event,timestamp,properties,path,page_url,title,utm_source,Plan Name,geo.city",
                        "u,track,x,2026-03-01 10:00,{},/,https://x.example/,T,g,pro,Bonn"))
                .anyMatch(line -> line.startsWith("kind: events "))
                .anyMatch(line -> line.startsWith("  type: type "))
                .anyMatch(line -> line.startsWith("  properties: properties "))
                .anyMatch(line -> line.startsWith("  path: path "))
                .anyMatch(line -> line.startsWith("  page_url: url "))
                .anyMatch(line -> line.startsWith("  title: title "))
                .anyMatch(line -> line.startsWith("  utm_source: utm_source "))
                .anyMatch(line -> line.startsWith("  Plan Name: properties.Plan Name "))
                .anyMatch(line -> line.startsWith("  geo.city: properties.geo.city "));
    }

    @Test
    void aLogOfEventsMayHaveColumnsThatOtherKindsHaveToo() throws Exception {
        assertThat(proposal("user_id,type,event,timestamp,decision", "u,track,x,2026-03-01 10:00,later"))
                .anyMatch(line -> line.startsWith("kind: events"));
        assertThat(proposal("user_id,event,timestamp,channel,direction", "u,x,2026-03-01 10:00,web,in"))
                .anyMatch(line -> line.startsWith("kind: events"));
        assertThat(proposal("event,user_id,timestamp,month,source,amount", "x,u,2026-03-01 10:00,3,web,5"))
                .anyMatch(line -> line.startsWith("kind: events"));
        assertThat(proposal("email,company,channel,date", "a@x.example,Acme,web,2026-03-01"))
                .anyMatch(line -> line.startsWith("kind: leads"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id,type,event,timestamp,properties|u,track,Watched,2026-03-01 10:00,{\"seconds\":30}",
                "uid,event_type,page_path,at,seconds|u,page view,/pricing,2026-03-01 10:00,30",
                "user_id,lead,event,timestamp,seconds,Seconds|,u,Watched,2026-03-01 10:00,30,31",
                "user_id,event,timestamp,plan.name,properties.seconds,a..b,.|u,Watched,2026-03-01 10:00,pro,30,1,2",
                "user_id,event,timestamp,utm_source,campaign.source,Path,url,session id|"
                        + "u,Watched,2026-03-01 10:00,7,8,9,10,s 1",
                "email,anonymous_id,event,original_timestamp,rest_of_call,,x|"
                        + "u@x.example,a,Watched,2026-03-01T10:00Z,{\"type\":\"track\"},5,6",
            })
    void aProposalForEventsReadsAsTheTableDoesWithoutIt(String table) throws Exception {
        String[] lines = table.replace("{\"", "\"{\"\"")
                .replace("\":", "\"\":")
                .replace(":\"track\"}", ":\"\"track\"\"}")
                .replaceAll("[}](,|$)", "}\"$1")
                .split("[|]", -1);
        Path file = Files.write(folder.resolve("t.csv"), List.of(lines));
        Desk plain = new Desk(folder).eventFile(file);
        Desk mapped = new Desk(folder).eventFile(file).map(MapProposal.of(file).toArray(String[]::new));
        assertThat(Desk.describe(mapped.read())).isEqualTo(Desk.describe(plain.read()));
        assertThat(plain.rejected).isEmpty();
    }

    @Test
    void everyProposalForASampleIsAcceptedAndReadsItsTable() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Samples.folder("."))) {
            files = all.filter(path -> path.toString().matches(".*(csv|csv\\.gz)"))
                    .filter(path -> !path.toString().contains("/lists/")
                            && !path.toString().contains("/scorecards/"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            List<String> lines = MapProposal.of(file);
            Desk desk = new Desk(folder).map(lines.toArray(String[]::new));
            boolean isOfEvents = lines.stream().anyMatch(line -> line.startsWith("kind: events"));
            Counts counts = (isOfEvents ? desk.eventFile(file) : desk.leadFile(file))
                    .read()
                    .counts();
            assertThat(counts.rows() + counts.calls() + counts.duplicates())
                    .as(file.toString())
                    .isPositive();
            assertThat(String.join("\n", lines).getBytes(StandardCharsets.UTF_8).length)
                    .as(file.toString())
                    .isLessThan(10_000);
        }
        assertThat(files).hasSizeGreaterThan(15);
    }
}
