package io.cupel.files.generate;

import java.util.List;

/** Where companies are. Phone numbers are of the ranges that the authorities keep for films and examples, else none. */
enum Country {
    US(460, -5, Culture.ENGLISH, "USD", "(212) 555-01##", "US; United States; USA"),
    CA(80, -5, Culture.ENGLISH, "USD", "(212) 555-01##", "CA; Canada"),
    GB(100, 0, Culture.ENGLISH, "GBP", "020 7946 0###", "GB; United Kingdom; UK"),
    DE(90, 1, Culture.GERMAN, "EUR", "030 23125 ###", "DE; Germany; Deutschland"),
    FR(45, 1, Culture.FRENCH, "EUR", "01 99 00 ## ##", "FR; France"),
    NL(30, 1, Culture.DUTCH, "EUR", "", "NL; Netherlands"),
    MX(50, -6, Culture.SPANISH, "USD", "", "MX; Mexico; México"),
    BR(50, -3, Culture.PORTUGUESE, "USD", "", "BR; Brazil; Brasil"),
    AR(20, -3, Culture.SPANISH, "USD", "", "AR; Argentina"),
    CO(20, -5, Culture.SPANISH, "USD", "", "CO; Colombia"),
    IN(30, 5, Culture.INDIAN, "USD", "", "IN; India"),
    AU(15, 10, Culture.ENGLISH, "USD", "(02) 5550 ####", "AU; Australia"),
    SG(10, 8, Culture.CHINESE, "USD", "", "SG; Singapore");

    private static final Weighted<Country> ALL = Weighted.of(List.of(values()), country -> country.weight);
    private static final ByConstant<Country, List<String>> SPELLINGS =
            ByConstant.of(Country.class, each -> ByConstant.parts(each.spellings));

    private final int weight;
    private final int offsetHours;
    private final Culture culture;
    private final String currency;
    private final String phones;
    private final String spellings;

    Country(int weight, int offsetHours, Culture culture, String currency, String phones, String spellings) {
        this.weight = weight;
        this.offsetHours = offsetHours;
        this.culture = culture;
        this.currency = currency;
        this.phones = phones;
        this.spellings = spellings;
    }

    static Country draw(Dice dice) {
        return ALL.draw(dice);
    }

    /** Of its largest city from UTC, in winter. */
    int offsetHours() {
        return offsetHours;
    }

    Culture culture() {
        return culture;
    }

    /** In which its companies are billed. */
    String currency() {
        return currency;
    }

    /** Whether the made-up company has its market there: North and Latin America. */
    boolean isHome() {
        return switch (this) {
            case US, CA, MX, BR, AR, CO -> true;
            case GB, DE, FR, NL, IN, AU, SG -> false;
        };
    }

    /** As one of the ways in which forms and lists write it. */
    String written(Dice dice) {
        return dice.pick(SPELLINGS.of(this));
    }

    /** As a table of companies writes it. */
    String english() {
        return SPELLINGS.of(this).get(1);
    }

    /** A number that rings nowhere; empty where the country keeps none. */
    String phone(Dice dice) {
        StringBuilder number = new StringBuilder(phones.length());
        for (int i = 0; i < phones.length(); i++) {
            char sign = phones.charAt(i);
            number.append(sign == '#' ? (char) ('0' + dice.below(10)) : sign);
        }
        return number.toString();
    }
}
