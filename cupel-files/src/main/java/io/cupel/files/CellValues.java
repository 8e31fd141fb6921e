package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.Reading;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes typed attributes of the cells of one table. */
final class CellValues {
    private static final JsonTree JSON = new JsonTree();

    private static final String EMAIL = "lead.email";

    private final Columns columns;
    private final DateColumns dates;
    private final Map<String, String> constants;
    private final AttributeNames names;
    private final Currency currency;
    private final Unreadables unreadables;

    /** Rows whose address stands among other text. */
    private final FirstLine dressed = new FirstLine();

    /** @param constants path to the text that holds for every row that does not tell otherwise */
    CellValues(Columns columns, DateColumns dates, Map<String, String> constants, TableSetting setting) {
        this.columns = columns;
        this.dates = dates;
        this.constants = new TreeMap<>(constants);
        this.names = setting.names();
        this.currency = setting.contract().currency();
        this.unreadables = setting.unreadables();
    }

    /** Path to value; of several columns for one attribute, the first that tells something counts. */
    Map<String, Object> of(List<String> cells, long line) throws IOException {
        Map<String, Object> values = new HashMap<>();
        String told = currency(columns, cells);
        for (Columns.Use use : columns.uses(Role.ATTRIBUTE)) {
            String path = use.target().detail();
            String cell = cells.get(use.place());
            if (!cell.isBlank() && !values.containsKey(path)) {
                Object value = read(path, cell, told, use.place(), line);
                if (path.equals(EMAIL) && MailCell.mayHoldMore(cell) && MailCell.holdsMore(cell)) {
                    dressed.meet(line);
                }
                if (value != null) {
                    values.put(path, value);
                }
            }
        }
        for (Map.Entry<String, String> constant : constants.entrySet()) {
            if (!values.containsKey(constant.getKey())) {
                Object value = read(constant.getKey(), constant.getValue(), told);
                if (value != null) {
                    values.put(constant.getKey(), value);
                }
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
                                : dressed.count() + " cells with more than e-mail addresses")
                        + ", such as a name, mailto: or n/a (" + dressed.place() + "); the address is used");
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

    private @Nullable Object read(String path, String cell, String told, int place, long line) throws IOException {
        if (names.type(path) == AttributeType.INSTANT) {
            OptionalLong at = dates.at(place, cell, line);
            return at.isPresent() ? Instant.ofEpochMilli(at.getAsLong()) : null;
        }
        return read(path, cell, told);
    }

    private @Nullable Object read(String path, String cell, String told) {
        AttributeType type = names.type(path);
        String text = path.equals("company.revenue") ? withCurrency(cell, told) : cell;
        if (path.equals(EMAIL) && MailCell.mayHoldMore(cell)) {
            text = MailCell.addresses(cell).stream().findFirst().orElse(cell);
        }
        Object raw = type == AttributeType.LIST ? list(text) : text;
        Reading<Object> reading = AttributeReader.read(path, type, raw, currency);
        if (reading instanceof Reading.Unreadable<Object> not) {
            unreadables.add(path, not.reason());
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
