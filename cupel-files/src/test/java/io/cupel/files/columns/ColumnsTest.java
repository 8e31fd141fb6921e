package io.cupel.files.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    private static Columns columns(String... header) {
        Map<String, AttributeType> types = new HashMap<>(BuiltIn.types());
        types.put("lead.persona", AttributeType.TEXT);
        types.put("lead.trial_end", AttributeType.INSTANT);
        return Columns.of(List.of(header), types);
    }

    private static List<String> targets(Columns columns, int number) {
        return columns.columns().get(number - 1).targets().stream()
                .map(Target::written)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Correo electrónico, lead.email",
        "Correo, lead.email",
        "Teléfono, lead.phone",
        "Empresa, company.name",
        "Société, company.name",
        "E-Mail-Adresse, lead.email",
        "Firma, company.name",
        "Telefone, lead.phone",
        "JobTitle, lead.title",
        "job_title, lead.title",
        "Persona, lead.persona",
        "lead.persona, lead.persona",
        "No. of Employees, company.employees",
        "Lifecycle Stage, stage",
        "place_id, id place",
        "Lead ID, id",
    })
    void aColumnIsKnownByItsName(String name, String target) {
        assertThat(targets(columns("Email", name), name.equals("Email") ? 1 : 2))
                .containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({"Emial", "Phne", "Compny", "Statu", "Nmae", "First Name", "Notes", "Number of Pageviews"})
    void nothingIsUsedBecauseItIsNearOrForLackOfAUse(String name) {
        assertThat(targets(columns("Email", name), 2)).isEmpty();
    }

    @Test
    void theContractsOwnInstantsAreDates() {
        assertThat(columns("email", "trial end").dates())
                .extracting(Columns.Use::place)
                .containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HUBSPOT;LEADS;Record ID,First Name,Last Name,Email,Phone Number,Lead Status",
                "HUBSPOT;LEADS;hs_object_id,email,firstname,lifecyclestage,createdate",
                "HUBSPOT;COMPANIES;Record ID,Company name,Website URL,Company owner,Create Date",
                "HUBSPOT;COMPANIES;Record ID,Company name,Phone Number,Company Domain Name,Company owner,Industry",
                "HUBSPOT;DEALS;Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Contact IDs",
                "SALESFORCE;LEADS;Id,LastName,Company,Email,IsConverted,OwnerId,CreatedDate",
                "SALESFORCE;LEADS;Lead Owner,First Name,Company / Account,Lead Source,Rating,Email,Opportunity Name",
                "SALESFORCE;COMPANIES;Id,Name,Website,NumberOfEmployees,BillingCountry,OwnerId,IsDeleted",
                "SALESFORCE;DEALS;Id,AccountId,Name,StageName,Amount,CloseDate,IsWon,IsClosed,ContactId",
                "ZOHO;LEADS;Lead Name,Company,Email,Lead Owner,Lead Source,Lead Status,No. of Employees",
                "PIPEDRIVE;LEADS;Person - ID,Person - Name,Person - Email,Organization - Name",
                "PIPEDRIVE;DEALS;Deal - ID,Deal - Title,Deal - Status,Deal - Value,Deal - Contact person ID",
                "ADDRESS_BOOK;LEADS;Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name",
                "LEAD_ADS;LEADS;created_time,full_name,email,form_name,platform",
                "LEAD_ADS;LEADS;GCLID,Lead Email,Conversion Name,Conversion Time",
                "PLAIN;LEADS;Lead ID,Contact Name,Email,Mobile,Lead Owner,Status",
                "PLAIN;LEADS;name,place_id,phone,website,rating",
                "PLAIN;LEADS;phone,email,company.name",
                "PLAIN;COMPANIES;company,domain,employees,industry",
            })
    void theHeaderTellsWhoWroteItAndOfWhat(Origin origin, TableKind kind, String header) {
        Columns columns = columns(header.split(",", -1));
        assertThat(columns.origin()).isEqualTo(origin);
        assertThat(columns.kind()).isEqualTo(kind);
    }

    @Test
    void theNoteNamesWhatIsUsedAndShortensWhatIsNot() {
        String[] header = new String[32];
        header[0] = "Record ID";
        header[1] = "Email";
        header[2] = "Lead Status";
        for (int i = 3; i < header.length; i++) {
            header[i] = "Custom " + i;
        }
        assertThat(columns(header).sentences("c.csv"))
                .containsExactly("c.csv is read as a HubSpot export; used: Record ID, Email, Lead Status; not used:"
                        + " Custom 3, Custom 4, Custom 5, Custom 6, Custom 7, Custom 8, Custom 9, Custom 10,"
                        + " Custom 11, Custom 12, Custom 13, Custom 14 and 17 more");
    }

    @Test
    void columnsOfOneNameAreNamedWithTheirNumbers() {
        Columns columns = columns("Name", "Email", "Notes", "name", "E-Mail");
        assertThat(columns.repeated()).containsExactly("name (columns 1 and 4)", "E-Mail (columns 2 and 5)");
        assertThat(columns.sentences("c.csv"))
                .containsExactly(
                        "c.csv is read as a plain table; used: Email; not used: Name, Notes",
                        "c.csv has columns of one name, of which only the first counts: E-Mail (columns 2 and 5)");
    }

    @Test
    void anIdThatIsCalledNothingElseIsUsedWhereThereIsNoOtherKey() {
        assertThat(columns("id", "industry").hasKey()).isTrue();
        assertThat(targets(columns("id", "email"), 1)).isEmpty();
    }

    @Test
    void aPersonsNameIsNoCompany() {
        assertThat(targets(columns("name", "email"), 1)).isEmpty();
        assertThat(targets(columns("name", "phone", "website"), 1)).containsExactly("company.name");
    }

    @Test
    void lastSeenIsNotUsedBesideTheSessionThatItEnds() {
        Columns both = columns("Record ID", "Lead Status", "Time Last Seen", "Time of Last Session", "Last Page Seen");
        assertThat(targets(both, 3)).isEmpty();
        assertThat(targets(both, 4)).containsExactly("page");
        assertThat(targets(both, 5)).contains("url of Time of Last Session");
        assertThat(targets(columns("Record ID", "Lead Status", "Time Last Seen"), 3))
                .containsExactly("page");
    }
}
