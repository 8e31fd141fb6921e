package io.cupel.files.generate;

import java.util.List;

/**
 * What somebody tells of himself and his company on a form, in his own words; empty where it is not told.
 *
 * @param employees a number or a range such as 51-200
 * @param revenue in dollars, written in one of many ways
 */
record Card(
        String title,
        String phone,
        String country,
        String company,
        String domain,
        String employees,
        String revenue,
        String industry) {
    private static final double TITLE_MISSING = 0.11;
    private static final double PHONE_MISSING = 0.55;
    private static final double COUNTRY_MISSING = 0.12;
    private static final double COMPANY_MISSING = 0.06;
    private static final double DOMAIN_MISSING = 0.3;
    private static final double EMPLOYEES_MISSING = 0.15;
    private static final double EMPLOYEES_AS_RANGE = 0.18;
    private static final double REVENUE_MISSING = 0.35;
    private static final double INDUSTRY_MISSING = 0.18;

    private static final int[] BANDS = {1, 11, 51, 201, 501, 1_001, 5_001, 10_001};
    private static final long MILLION = 1_000_000;

    static Card of(Dice dice, Person person, Company company) {
        Country country = company.country();
        boolean tellsCompany = person.role().isOfACompany() && !dice.chance(COMPANY_MISSING);
        boolean tellsTitle = !dice.chance(TITLE_MISSING) && !person.isShared();
        String phone = country.phone(dice);
        String written = country.written(dice);
        String employees = employees(dice, company.employees());
        String revenue = revenue(dice, company.revenue());
        String industry = company.industry().written(dice);
        return new Card(
                tellsTitle ? person.title() : "",
                dice.chance(PHONE_MISSING) ? "" : phone,
                dice.chance(COUNTRY_MISSING) ? "" : written,
                tellsCompany ? company.name() : "",
                tellsCompany && !dice.chance(DOMAIN_MISSING) ? company.domain() : "",
                tellsCompany && !dice.chance(EMPLOYEES_MISSING) ? employees : "",
                tellsCompany && !dice.chance(REVENUE_MISSING) ? revenue : "",
                tellsCompany && !dice.chance(INDUSTRY_MISSING) ? industry : "");
    }

    /** The number of employees where it is told as one; -1 where it is not told or is a range. */
    int employeesTold() {
        return employees.isEmpty() || employees.indexOf('-') >= 0 || employees.indexOf('+') >= 0
                ? -1
                : Integer.parseInt(employees);
    }

    private static String employees(Dice dice, int employees) {
        if (!dice.chance(EMPLOYEES_AS_RANGE)) {
            return Integer.toString(employees);
        }
        int band = 0;
        while (band + 1 < BANDS.length && employees >= BANDS[band + 1]) {
            band++;
        }
        return band + 1 == BANDS.length ? "10,001+" : BANDS[band] + "-" + (BANDS[band + 1] - 1);
    }

    private static String revenue(Dice dice, long revenue) {
        long tenths = revenue / (MILLION / 10);
        String millions = tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
        List<String> ways = List.of(
                Long.toString(revenue),
                "$" + millions + "M",
                "$" + millions + "M",
                millions + "M",
                "$" + grouped(revenue));
        return dice.pick(ways);
    }

    private static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
