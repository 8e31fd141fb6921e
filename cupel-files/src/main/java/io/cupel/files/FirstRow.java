package io.cupel.files;

import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.MailDomains;
import io.cupel.files.columns.Columns;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether the first row of a table names its columns, or is data that nobody named. */
final class FirstRow {
    private static final String ADDRESS = "an e-mail address";

    private FirstRow() {}

    /**
     * Expects names. A row with an address among its cells is data, and so is one without any name that is known in
     * tables of its kind and with a number; it is told by the kind of what stands there, never by what does.
     *
     * @param kind what its rows tell
     * @throws FileFault if the first row is data
     */
    static void expectNames(Path file, Table table, Kind kind) throws IOException {
        List<String> header = table.header();
        if (Form.of(file) != Form.CSV) {
            return;
        }
        // Somebody's company may be called Company, but no column is called after an address.
        boolean mayBeNumbered = knows(kind, header);
        for (int i = 0; i < header.size(); i++) {
            String what = data(header.get(i).strip());
            if (!what.isEmpty() && (!mayBeNumbered || what.equals(ADDRESS))) {
                throw new FileFault(
                        file.toString(),
                        table.headerLine(),
                        "is data and names no columns: " + what + " stands in column " + (i + 1)
                                + "; put a row of names before it, such as email,phone,company");
            }
        }
    }

    /** Whether tables of the kind know one of the names; that any name may be a property of events says nothing. */
    static boolean knows(Kind kind, List<String> header) {
        if (kind == Kind.LEADS) {
            return Columns.of(header, BuiltIn.types()).columns().stream()
                    .anyMatch(column -> !column.targets().isEmpty());
        }
        return KindOf.rows(kind, header).targets().stream()
                .anyMatch(target -> !target.isEmpty() && !target.startsWith("properties."));
    }

    /** What kind of data a cell is; empty for what may be a name. */
    private static String data(String cell) {
        if (cell.indexOf('@') > 0 && MailDomains.normaliseEmail(cell).isPresent()) {
            return ADDRESS;
        }
        if (ColumnLook.isDate(cell)) {
            return "a date";
        }
        if (ColumnLook.isPhone(cell)) {
            return "a phone number";
        }
        return ColumnLook.isNumber(cell) ? "a number" : "";
    }
}
