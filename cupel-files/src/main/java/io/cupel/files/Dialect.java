package io.cupel.files;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whose header a leads file has, told by columns that only one product writes. */
enum Dialect {
    HUBSPOT(
            "a HubSpot export",
            Set.of(
                    "recordid",
                    "contactid",
                    "contactowner",
                    "leadstatus",
                    "lifecyclestage",
                    "createdate",
                    "lastmodifieddate",
                    "lastactivitydate",
                    "marketingcontactstatus",
                    "associatedcompany",
                    "associatedcompanyids",
                    "primaryassociatedcompanyid",
                    "originaltrafficsource",
                    "originalsource",
                    "latesttrafficsource",
                    "firstconversion",
                    "recentconversion",
                    "recentconversiondate",
                    "numberofformsubmissions",
                    "numberofpageviews",
                    "numberofsessions",
                    "hubspotscore",
                    "unsubscribedfromallemail",
                    "emailhardbouncereason",
                    "additionalemailaddresses",
                    "mergedcontactids",
                    "countryregion",
                    "stateregion",
                    "employmentseniority",
                    "buyingrole",
                    "hsobjectid",
                    "hsadditionalemails",
                    "hsbuyingrole")),
    SALESFORCE(
            "a Salesforce export",
            Set.of(
                    "leadid",
                    "leadowner",
                    "leadsource",
                    "leadstatus",
                    "leaddivision",
                    "ownerid",
                    "recordowner",
                    "isconverted",
                    "converted",
                    "converteddate",
                    "convertedaccountid",
                    "convertedcontactid",
                    "convertedopportunityid",
                    "createddate",
                    "lastmodifieddate",
                    "lastactivitydate",
                    "lastactivity",
                    "masterrecordid",
                    "isdeleted",
                    "emailbounceddate",
                    "emailbouncedreason",
                    "emailoptout",
                    "hasoptedoutofemail",
                    "isunreadbyowner",
                    "unreadbyowner",
                    "noofemployees",
                    "companyaccount",
                    "companydunsnumber",
                    "currencyisocode",
                    "individualid",
                    "zippostalcode",
                    "stateprovince",
                    "salutation",
                    "rating",
                    "accountname",
                    "mailingcity",
                    "mailingstateprovince",
                    "mailingzippostalcode")),
    PLAIN("a plain table", Set.of());

    /** Fewer signs could be chance. */
    private static final int SIGNS_MIN = 2;

    private final String text;
    private final Set<String> signs;

    Dialect(String text, Set<String> signs) {
        this.text = text;
        this.signs = signs;
    }

    /** As notes say it. */
    String text() {
        return text;
    }

    /** The dialect with the most signs in a header, of which the normal names are given. */
    static Dialect of(Collection<String> header) {
        Dialect best = PLAIN;
        long most = SIGNS_MIN - 1;
        for (Dialect dialect : List.of(HUBSPOT, SALESFORCE)) {
            long signs = header.stream().filter(dialect.signs::contains).count();
            if (signs > most) {
                best = dialect;
                most = signs;
            }
        }
        return best;
    }
}
