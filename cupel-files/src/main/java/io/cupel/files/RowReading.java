package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Reading;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of calls that {@link RowCalls} wrote what they were made of, as far as the contract knows the attributes. */
final class RowReading {
    /** Earlier than this no call can be: a row without a date, where rows are read as calls. */
    private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final int AMOUNT_MAX = 40;
    private static final String PROPERTIES = "properties.";
    /** Of an event, though they stand among its properties. */
    private static final Set<String> OWN_FACTS = Set.of("path", "url");

    private final AttributeNames names;
    private final Currency currency;
    private final OccurredAt clock;

    RowReading(AttributeNames names, Currency currency, OccurredAt clock) {
        this.names = names;
        this.currency = currency;
        this.clock = clock;
    }

    /**
     * What a marked call says.
     *
     * @param id its message id
     */
    Sighting read(Map<String, @Nullable Object> call, String id) throws Refusal {
        Map<String, @Nullable Object> mark = CallTree.object(call.get(RowCalls.MARK));
        if (mark == null) {
            throw new Refusal(Reason.AS_OF_EXPORT);
        }
        Keys keys = keys(mark).by(CallReader.origin(call));
        if (keys.isEmpty()) {
            throw new Refusal(Reason.NO_IDS);
        }
        long at = Boolean.TRUE.equals(mark.get(RowCalls.UNDATED)) ? Told.BEFORE_ALL : clock.of(call);
        EventType type = CallReader.type(call);
        if (type == EventType.IDENTIFY) {
            String order = RowCalls.order(call.get(RowCalls.ORDER)) + ":" + id;
            String company = text(mark, RowCalls.COMPANY);
            return Sighting.row(
                    keys,
                    at,
                    order,
                    values(mark),
                    company == null ? null : Domains.ofCompany(company).orElse(null));
        }
        if (ReservedCalls.has(call)) {
            return Sighting.act(keys, act(call, mark, id, at));
        }
        String name = CallReader.name(call, type);
        EventType mail = type == EventType.TRACK ? EventType.ofMailName(name).orElse(type) : type;
        if (at == Told.BEFORE_ALL || !mail.isSignal()) {
            throw new Refusal(Reason.AS_OF_EXPORT);
        }
        String told = mail == type ? name : "";
        return Sighting.call(keys, new Event(id, at, mail, told, facts(call), true), Map.of(), null);
    }

    /**
     * The same, where rows are read among calls without a log: nothing is told before all of them, and what a row tells
     * is a call's word.
     */
    static Sighting asCall(Sighting told, String id) {
        boolean isUndated = told.at() == Told.BEFORE_ALL;
        if (!told.fromRow() && !isUndated) {
            return told;
        }
        long at = isUndated ? FIRST : told.at();
        String order = told.fromRow() ? told.order() : id; // of rows of one instant the last word stays the last
        return new Sighting(told.keys(), at, false, order, null, told.values(), told.company(), told.act());
    }

    /** All that the row tells of the event. */
    private static Map<String, Object> facts(Map<String, @Nullable Object> call) {
        Map<String, Object> facts = new HashMap<>();
        put(facts, CallTree.object(call.get(CallPart.PROPERTIES.written())), PROPERTIES);
        Map<String, @Nullable Object> context = CallTree.object(call.get(CallPart.CONTEXT.written()));
        put(facts, context == null ? null : CallTree.object(context.get("campaign")), "campaign.");
        return facts;
    }

    private static void put(Map<String, Object> facts, @Nullable Map<String, @Nullable Object> told, String before) {
        if (told != null) {
            told.forEach((name, value) -> {
                Object fact = JsonFacts.of(value);
                if (fact != null) {
                    facts.put(before.equals(PROPERTIES) && OWN_FACTS.contains(name) ? name : before + name, fact);
                }
            });
        }
    }

