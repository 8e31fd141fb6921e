package io.cupel.contract;

/** What can be wrong with a contract file. docs/errors.md tells for each what it means and what to do. */
public enum Code {
    UNREADABLE("001"),
    NOT_UTF8("002"),
    FILE_TOO_BIG("003"),
    YAML_SYNTAX("004"),
    YAML_FEATURE("005"),
    TOO_DEEP("006"),
    DUPLICATE_KEY("007"),
    UNKNOWN_KEY("008"),
    MISSING_KEY("009"),
    WRONG_SHAPE("010"),
    TOO_LONG("011"),
    OUT_OF_RANGE("012"),
    TOO_MANY("013"),
    NO_SUCH_CHOICE("014"),
    BAD_NAME("015"),
    DUPLICATE_NAME("016"),
    UNKNOWN_NAME("017"),
    TIME_ZONE("018"),
    SPAN("019"),
    POINTS("020"),
    NO_EFFECT("021"),
    FIT_OUT_OF_REACH("022"),
    GRADES("023"),
    EVENT_KIND("024"),
    FADES_TWICE("025"),
    COUNTS_CROSS("026"),
    DISTINCT_PATH("027"),
    QUALIFIES_NOWHERE("028"),
    GROUP_MIXED("029"),
    CHECKLIST("030"),
    HOURS("031"),
    DATE("032"),
    COUNTRY("033"),
    NO_HOURS("034"),
    PERCENT("035"),
    CURRENCY("036"),
    ATTRIBUTE("037"),
    LIST_MIXED("038"),

    CONDITION_SYNTAX("050"),
    CONDITION_NAME("051"),
    CONDITION_TYPE("052"),
    CONDITION_NO_ANSWER("053"),
    CONDITION_SCOPE("054"),
    CONDITION_FUNCTION("055"),
    CONDITION_PATTERN("056"),
    CONDITION_DYNAMIC("057"),
    CONDITION_TOO_LONG("058"),
    CONDITION_COST("059"),

    EVERYBODY_FITS("101"),
    ENDLESS_PENALTY("102"),
    CAP_OUT_OF_REACH("103"),
    EXACT_TEXT("104"),
    THRESHOLD_OUT_OF_REACH("105"),
    UNUSED_LIST("106"),
    PQL_WITHOUT_USAGE("107");

    private static final char FIRST_DIGIT_OF_WARNINGS = '1';

    private final String number;

    Code(String number) {
        this.number = number;
    }

    /** As people read and search for it: {@code CUP-CONTRACT-012}. */
    public String id() {
        return "CUP-CONTRACT-" + number;
    }

    /** A contract with a fault cannot be used; one with a warning can. */
    public Severity severity() {
        return number.charAt(0) == FIRST_DIGIT_OF_WARNINGS ? Severity.WARNING : Severity.FAULT;
    }
}
