package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Reading;
import io.cupel.files.columns.ShownName;
import io.cupel.files.columns.ShownValues;
import io.cupel.files.columns.WrittenDate;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What stands in the cells of one column: counts alone, and the values only where they are few and nobody's own. */
final class ColumnLook {
    static final int VALUES_MAX = 15;

    private static final int VALUE_LENGTH_MAX = 40;
    private static final int HASHES_MAX = 1_000_000;
    private static final int PHONE_DIGITS_MIN = 7;
    private static final int SAMPLES_MAX = 50;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}([.,][0-9]{1,9})?");
    private static final int DATE_DIGITS_MIN = 5;
    private static final int DATE_LENGTH_MAX = 60;

    private final DateProof dates = new DateProof();
    private final Map<String, Long> values = new TreeMap<>();
    private final List<String> samples = new ArrayList<>();
    private final Set<Integer> hashes = new HashSet<>();
    private boolean hasManyValues;
    private long rows;
    private long filled;
    private long emails;
    private long phones;
    private long dated;
    private long timed;
    private long numbers;
    private long ranges;
    private long bands;
    private long sums;
    private long currencies;

    void take(String cell, long line) {
        rows++;
        String text = cell.strip();
        if (text.isEmpty()) {
            return;
        }
        filled++;
        emails += text.indexOf('@') > 0 && MailDomains.normaliseEmail(text).isPresent() ? 1 : 0;
        phones += isPhone(text) ? 1 : 0;
        numbers += isNumber(text) ? 1 : 0;
        ranges += Shapes.isRange(text) ? 1 : 0;
        bands += Shapes.isBand(text) ? 1 : 0;
        sums += Shapes.isMoney(text) ? 1 : 0;
        currencies += Shapes.isCurrency(text) ? 1 : 0;
        if (isDate(text)) {
            dated++;
            timed += text.indexOf(':') > 0 ? 1 : 0;
            dates.take(text, line);
        }
        if (samples.size() < SAMPLES_MAX) {
            samples.add(text);
        }
        if (hashes.size() < HASHES_MAX) {
            hashes.add(text.hashCode());
        }
        remember(text);
    }

    private void remember(String text) {
        if (hasManyValues) {
            return;
        }
        values.merge(text, 1L, Long::sum);
        if (values.size() > VALUES_MAX
                || text.length() > VALUE_LENGTH_MAX
                || !ShownName.of(text).equals(text)) {
            hasManyValues = true;
            values.clear();
        }
    }

    static boolean isPhone(String text) {
        boolean isWritten = text.startsWith("+") || text.chars().anyMatch(letter -> " ()-".indexOf(letter) >= 0);
        return isWritten
                && digits(text) >= PHONE_DIGITS_MIN
                && Phone.normalised(text).isPresent();
    }

    /** Digits alone could be anything. */
    static boolean isDate(String text) {
        long digits = digits(text);
        if (digits < DATE_DIGITS_MIN || digits == text.length() || text.length() > DATE_LENGTH_MAX) {
            return false;
        }
        try {
            WrittenDate.read(text);
            return true;
        } catch (WrittenDate.Unreadable e) {
            return false;
        }
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static long digits(String text) {
        return text.chars().filter(letter -> letter >= '0' && letter <= '9').count();
    }

    long rows() {
        return rows;
    }

    /** "1 row", "1,240 rows". */
    String ofRows() {
        return Numerals.of(rows, "row");
    }

    long filled() {
        return filled;
    }

    long emails() {
        return emails;
    }

    long phones() {
        return phones;
    }

    /** Whether at least four of five of the filled cells are such. */
    boolean isMostly(long such) {
        return filled > 0 && 5 * such >= 4 * filled;
    }

    boolean isOfDates() {
        return isMostly(dated);
    }

    /** Whether times of day stand behind the dates. */
    boolean isOfTimes() {
        return isMostly(timed);
    }

    /** Ranges of whole numbers. */
    long ranges() {
        return ranges;
    }

    /** Ranges in which companies are usually counted. */
    long bands() {
        return bands;
    }

    /** Money that names its currency. */
    long sums() {
        return sums;
    }

    boolean isOfCurrencies() {
        return isMostly(currencies);
    }

    boolean isOfNumbers() {
        return isMostly(numbers);
    }

    /** Whether some of the first values can be read as a built-in attribute; true where there is none to read. */
    boolean isReadableAs(String path) {
        AttributeType type = BuiltIn.types().get(path);
        return type == null
                || samples.isEmpty()
                || samples.stream()
                        .anyMatch(sample -> AttributeReader.read(path, type, sample, Currency.US_DOLLAR)
                                instanceof Reading.Value<Object>);
    }

    DateProof dates() {
        return dates;
    }

    /** Whether every row has a value, and each another one. */
    boolean isUnique() {
        return filled == rows && filled > 0 && hashes.size() >= Math.min(filled, HASHES_MAX) - filled / 1_000;
    }

    /** The values with the count of their rows, where they are few and look like words of a closed list; else none. */
    Map<String, Long> values() {
        boolean isRepeated = 2L * values.size() <= filled || values.size() <= 4;
        return isRepeated ? ShownValues.of(values) : Map.of();
    }
}