    private static Keys keys(Map<String, @Nullable Object> mark) {
        List<String> emails = new ArrayList<>();
        texts(mark, RowCalls.EMAILS)
                .forEach(each -> MailDomains.normaliseEmail(each).ifPresent(emails::add));
        String phone = text(mark, RowCalls.PHONE);
        return new Keys(
                text(mark, RowCalls.USER),
                emails,
                phone == null ? null : Phone.normalised(phone).orElse(null),
                text(mark, RowCalls.ANONYMOUS),
                null,
                texts(mark, RowCalls.CRM));
    }

    private static @Nullable String text(Map<String, @Nullable Object> mark, String name) {
        return mark.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<String> texts(Map<String, @Nullable Object> mark, String name) {
        List<String> texts = new ArrayList<>();
        if (mark.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof String text && !text.isBlank()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private Map<String, Object> values(Map<String, @Nullable Object> mark) {
        Map<String, @Nullable Object> told = CallTree.object(mark.get(RowCalls.VALUES));
        if (told == null) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        names.types().forEach((path, type) -> {
            Object raw = told.get(path);
            Object value = raw == null ? null : value(path, type, raw);
            if (value != null) {
                values.put(path, value);
            }
        });
        String record = text(told, BuiltIn.CRM_ID);
        if (record != null) {
            values.put(BuiltIn.CRM_ID, record);
        }
        return values;
    }

    /** Null where it is nothing that the attribute can be, for this contract may want another type than that before. */
    private @Nullable Object value(String path, AttributeType type, Object raw) {
        Map<String, @Nullable Object> bounds = CallTree.object(raw);
        if (bounds != null) {
            return type == AttributeType.INT ? range(path, bounds) : null;
        }
        return AttributeReader.read(path, type, raw, currency) instanceof Reading.Value<Object> value
                ? value.value()
                : null;
    }

    private @Nullable Object range(String path, Map<String, @Nullable Object> bounds) {
        if (!(bounds.get(RowCalls.LOW) instanceof Long low)) {
            return null;
        }
        long high = bounds.get(RowCalls.HIGH) instanceof Long told ? told : Range.OPEN;
        if (low < 0 || high < low) {
            return null;
        }
        String in = text(bounds, RowCalls.CURRENCY);
        if (in == null || in.equals(currency.code())) {
            return low == high ? (Object) low : new Range(low, high);
        }
        String amount = high == Range.OPEN ? low + "+" : low == high ? low.toString() : low + "-" + high;
        return AttributeReader.read(path, AttributeType.INT, in + " " + amount, currency)
                        instanceof Reading.Value<Object> value
                ? value.value()
                : null;
    }

    private static Act act(Map<String, @Nullable Object> call, Map<String, @Nullable Object> mark, String id, long at)
            throws Refusal {
        Map<String, @Nullable Object> told =
                Objects.requireNonNullElse(CallTree.object(call.get(CallPart.PROPERTIES.written())), Map.of());
        String by = word(told, "by");
        if (ReservedCalls.TOUCH.equals(call.get(CallPart.EVENT.written()))) {
            return new Touch(
                    id,
                    at,
                    by,
                    SalesWords.channel(word(told, "channel")),
                    SalesWords.direction(word(told, "direction")),
                    word(told, "outcome"),
                    true);
        }
        if (!ReservedCalls.OUTCOME.equals(call.get(CallPart.EVENT.written()))) {
            throw new Refusal(Reason.AS_OF_EXPORT);
        }
        Decision.Outcome outcome = SalesWords.decision(word(told, "decision"));
        String deal = text(mark, RowCalls.DEAL);
        return new Decision(id, at, outcome, word(told, "reason"), by, amount(told), true, deal == null ? "" : deal);
    }

    private static String word(Map<String, @Nullable Object> told, String name) {
        return told.get(name) instanceof String text ? text : "";
    }

    private static @Nullable Sum amount(Map<String, @Nullable Object> told) throws Refusal {
        String amount = word(told, "amount");
        if (amount.isEmpty()) {
            return null;
        }
        try {
            if (amount.length() <= AMOUNT_MAX && amount.matches("[0-9]+([.][0-9]+)?")) {
                return new Sum(new BigDecimal(amount), word(told, RowCalls.CURRENCY));
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.CURRENCY);
        }
        throw new Refusal(Reason.AMOUNT);
    }
}
