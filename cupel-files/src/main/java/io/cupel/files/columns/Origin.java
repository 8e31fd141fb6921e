package io.cupel.files.columns;

import java.util.Collection;

/** Which system wrote a table, told by columns that only it writes. */
public enum Origin {
    HUBSPOT("hubspot"),
    SALESFORCE("salesforce"),
    ZOHO("zoho"),
    PIPEDRIVE("pipedrive"),
    ADDRESS_BOOK("contacts"),
    LEAD_ADS("lead-ads"),
    PLAIN("any");

    private final String resource;

    Origin(String resource) {
        this.resource = resource;
    }

    /** As notes say it: "a HubSpot export". */
    public String text() {
        return book().text();
    }

    /** What stands before ids of this system: {@code hubspot}; of a system that is not known, {@code export}. */
    public String prefix() {
        return book().prefix();
    }

    /** Of the file with its names, without ending. */
    String resource() {
        return resource;
    }

    NameBook book() {
        return NameBook.of(this);
    }

    /** The one with the most signs in a header, of which the normal names are given; of several the first. */
    public static Origin of(Collection<String> header) {
        Origin best = PLAIN;
        long most = 0;
        for (Origin origin : values()) {
            long signs = origin.book().signs(header);
            if (signs > most) {
                best = origin;
                most = signs;
            }
        }
        return best;
    }
}
