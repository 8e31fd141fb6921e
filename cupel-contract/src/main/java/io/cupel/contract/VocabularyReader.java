package io.cupel.contract;

import io.cupel.contract.Node.Items;
import io.cupel.contract.Node.Mapping;
import io.cupel.contract.Node.Pair;
import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code lists}, {@code attributes} and {@code money}. */
final class VocabularyReader {
    private static final Pattern LIST_NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern ATTRIBUTE_PATH = Pattern.compile("(lead|company)\\.[a-z][a-z0-9_]{0,59}");
    /** Words that cannot stand after a dot in a condition. */
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "in");
    /** The largest number of a list that a condition compares exactly. */
    private static final long NUMBER_MAX = 1L << 53;

    private static final Map<String, AttributeType> TYPES = Stream.of(AttributeType.values())
            .collect(Collectors.toMap(AttributeType::written, type -> type, (a, b) -> a, LinkedHashMap::new));

    private final Findings findings;
    private final Values values;

    VocabularyReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    Vocabulary read(Fields contract) {
        return new Vocabulary(lists(contract.node("lists")), attributes(contract.node("attributes")), money(contract));
    }

    private Map<String, List<Object>> lists(@Nullable Node node) {
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, Pair> entry :
                pairs(node, "lists", Limits.LISTS_MAX).entrySet()) {
            String name = entry.getKey();
            if (!LIST_NAME.matcher(name).matches() || RESERVED.contains(name)) {
                findings.add(
                        Code.BAD_NAME,
                        entry.getValue().keyPlace(),
                        "'" + name + "' cannot name a list; use small letters, digits and underscores, such as"
                                + " target_titles");
            }
            Items items = values.items(entry.getValue().value(), "'" + name + "'", Limits.LIST_ENTRIES_MAX);
            lists.put(name, items == null ? List.of() : entries(name, items));
        }
        return lists;
    }

    private List<Object> entries(String name, Items items) {
        List<Object> entries = new ArrayList<>();
        for (Node node : items.nodes()) {
            Object entry = node instanceof Scalar scalar && scalar.isNumber()
                    ? number(scalar)
                    : values.text(node, "an entry of '" + name + "'", Limits.TEXT_MAX);
            if (entry == null) {
                continue;
            }
            if (!entries.isEmpty() && entry instanceof String != entries.get(0) instanceof String) {
                findings.add(
                        Code.LIST_MIXED,
                        node.place(),
                        "'" + name + "' mixes texts and numbers; put the numbers in quotes or in a list of their own");
                continue;
            }
            entries.add(entry);
        }
        if (entries.stream().anyMatch(Double.class::isInstance)) {
            entries.replaceAll(entry -> entry instanceof Number number ? number.doubleValue() : entry);
        }
        return List.copyOf(entries);
    }

    private @Nullable Object number(Scalar scalar) {
        if (scalar.value().length() > Values.DIGITS_MAX) {
            findings.add(Code.OUT_OF_RANGE, scalar.place(), "a number has at most " + Values.DIGITS_MAX + " digits");
            return null;
        }
        if (Math.abs(Double.parseDouble(scalar.value())) > NUMBER_MAX) {
            findings.add(
                    Code.OUT_OF_RANGE,
                    scalar.place(),
                    scalar.value() + " is too large for a list; " + NUMBER_MAX + " is the largest");
            return null;
        }
        if (scalar.isWhole()) {
            return Long.parseLong(scalar.value());
        }
        return Double.parseDouble(scalar.value());
    }

    private Map<String, AttributeType> attributes(@Nullable Node node) {
        Map<String, AttributeType> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, Pair> entry :
                pairs(node, "attributes", Limits.ATTRIBUTES_MAX).entrySet()) {
            String path = entry.getKey();
            Place place = entry.getValue().keyPlace();
            if (!ATTRIBUTE_PATH.matcher(path).matches() || RESERVED.contains(path.substring(path.indexOf('.') + 1))) {
                findings.add(
                        Code.ATTRIBUTE,
                        place,
                        "'" + path + "' cannot name an attribute; write lead. or company. and a name of small letters,"
                                + " digits and underscores, such as lead.persona");
                continue;
            }
            if (BuiltIn.types().containsKey(path)) {
                findings.add(Code.ATTRIBUTE, place, "'" + path + "' is built in; leave the line out");
                continue;
            }
            AttributeType type = values.choice(entry.getValue().value(), "the type of '" + path + "'", TYPES);
            // After a fault in the type the name is known all the same, so that conditions on it are no faults too.
            attributes.put(path, type == null ? AttributeType.TEXT : type);
        }
        return attributes;
    }

    private Map<String, Pair> pairs(@Nullable Node node, String what, int most) {
        Mapping mapping = node == null ? null : values.mapping(node, "'" + what + "'");
        if (mapping == null) {
            return Map.of();
        }
        if (mapping.pairs().size() > most) {
            findings.add(
                    Code.TOO_MANY,
                    mapping.place(),
                    "'" + what + "' has " + mapping.pairs().size() + " entries; " + most + " are allowed");
        }
        return mapping.pairs();
    }

    private Currency money(Fields contract) {
        Fields fields = contract.fields("money", Shape.MONEY);
        if (fields == null) {
            return Currency.US_DOLLAR;
        }
        String code = fields.has("currency") ? fields.text("currency", Limits.NAME_MAX) : Currency.US_DOLLAR.code();
        Node rates = fields.node("rates");
        Map<String, BigDecimal> read = new TreeMap<>();
        for (Map.Entry<String, Pair> entry :
                pairs(rates, "rates", Limits.RATES_MAX).entrySet()) {
            boolean known = isCurrency(entry.getKey(), entry.getValue().keyPlace());
            BigDecimal rate = rate(entry.getKey(), entry.getValue().value());
            if (entry.getKey().equals(code)) {
                findings.add(
                        Code.CURRENCY,
                        entry.getValue().keyPlace(),
                        "'" + code + "' is the contract's own currency; leave its rate out");
            } else if (known && rate != null) {
                read.put(entry.getKey(), rate);
            }
        }
        boolean known = code != null && isCurrency(code, fields.place("currency"));
        return known && code != null ? new Currency(code, read) : Currency.US_DOLLAR;
    }

    private @Nullable BigDecimal rate(String code, Node node) {
        Scalar scalar = values.number(node, "the rate of " + code);
        if (scalar == null) {
            return null;
        }
        if (scalar.value().length() <= Values.DIGITS_MAX) {
            BigDecimal rate = new BigDecimal(scalar.value());
            if (rate.signum() > 0 && Math.abs((long) rate.precision() - rate.scale()) <= 12 && rate.scale() <= 12) {
                return rate.stripTrailingZeros();
            }
        }
        findings.add(
                Code.CURRENCY,
                node.place(),
                "a rate tells what one unit is worth in the contract's currency, such as 1.08, up to 12 decimals");
        return null;
    }

    private boolean isCurrency(String code, Place place) {
        boolean known = java.util.Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!known) {
            List<String> codes = java.util.Currency.getAvailableCurrencies().stream()
                    .map(java.util.Currency::getCurrencyCode)
                    .sorted()
                    .toList();
            findings.add(
                    Code.CURRENCY,
                    place,
                    "'" + code + "' is no ISO 4217 currency such as USD" + Nearest.question(code, codes));
        }
        return known;
    }
}
