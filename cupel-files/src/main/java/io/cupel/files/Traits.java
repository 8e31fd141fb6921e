package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes typed attributes of the traits of calls. */
final class Traits {
    private final AttributeNames names;
    private final Currency currency;
    private final Unreadables unreadables;

    Traits(AttributeNames names, Currency currency, Unreadables unreadables) {
        this.names = names;
        this.currency = currency;
        this.unreadables = unreadables;
    }

    /** What traits of a person tell about the lead and, in {@code company} and {@code website}, about its company. */
    Map<String, Object> ofPerson(Map<?, ?> traits) {
        Map<String, Object> values = new HashMap<>();
        if (traits.isEmpty()) {
            return values; // as of most calls
        }
        Map<String, Object> told = byNormalName(traits);
        Map<String, Object> company = new HashMap<>();
        if (told.get("company") instanceof Map<?, ?> map) {
            company.putAll(byNormalName(map));
        } else if (told.get("company") instanceof String name) {
            company.put("name", name);
        }
        copyIfAbsent(told, "website", company, "website");
        copyIfAbsent(told, "companyname", company, "name");
        read(names.ofLead(), told, values);
        read(names.ofCompany(), company, values);
        return values;
    }

    /** What traits of a group tell about the company. */
    Map<String, Object> ofGroup(Map<?, ?> traits) {
        Map<String, Object> values = new HashMap<>();
        read(names.ofCompany(), byNormalName(traits), values);
        return values;
    }

    private void read(Map<String, List<String>> paths, Map<String, Object> told, Map<String, Object> values) {
        if (told.isEmpty()) {
            return;
        }
        paths.forEach((path, aliases) -> {
            for (String alias : aliases) {
                Object raw = lookUp(told, alias);
                if (raw != null && put(path, raw, values)) {
                    return;
                }
            }
        });
    }

    /** Whether the raw value told something. */
    private boolean put(String path, Object raw, Map<String, Object> values) {
        AttributeType type = names.type(path);
        Reading<Object> reading = AttributeReader.read(path, type, raw, currency);
        if (reading instanceof Reading.Value<Object> value) {
            values.put(path, value.value());
            return true;
        }
        if (reading instanceof Reading.Unreadable<Object> not) {
            unreadables.add(path, not.reason());
        }
        return false;
    }

    private static @Nullable Object lookUp(Map<String, Object> told, String alias) {
        int dot = alias.indexOf('.');
        if (dot < 0) {
            return told.get(alias);
        }
        return told.get(alias.substring(0, dot)) instanceof Map<?, ?> inner
                ? byNormalName(inner).get(alias.substring(dot + 1))
                : null;
    }

    private static void copyIfAbsent(Map<String, Object> from, String name, Map<String, Object> to, String as) {
        Object value = from.get(name);
        if (value != null) {
            to.putIfAbsent(as, value);
        }
    }

    /** Of names that are one, the first in code-point order counts, whatever the order in the file. */
    private static Map<String, Object> byNormalName(Map<?, ?> traits) {
        TreeMap<String, Object> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        traits.forEach((name, value) -> {
            if (value != null && !(value instanceof String text && text.isBlank())) {
                sorted.put(Objects.toString(name), value);
            }
        });
        Map<String, Object> normal = new HashMap<>();
        sorted.forEach((name, value) -> normal.putIfAbsent(AttributeNames.normal(name), value));
        return normal;
    }
}
