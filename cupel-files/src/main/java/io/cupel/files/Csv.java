package io.cupel.files;

/** How cells of the CSV files that Cupel writes look. */
public final class Csv {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private Csv() {}

    /** The cell, behind an apostrophe where a spreadsheet would take it for a formula and run it. */
    public static String neutralised(String cell) {
        return !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
