package io.cupel.files;

import java.util.List;

/**
 * How cells of the CSV files that Cupel writes look. A text that begins with a sign of a formula, or with apostrophes
 * and then one, gets an apostrophe more in front; reading takes one away. So each text has one cell that means it.
 */
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
        return isGuarded(cell, 0) && !isPhone(cell) ? "'" + cell : cell;
    }

    private static boolean isPhone(String cell) {
        return cell.charAt(0) == '+'
                && cell.length() > 1
                && cell.length() <= 1 + PHONE_DIGITS_MAX
                && cell.substring(1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** The text that a cell means. */
    public static String plain(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && isGuarded(cell, 1) ? cell.substring(1) : cell;
    }

    /** A row: cells that need it stand between quotation marks. */
    static String row(List<String> cells) {
        StringBuilder row = new StringBuilder(256);
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                row.append(',');
            }
            String cell = cells.get(i);
            // A row of one empty cell would be a blank line.
            boolean isLonely = cells.size() == 1 && cell.isBlank();
            if (isLonely || isQuoted(cell)) {
                row.append('"').append(cell.replace("\"", "\"\"")).append('"');
            } else {
                row.append(cell);
            }
        }
        return row.toString();
    }

    private static boolean isQuoted(String cell) {
        boolean hasSign = cell.chars().anyMatch(letter -> ",;\t|\"\n\r".indexOf(letter) >= 0);
        return hasSign || !cell.equals(cell.strip());
    }

    private static boolean isGuarded(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && STARTS_OF_FORMULAS.indexOf(cell.charAt(at)) >= 0;
    }
}
