package io.cupel.files;

/** How cells of the CSV files that Cupel writes look. */
public final class Csv {
    /** Also as the wide characters of East Asian keyboards, which spreadsheets there take for the same. */
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final int PHONE_DIGITS_MAX = 15;

    private Csv() {}

    /**
     * The cell, behind an apostrophe where a spreadsheet would take it for a formula and run it. A phone number of a
     * plus and digits alone stays as it is: no formula can be written with those, and a CRM would keep the apostrophe.
     */
    public static String neutralised(String cell) {
        boolean formula = !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
        return formula && !isPhone(cell) ? "'" + cell : cell;
    }

    private static boolean isPhone(String cell) {
        return cell.charAt(0) == '+'
                && cell.length() > 1
                && cell.length() <= 1 + PHONE_DIGITS_MAX
                && cell.substring(1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
