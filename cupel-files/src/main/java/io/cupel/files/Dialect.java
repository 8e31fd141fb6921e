package io.cupel.files;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whose header a leads file has, told by columns that only one product writes. */
enum Dialect {
    HUBSPOT("a HubSpot export"),
    SALESFORCE("a Salesforce export"),
    PLAIN("a plain table");

    private static final Set<String> HUBSPOT_SIGNS = signs("""
            recordid contactid contactowner leadstatus lifecyclestage createdate lastmodifieddate
            lastactivitydate marketingcontactstatus associatedcompany associatedcompanyids
            primaryassociatedcompanyid originaltrafficsource originalsource latesttrafficsource
            firstconversion recentconversion recentconversiondate numberofformsubmissions
            numberofpageviews numberofsessions hubspotscore unsubscribedfromallemail emailhardbouncereason
            additionalemailaddresses mergedcontactids countryregion stateregion employmentseniority
            buyingrole hsobjectid hsadditionalemails hsbuyingrole
            """);

    private static final Set<String> SALESFORCE_SIGNS = signs("""
            leadid leadowner leadsource leadstatus leaddivision ownerid recordowner isconverted converted
            converteddate convertedaccountid convertedcontactid convertedopportunityid createddate
            lastmodifieddate lastactivitydate lastactivity masterrecordid isdeleted emailbounceddate
            emailbouncedreason emailoptout hasoptedoutofemail isunreadbyowner unreadbyowner noofemployees
            companyaccount companydunsnumber currencyisocode individualid zippostalcode stateprovince
            salutation rating accountname mailingcity mailingstateprovince mailingzippostalcode
            """);

    /** Fewer signs could be chance. */
    private static final int SIGNS_MIN = 2;

    private final String text;

    Dialect(String text) {
        this.text = text;
    }

    /** As notes say it. */
    String text() {
        return text;
    }

    /** The dialect with the most signs in a header, of which the normal names are given. */
    static Dialect of(Collection<String> header) {
        long hubspot = header.stream().filter(HUBSPOT_SIGNS::contains).count();
        long salesforce = header.stream().filter(SALESFORCE_SIGNS::contains).count();
        if (Math.max(hubspot, salesforce) < SIGNS_MIN) {
            return PLAIN;
        }
        return hubspot >= salesforce ? HUBSPOT : SALESFORCE;
    }

    private static Set<String> signs(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }
}
