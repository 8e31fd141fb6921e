package io.cupel.files.text;

/** Why a line or row is not used. docs/files.md explains each. */
public enum Reason {
    NOT_UTF8("is not UTF-8"),
    NOT_JSON("is not JSON"),
    NOT_AN_OBJECT("is not a JSON object"),
    TOO_DEEP("is nested deeper than 32 levels"),
    NUMBER("has a number that is too large"),
    HALF_CHARACTER("has half a character (a lone surrogate)"),
    EVENT_TOO_LONG("is an event of more than 32 KB"),
    BATCH_TOO_LONG("is a line of more than 500 KB"),
    NO_TYPE("is not of type identify, track, page, screen, group, alias or batch"),
    NO_IDS("has no user id, anonymous id, e-mail address or phone number"),
    NO_LEAD("has in lead neither a text nor a whole number that is an id"),
    NO_NAME("is a track call without an event name"),
    NO_PREVIOUS("is an alias without a previous id"),
    NO_TIME("has no timestamp"),
    BAD_TIME("has a time that is not ISO 8601"),
    BAD_DATE("has a time that cannot be used"),
    FUTURE("is more than 24 hours in the future"),
    PAST("is from before 1990"),
    NO_KEY("has no user id, e-mail address, phone number or id of another system"),
    NO_CONTACT("is a deal without a contact"),
    CELLS("has another number of cells than the header"),
    COLUMNS("has more than 2,000 cells"),
    OPEN_QUOTE("opens a quote that does not end"),
    ROW_TOO_LONG("is a row of more than 500 KB"),
    DELETED("is marked as deleted"),
    SEVERAL_LEADS("names several leads in one cell"),
    TWO_IDS("names its lead by two user ids"),
    CHANNEL("has a channel that is none of call, email, meeting, message and unknown"),
    DIRECTION("has a direction that is neither outbound nor inbound"),
    DECISION("has no decision of accepted, rejected, sql, opportunity, won, lost, nurture and disqualified"),
    REVIEW("has no decision of release and dismiss"),
    SUSPECT("has no decision of mark and release"),
    SUSPECT_EVENTS("names no suspect events, or more than 100"),
    MERGING("has no decision of merge and undo"),
    NO_OTHER("does not say in 'other' which lead is the same"),
    NO_MERGE("does not say in 'merge' by its message id which merge is taken back"),
    CLAIM("has no decision of undo and restore"),
    NO_VISITOR("does not say in 'visitor' which browser, device or user is meant"),
    NO_ADDRESS("has no e-mail address in 'address'"),
    NO_UNDO("does not say in 'undo' by its message id what is restored"),
    AMOUNT("has an amount that is not one sum of money"),
    CURRENCY("has a currency that is not known"),
    NO_AMOUNT("has no amount"),
    MONTH("has no month such as 2026-03"),
    NO_SOURCE("has no source"),
    OTHER_KIND("is a call of another kind"),
    ZERO("has a zero byte in a text"),
    CALLS("is a batch of more than 5,000 calls"),
    BATCH_GROWS("is of a batch that would take more than 2 MB of the log"),
    NOT_FROM_BROWSER("is what sales did, decided, spent, reviewed or suspects, which only a server key may tell"),
    LOG_POSITION("has a log position, and calls before it have none"),
    AS_OF_EXPORT("has an asOfExport as no import writes it"),
    ERASED("is about a person who was erased"),
    CONSENT_WITHHELD("was sent with consent withheld for profiling"),
    CONSENT_PURPOSE("has no purpose of profiling, email, phone and sharing"),
    CONSENT_GIVEN("does not say in 'given' whether it is true or false"),
    CONSENT_BASIS("has no basis of consent, contract, legitimate interest and legal obligation");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The sentence, without its subject. */
    public String text() {
        return text;
    }
}
