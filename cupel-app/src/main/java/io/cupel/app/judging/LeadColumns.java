package io.cupel.app.judging;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Reason;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FirstText;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Money;
import io.cupel.core.evidence.Range;
import io.cupel.core.lifecycle.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an exported table of leads: keys and attributes under the names that tables of leads have, so that
 * {@code cupel qualify} reads them, and what was judged under names that it does not take for anything told.
 */
final class LeadColumns {
    private static final String EMAIL = "lead.email";
    private static final List<String> KEYS = List.of("user_id", "contact_id", "additional_email_addresses");
    private static final List<String> JUDGED = List.of(
            "cupel_lead",
            "cupel_keys",
            "cupel_stage",
            "cupel_since",
            "cupel_cycle",
            "cupel_score",
            "cupel_usage",
            "cupel_grade",
            "cupel_fit",
            "cupel_reasons",
            "cupel_as_of",
            "cupel_contract");

    private final String contract;
    private final Map<String, AttributeType> attributes = new LinkedHashMap<>(BuiltIn.types());

    LeadColumns(Contract contract) {
        this.contract = contract.id();
        attributes.putAll(contract.attributes());
    }

    List<String> header() {
        List<String> header = new ArrayList<>(KEYS);
        header.addAll(attributes.keySet());
        header.addAll(JUDGED);
        return header;
    }

    /** @param told the attributes as told, not derived: what follows from them follows again when they are read */
    List<@Nullable String> row(Judgement lead, List<FiledKey> keys, Map<String, Object> told) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(first(keys, Key.Kind.USER));
        row.add(first(keys, Key.Kind.CRM));
        row.add(furtherAddresses(keys, told.get(EMAIL)));
        attributes.forEach((path, type) -> row.add(written(told.get(path), type)));
        row.add(lead.lead());
        row.add(keys.stream().map(FiledKey::node).collect(Collectors.joining("; ")));
        row.add(lead.stage().written());
        Long since = lead.since();
        row.add(since == null || since == Long.MIN_VALUE ? null : instant(since));
        row.add(String.valueOf(lead.cycle()));
        row.add(String.valueOf(lead.score().score().shown()));
        row.add(String.valueOf(lead.score().usageScore().shown()));
        row.add(lead.fit().grade());
        row.add(lead.fit().verdict().written());
        row.add(lead.reasons().stream().map(LeadColumns::reason).collect(Collectors.joining("; ")));
        row.add(instant(lead.asOf()));
        row.add(contract);
        return row;
    }

    /** As what a lead was told first, of one kind. */
    private static @Nullable String first(List<FiledKey> keys, Key.Kind kind) {
        return keys.stream()
                .map(key -> key.told().get(kind))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(FirstText::at).thenComparing(FirstText::text, CodePointOrder.INSTANCE))
                .map(FirstText::text)
                .orElse(null);
    }

    private static String furtherAddresses(List<FiledKey> keys, @Nullable Object main) {
        Set<String> all = new LinkedHashSet<>();
        for (FiledKey key : keys) {
            boolean isAddress =
                    key.told().containsKey(Key.Kind.EMAIL) || key.told().containsKey(Key.Kind.FURTHER_EMAIL);
            if (isAddress && !key.node().equals(main)) {
                all.add(key.node());
            }
        }
        return String.join("; ", all);
    }

    private static @Nullable String written(@Nullable Object value, AttributeType type) {
        if (value instanceof Range range) {
            return range(range);
        }
        if (value instanceof Money money) {
            return (range(money.amount()) + " " + money.currency()).strip();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        if (value instanceof Long millis && type == AttributeType.INSTANT) {
            return instant(millis);
        }
        return value == null ? null : value.toString();
    }

    private static String range(Range range) {
        if (range.isExact()) {
            return String.valueOf(range.low());
        }
        return range.isOpen() ? range.low() + "+" : range.low() + "-" + range.high();
    }

    private static String reason(Reason reason) {
        return reason.signal() + " " + reason.points().shown();
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
