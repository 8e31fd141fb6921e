package io.cupel.files;

/** How cells of the CSV files that Cupel writes look. */
public final class Csv {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private Csv() {}

    /** The cell, behind an apostrophe where a spreadsheet would take it for a formula and run it. */
    public static String neutralised(String cell) {
        return !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** A record of cells as CSV writes it, without the end of the line. */
    static String line(Iterable<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (line.length() > 0) {
                line.append(',');
            }
            boolean quoted = cell.chars().anyMatch(letter -> ",;\"\r\n".indexOf(letter) >= 0);
            line.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return line.toString();
    }
}
