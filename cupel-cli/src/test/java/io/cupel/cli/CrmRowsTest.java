package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Range;
import io.cupel.testkit.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes back into the CRM. */
class CrmRowsTest {
    private static final String LATER = "2026-03-10T12:00";

    private static CrmRows rows(Crm crm) {
        return new CrmRows(crm, Worked.CONTRACT, Set.of(), false);
    }

    private static CrmRows.Lead lead(Crm crm, Worked worked) {
        return rows(crm).lead(worked.evidence(), worked.judged(LATER));
    }

    private static List<String> lines(Crm crm, Worked worked) {
        return rows(crm).lines(lead(crm, worked));
    }

    private static List<String> notes(Crm crm, Worked... worked) {
        return rows(crm).notes(Stream.of(worked).map(each -> lead(crm, each)).toList());
    }

    private static Worked known() {
        return Worked.lead("vp@nordwind.example")
                .inCrm("hubspot:501")
                .inCrm("salesforce:00Q5g00000AbCdE")
                .qualified();
    }

    private static Worked twice() {
        return known().inCrm("hubspot:777").inCrm("salesforce:0035g00000AbCdE");
    }

    @ParameterizedTest
    @EnumSource(Crm.class)
    void theFileReadsWell(Crm crm) {
        List<Worked> leads = List.of(
                known(),
                twice(),
                Worked.lead("new@nordwind.example").qualified(),
                Worked.lead("").qualified(),
                Worked.lead("=cmd@nordwind.example").knownFor("lead.title", "student"),
                Worked.lead("held@nordwind.example").knownFor("company.employees", new Range(11, 60)),
                Worked.lead("won@nordwind.example").inCrm("hubspot:9").shownAs(Outcome.WON),
                Worked.lead("no@nordwind.example")
                        .inCrm("hubspot:8")
                        .qualified()
                        .decided("2026-03-05T09:00", Outcome.REJECTED, "no budget\nthis year; \"maybe\" later"));
        CrmRows rows = rows(crm);
        List<CrmRows.Lead> made = leads.stream()
                .map(each -> rows.lead(each.evidence(), each.judged(LATER)))
                .toList();
        Stream<String> file =
                Stream.concat(Stream.of(rows.header()), made.stream().flatMap(each -> rows.lines(each).stream()));
        Golden.assertMatches(
                "crm-" + crm.title + ".txt",
                Stream.of(file, Stream.of("--- notes"), rows.notes(made).stream())
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void aLeadIsMatchedByItsRecordElseByItsAddress() {
        assertThat(lines(Crm.HUBSPOT, known()))
                .singleElement()
                .asString()
                .startsWith("501,vp@nordwind.example,65,0,A,");
        assertThat(lines(Crm.SALESFORCE, known()))
                .singleElement()
                .asString()
                .startsWith("00Q5g00000AbCdE,vp@nordwind.example,");
        Worked unknown = Worked.lead("new@nordwind.example").inCrm("zoho:1").qualified();
        assertThat(lines(Crm.HUBSPOT, unknown)).singleElement().asString().startsWith(",new@nordwind.example,");
        assertThat(notes(Crm.HUBSPOT, known(), unknown))
                .containsExactly("1 of 2 has no Record ID; HubSpot will match them by Email.");
    }

    @Test
    void anExportComesBackWithTheIdsThatItTold(@TempDir Path folder) throws Exception {
        Run run = new Case(folder, Files.readString(Run.file(Run.WORKSHOP)))
                .leads(
                        "Record ID,Email,Job Title,Lifecycle Stage,Create Date",
                        "501,vp@nordwind.example,CRO,Lead,2026-01-02 10:00",
                        "502,ceo@bluefinch.example,CEO,Customer,2026-01-02 10:00",
                        ",new@nordwind.example,CRO,Lead,2026-01-02 10:00")
                .run("qualify", "--format", "hubspot", "--all");
        assertThat(run.out().lines().skip(1).map(line -> line.split(",", 3)[0] + " " + line.split(",", 3)[1]))
                .containsExactlyInAnyOrder(
                        "501 vp@nordwind.example", "502 ceo@bluefinch.example", " new@nordwind.example");
        assertThat(run.err()).contains("1 of 3 has no Record ID; HubSpot will match them by Email.\n");
    }

    @Test
    void salesforceGetsItsIdsAsItToldThem(@TempDir Path folder) throws Exception {
        Run run = new Case(folder, Files.readString(Run.file(Run.WORKSHOP)))
                .leads(
                        "Id,Email,Title,IsDeleted,MasterRecordId,LastModifiedDate",
                        "00Q5e00000AbcdEEAR,long@x.example,CRO,false,,2026-01-02",
                        "00Q5e00000AbcdF,short@x.example,CRO,false,,2026-01-02",
                        "00Q5e00000AbcdGEAB,wrong@x.example,CRO,false,,2026-01-02",
                        "00Q5e00000AbcdHEAR,gone@x.example,CRO,true,00Q5e00000AbcdEEAR,2026-01-02")
                .run("qualify", "--format", "salesforce", "--all");
        assertThat(run.out().lines().skip(1).map(line -> line.split(",", 3)[0] + " " + line.split(",", 3)[1]))
                .containsExactlyInAnyOrder(
                        "00Q5e00000AbcdEEAR long@x.example",
                        "00Q5e00000AbcdF short@x.example",
                        "00Q5e00000AbcdG wrong@x.example");
        assertThat(run.err())
                .contains("has 1 Salesforce id whose last three characters do not fit the first 15")
                .contains("(the first in line 4)");
    }

    @Test
    void aUserIdWrittenAsARecordIsOne() {
        Worked byId = Worked.lead("hubspot:501");
        assertThat(lines(Crm.HUBSPOT, byId)).singleElement().asString().startsWith("501,");
    }

    @Test
    void eachRecordOfALeadIsUpdatedAndNoneGetsTheAddressOfAnother() {
        assertThat(lines(Crm.HUBSPOT, twice()))
                .hasSize(2)
                .satisfies(line -> assertThat(line).startsWith("501,,65,"), atIndex(0))
                .satisfies(line -> assertThat(line).startsWith("777,,65,"), atIndex(1));
        assertThat(notes(Crm.SALESFORCE, twice()))
                .containsExactly(
                        "1 of 1 has several records in Salesforce; each record has a row, without Email.",
                        "1 of the 2 ids are contacts (003...), the others leads (00Q...): import them apart.");
    }

    @Test
    void anAddressOfSeveralLeadsMatchesNone(@TempDir Path folder) throws Exception {
        Run run = new Case(folder, Files.readString(Run.file(Run.WORKSHOP)))
                .leads(
                        "Record ID,user_id,Email,Job Title",
                        ",u5,info@two.example,CRO",
                        ",,Info@Two.example,",
                        "77,u6,INFO@two.example,CEO",
                        ",u7,info@three.example,CEO")
                .run("qualify", "--format", "hubspot", "--all");
        assertThat(run.out().lines().skip(1).map(line -> line.split(",", 3)[0] + " " + line.split(",", 3)[1]))
                .containsExactlyInAnyOrder("77 ", " info@three.example");
        assertThat(run.err().replaceAll("\\s+", " "))
                .contains("1 of 4 has no Record ID; HubSpot will match them by Email. "
                        + "2 of 4 have no Record ID and an Email that another lead has too, and are left out: one"
                        + " record would get several scores; to update them, give their Record IDs in the table of"
                        + " leads. 1 of 4 has an Email that another lead has too; the row has the Record ID alone,"
                        + " without Email. ");
    }

    @Test
    void noneIsMatchedByTheAddressOfALeadWithSeveralRecords() {
        CrmRows rows = rows(Crm.SALESFORCE);
        List<CrmRows.Lead> leads = shared(Worked.lead("vp@nordwind.example").qualified(), twice());
        assertThat(leads.stream().flatMap(each -> rows.lines(each).stream()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("00"));
        assertThat(rows.notes(leads))
                .contains("1 of 2 has no Id and an Email that another lead has too, and is left out: one record"
                        + " would get several scores; to update them, give their Ids in the table of leads.");
    }

    /** Both as rows, of whose addresses it is known that both have them. */
    private static List<CrmRows.Lead> shared(Worked one, Worked other) {
        SharedAddresses addresses = new SharedAddresses();
        addresses.meet(one.judged(LATER));
        addresses.meet(other.judged(LATER));
        return addresses.mark(List.of(lead(Crm.SALESFORCE, one), lead(Crm.SALESFORCE, other)));
    }

    @Test
    void noneIsMatchedByTheAddressOfALeadThatIsNotListed(@TempDir Path folder) throws Exception {
        Run run = new Case(folder, Files.readString(Run.file(Run.WORKSHOP)))
                .leads("Record ID,user_id,Email,Job Title", "11,,info@two.example,CEO", ",u,info@two.example,CRO")
                .tracked("2026-02-01T10:00:00Z", "Demo Requested")
                .run("qualify", "--format", "hubspot");
        assertThat(run.out().lines().count()).isEqualTo(1);
        assertThat(run.err().replaceAll("\\s+", " "))
                .contains("1 of 1 has no Record ID and an Email that another lead has too");
    }

    @Test
    void whoWouldBecomeANewRecordIsLeftOutAndThatIsSaid() {
        Worked nobody = Worked.lead("").qualified();
        assertThat(lines(Crm.HUBSPOT, nobody)).isEmpty();
        assertThat(notes(Crm.HUBSPOT, nobody))
                .containsExactly("1 of 1 has neither Record ID nor Email and is left out: an import would make a new"
                        + " record of each.");
    }

    @Test
    void whatFitsIsKeptWhole() {
        List<String> parts = List.of("Demo request 40", "Pricing page 20", "Webinar 10");
        assertThat(ShortText.list(parts, 44)).isEqualTo("Demo request 40, Pricing page 20, Webinar 10");
        assertThat(ShortText.list(parts, 43)).isEqualTo("Demo request 40, Pricing page 20 and 1 more");
        assertThat(ShortText.list(parts, 42)).isEqualTo("Demo request 40 and 2 more");
        assertThat(ShortText.list(parts, 26)).isEqualTo("Demo request 40 and 2 more");
        assertThat(ShortText.list(parts, 25))
                .isEqualTo("Demo request 40, Pricing…")
                .hasSize(25);
        assertThat(ShortText.list(List.of("\ud83d\ude00\ud83d\ude00"), 2)).isEqualTo("…");
    }
}
