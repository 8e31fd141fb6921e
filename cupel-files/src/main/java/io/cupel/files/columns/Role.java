package io.cupel.files.columns;

/** In which way a column is used. */
public enum Role {
    IGNORED("ignore"),
    USER("user_id"),
    /** The id of the row's person, in the system that the detail names; of a deal or company the id of that. */
    ID("id"),
    /** Ids that were joined to this one. */
    MERGED_IDS("merged ids"),
    /** The id of a company's record, by which people and companies of one export belong together. */
    COMPANY_ID("company id"),
    /** Of a deal: ids of people, several between semicolons. */
    CONTACT_IDS("contact ids"),
    DEAL_ID("deal id"),
    /** Further addresses of the same person. */
    MORE_EMAILS("more emails"),
    /** When the row's facts were told. */
    CREATED("created"),
    /** When the row was last changed: of rows told at one time the one changed last has the last word. */
    MODIFIED("modified"),
    /** In which the row's amounts are. */
    CURRENCY("currency"),
    /** Whether the row counts as gone. */
    DELETED("deleted"),
    /** Where the source says that the person, or the deal, stands. */
    STAGE("stage"),
    /** The same in the words of sales, which may be newer. */
    STATUS("status"),
    CONVERTED("converted"),
    CONVERTED_OPPORTUNITY("converted opportunity"),
    AMOUNT("amount"),
    /** When a deal was won or lost, or is to be. */
    CLOSED("closed"),
    WON("won"),
    IS_CLOSED("is closed"),
    REASON("reason"),
    BY("by"),
    /** An attribute, by its path. */
    ATTRIBUTE(""),
    /** A truth that any text tells, such as the reason why mail bounced. */
    IF_FILLED(""),
    /** Something the lead did at this date. */
    EVENT(""),
    /** A fact of what it did at the date in another column. */
    DETAIL(""),
    /** Something sales did at this date. */
    TOUCH("touch"),
    /** When the stage named was entered, if it is the present one. */
    ENTERED("entered"),
    /** What sales decided at this date. */
    DECISION("decision");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As mapping files write it, before the detail; empty where the detail says it all. */
    String word() {
        return word;
    }

    /** Whether the cells are dates. */
    public boolean isDate() {
        return switch (this) {
            case CREATED, MODIFIED, CLOSED, EVENT, TOUCH, ENTERED, DECISION -> true;
            case IGNORED,
                    USER,
                    ID,
                    MERGED_IDS,
                    COMPANY_ID,
                    CONTACT_IDS,
                    DEAL_ID,
                    MORE_EMAILS,
                    CURRENCY,
                    DELETED,
                    STAGE,
                    STATUS,
                    CONVERTED,
                    CONVERTED_OPPORTUNITY,
                    AMOUNT,
                    WON,
                    IS_CLOSED,
                    REASON,
                    BY,
                    ATTRIBUTE,
                    IF_FILLED,
                    DETAIL -> false;
        };
    }
}
