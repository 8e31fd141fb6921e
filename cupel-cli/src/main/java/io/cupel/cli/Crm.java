package io.cupel.cli;

/** A system that takes a list of leads back, and what its import calls things. docs/files.md lists the columns. */
enum Crm {
    HUBSPOT("HubSpot", "Record ID", "HubSpot will match them by Email", Integer.MAX_VALUE),
    SALESFORCE(
            "Salesforce",
            "Id",
            "the Data Import Wizard can match them by Email, an update by Data Loader refuses them",
            254);

    /** As people write it. */
    final String title;
    /** The column of the system's own ids. */
    final String idColumn;
    /** What happens to rows that have an e-mail address alone. */
    final String matching;
    /** So many characters fit into a field of text, beside the apostrophe that may stand before them. */
    final int textMax;

    Crm(String title, String idColumn, String matching, int textMax) {
        this.title = title;
        this.idColumn = idColumn;
        this.matching = matching;
        this.textMax = textMax;
    }

    /** Before each id of this system, among those of all systems. */
    String prefix() {
        return switch (this) {
            case HUBSPOT -> "hubspot:";
            case SALESFORCE -> "salesforce:";
        };
    }

    /** The name of one of our columns: "Cupel Raised Hand", {@code Cupel_Raised_Hand__c}. */
    String column(String words) {
        return switch (this) {
            case HUBSPOT -> "Cupel " + words;
            case SALESFORCE -> "Cupel_" + words.replace(' ', '_') + "__c";
        };
    }
}
