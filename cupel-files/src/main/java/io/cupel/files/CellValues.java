package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.Amounts;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.Attributes;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Reading;
import io.cupel.core.evidence.Sum;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes typed attributes of the cells of one table. */
final class CellValues {
    private static final JsonTree JSON = new JsonTree();
    private static final String EMAIL = "lead.email";
    private static final String NO_CURRENCY = "is in a currency that is not known";

    /**
     * A column or constant that tells an attribute.
     *
     * @param column its place; negative for a constant
     * @param text of the constant
     * @param place of the attribute among all that rows of the table may tell
     */
    private record Teller(int column, String text, String path, AttributeType type, int place) {}

    private final Columns columns;
    private final DateColumns dates;
    private final AttributeNames names;
    private final Currency currency;
    private final Unreadables unreadables;
    private final Attributes.Paths paths;
    private final List<Teller> tellers = new ArrayList<>();
    private final boolean hasCurrency;

    /** Rows whose address stands among other text. */
    private final FirstLine dressed = new FirstLine();

    /** @param constants path to the text that holds for every row that does not tell otherwise */
    CellValues(Columns columns, DateColumns dates, Map<String, String> constants, TableSetting setting) {
        this.columns = columns;
        this.dates = dates;
        this.names = setting.names();
        this.currency = setting.contract().currency();
        this.unreadables = setting.unreadables();
        this.hasCurrency = !columns.uses(Role.CURRENCY).isEmpty();
        Set<String> told = new LinkedHashSet<>(List.of(EMAIL, BuiltIn.CRM_ID));
        columns.uses(Role.ATTRIBUTE).forEach(use -> told.add(use.target().detail()));
        told.addAll(constants.keySet());
        columns.uses(Role.IF_FILLED).forEach(use -> told.add(use.target().detail()));
        this.paths = Attributes.Paths.of(List.copyOf(told));
        for (Columns.Use use : columns.uses(Role.ATTRIBUTE)) {
            tellers.add(teller(use.place(), "", use.target().detail()));
        }
        new TreeMap<>(constants).forEach((path, text) -> tellers.add(teller(-1, text, path)));
    }

    private Teller teller(int column, String text, String path) {
        return new Teller(column, text, path, names.type(path), paths.place(path));
    }

    /** Of several columns for one attribute, the first that tells something counts. */
    RowValues of(List<String> cells, long line) throws IOException {
        RowValues values = new RowValues(paths);
        String told = hasCurrency ? currency(columns, cells) : "";
        for (Teller teller : tellers) {
            String text = teller.column() < 0 ? teller.text() : cells.get(teller.column());
            if (!text.isBlank() && !values.has(teller.place())) {
                values.put(teller.place(), read(teller, text, told, line));
                lookAround(teller, text, line);
            }
        }
        for (Columns.Use use : columns.uses(Role.IF_FILLED)) {
            if (!cells.get(use.place()).isBlank()) {
                values.put(use.target().detail(), true);
            }
        }
        return values;
    }

    /** What was done about cells, in sentences about the file. */
    List<String> sentences(String file) {
        return dressed.count() == 0
                ? List.of()
                : List.of(file + " has "
                        + (dressed.count() == 1
                                ? "1 cell with more than an e-mail address"
                                : Numerals.of(dressed.count()) + " cells with more than e-mail addresses")
                        + ", such as a name, mailto: or n/a (" + dressed.place() + "); the address is used");
    }

    private void lookAround(Teller teller, String cell, long line) {
        if (teller.column() >= 0
                && teller.path().equals(EMAIL)
                && !unreadables.isOfCopy()
                && MailCell.mayHoldMore(cell)
                && MailCell.holdsMore(cell)) {
            dressed.meet(line);
        }
    }

    /** In which currency the row's amounts are; empty where that is not told. */
    static String currency(Columns columns, List<String> cells) {
        for (Columns.Use use : columns.uses(Role.CURRENCY)) {
            String told = cells.get(use.place()).strip();
            if (!told.isEmpty()) {
                return told;
            }
        }
        return "";
    }

    /** An amount that says nothing about its currency, with the row's. */
    static String withCurrency(String cell, String told) {
        boolean isBare = cell.chars().noneMatch(letter -> Character.isLetter(letter) || letter > 0x7f || letter == '$');
        return isBare && !told.isEmpty() ? told + " " + cell.strip() : cell;
    }

    /** Why an amount cannot be read: by itself, or because of the currency that the row tells beside it. */
    static String fault(String reason, String cell, String told) {
        return withCurrency(cell, told).equals(cell) || isCurrency(told) ? reason : NO_CURRENCY;
    }

    /** Whether an amount may have that beside it. */
    static boolean isCurrency(String told) {
        return !(Amounts.sum("1 " + told) instanceof Reading.Unreadable<Sum>);
    }

    private @Nullable Object read(Teller teller, String cell, String told, long line) throws IOException {
        if (teller.type() == AttributeType.INSTANT && teller.column() >= 0) {
            OptionalLong at = dates.at(teller.column(), cell, line);
            return at.isPresent() ? Instant.ofEpochMilli(at.getAsLong()) : null;
        }
        String path = teller.path();
        String text = path.equals("company.revenue") ? withCurrency(cell, told) : cell;
        if (path.equals(EMAIL) && MailCell.mayHoldMore(cell)) {
            text = MailCell.addresses(cell).stream().findFirst().orElse(cell);
        }
        Object raw = teller.type() == AttributeType.LIST ? list(text) : text;
        Reading<Object> reading = AttributeReader.read(path, teller.type(), raw, currency);
        if (reading instanceof Reading.Unreadable<Object> not) {
            boolean isMoney = path.equals("company.revenue");
            unreadables.add(path, isMoney ? fault(not.reason(), cell, told) : not.reason());
        }
        return reading instanceof Reading.Value<Object> value ? value.value() : null;
    }

    /** A list may be written as JSON, else its parts stand between semicolons. */
    private static Object list(String cell) {
        if (cell.strip().startsWith("[")) {
            try {
                return Objects.requireNonNullElse(JSON.read(cell), cell);
            } catch (Refusal refusal) {
                return cell;
            }
        }
        return cell;
    }
}
