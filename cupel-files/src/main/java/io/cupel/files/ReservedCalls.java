package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Amounts;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Reading;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Touch;
import io.cupel.files.columns.ShownName;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The track calls with reserved names: what sales did, what sales decided, what marketing spent, what was said to what
 * waited in the review tray, which events are suspect, which leads are one, what browsers claimed and is not true, and
 * what somebody agreed to. Each is first written in one normal form, whatever file and words told it, so that copies of
 * one fact are known as such.
 */
final class ReservedCalls {
    static final String TOUCH = "Cupel Touch";
    static final String OUTCOME = "Cupel Outcome";
    static final String SPEND = "Cupel Spend";
    /** Of no kind of table: what people say to what waits in the review tray. */
    static final String REVIEW = "Cupel Review";
    /** Of no kind of table either: that two leads are one. */
    static final String MERGE = "Cupel Merge";

    private static final List<String> OF_NO_TABLE =
            List.of(REVIEW, MERGE, ClaimWords.NAME, SuspectWords.NAME, ConsentEntries.NAME);

    private static final Set<String> NAMES = Stream.concat(Stream.of(TOUCH, OUTCOME, SPEND), OF_NO_TABLE.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Before the id of what has none but that of its content. */
    static final String OF_CONTENT = "sha256:";

    private final OccurredAt clock;
    private final LeadIds ids;
    private final Unreadables doubts;
    /** Of calls in normal form, whose ids were looked at before. */
    private final Unreadables known = new Unreadables();

    /**
     * @param doubts told of ids of leads that several systems have, and of addresses and phone numbers that are none
     */
    ReservedCalls(OccurredAt clock, LeadIds ids, Unreadables doubts) {
        this.clock = clock;
        this.ids = ids;
        this.doubts = doubts;
    }

    /** Whether the call is a track call with a reserved name. */
    static boolean has(Map<String, @Nullable Object> call) {
        return NAMES.contains(name(call));
    }

    /** The reserved name of a kind of table. */
    static String name(Kind kind) {
        return switch (kind) {
            case TOUCHES -> TOUCH;
            case OUTCOMES -> OUTCOME;
            case SPEND -> SPEND;
            case LEADS, EVENTS -> throw new IllegalArgumentException("no reserved name");
        };
    }

    /** What is said of events with names that look reserved and are not. */
    static List<String> nearMisses(Collection<String> tracked) {
        return tracked.stream()
                .filter(name -> AttributeNames.normal(name).startsWith("cupel"))
                .map(name -> "'%s' is an event like any other; the reserved names are %s, %s, %s, %s, written so"
                        .formatted(ShownName.of(name), TOUCH, OUTCOME, SPEND, names()))
                .toList();
    }

    private static String names() {
        String last = OF_NO_TABLE.get(OF_NO_TABLE.size() - 1);
        return String.join(", ", OF_NO_TABLE.subList(0, OF_NO_TABLE.size() - 1)) + " and " + last;
    }

    /** What the call tells: a kind of table; null where its name is not reserved. */
    static @Nullable Kind kind(Map<String, @Nullable Object> call) {
        return switch (name(call)) {
            case TOUCH -> Kind.TOUCHES;
            case OUTCOME -> Kind.OUTCOMES;
            case SPEND -> Kind.SPEND;
            default -> null;
        };
    }

    /** The name of a track call; empty for none. */
    private static String name(Map<String, @Nullable Object> call) {
        Object type = call.get("type") == null ? call.get("action") : call.get("type");
        return "track".equals(type) && call.get("event") instanceof String name ? name.strip() : "";
    }

    /** The call in the normal form of its kind; any other call as it stands. */
    Map<String, @Nullable Object> normal(Map<String, @Nullable Object> call) throws Refusal {
        if (!has(call)) {
            return call;
        }
        Map<String, @Nullable Object> normal = new LinkedHashMap<>();
        String id = CallReader.messageId(call);
        if (id != null) {
            normal.put("messageId", id);
        }
        normal.put("type", "track");
        Words told = new Words(call);
        String name = name(call);
        Map<String, Object> properties = switch (name) {
            case TOUCH -> touch(told);
            case OUTCOME -> outcome(told);
            case REVIEW -> review(told);
            case SuspectWords.NAME -> SuspectWords.normal(call, told.of("decision"), told.of("by"));
            case MERGE -> merging(told);
            case ConsentEntries.NAME -> ConsentEntries.normal(call, told.ofConsent());
            case ClaimWords.NAME -> ClaimWords.normal(told::of);
            default -> spend(told);
        };
        normal.put("event", name);
        boolean isUndo = MERGE.equals(name) && "undo".equals(properties.get("decision"));
        if (isUndo || ClaimWords.NAME.equals(name)) {
            normal.put("timestamp", Instant.ofEpochMilli(clock.of(call)).toString());
        } else if (!SPEND.equals(name)) {
            Object lead = LeadNames.of(call, ids, doubts).writeTo(normal);
            if (lead != null) {
                properties.put("lead", lead);
            }
            normal.put("timestamp", Instant.ofEpochMilli(clock.of(call)).toString());
        }
        normal.put("properties", properties);
        return normal;
    }

    /**
     * What a call in normal form means.
     *
     * @param madeId its message id, or that made of its content
     */
    Sighting read(Map<String, @Nullable Object> normal, String madeId) throws Refusal {
        String id = CallReader.messageId(normal) == null ? OF_CONTENT + madeId : madeId;
        Words told = new Words(normal);
        if (SPEND.equals(normal.get("event"))) {
            long month = Spends.of(normal)
                    .month()
                    .atDay(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            return new Sighting(Keys.NONE, month, false, id, null, Map.of(), null, null);
        }
        long at = clock.of(normal);
        if (MERGE.equals(normal.get("event"))) {
            return Sighting.act(Keys.NONE, merging(normal, told, id, at));
        }
        if (ClaimWords.NAME.equals(normal.get("event"))) {
            return Sighting.act(Keys.NONE, ClaimWords.read(id, at, told::of));
        }
        return Sighting.act(LeadNames.of(normal, ids, known).keys(), act(normal, told, id, at));
    }

    private Merging merging(Map<String, @Nullable Object> normal, Words told, String id, long at) throws Refusal {
        String by = told.of("by");
        if (SalesWords.isUndo(told.of("decision"))) {
            return Merging.undo(id, at, told.of("merge"), by);
        }
        Keys one = LeadNames.of(normal, ids, known).keys();
        return Merging.of(id, at, one, LeadNames.of(told.of("other")), by);
    }

    private static Act act(Map<String, @Nullable Object> normal, Words told, String id, long at) throws Refusal {
        if (TOUCH.equals(normal.get("event"))) {
            return new Touch(
                    id,
                    at,
                    told.of("by"),
                    SalesWords.channel(told.of("channel")),
                    SalesWords.direction(told.of("direction")),
                    told.of("outcome"),
                    false);
        }
        if (REVIEW.equals(normal.get("event"))) {
            return new Review(id, at, SalesWords.verdict(told.of("decision")), told.of("by"));
        }
        if (SuspectWords.NAME.equals(normal.get("event"))) {
            return SuspectWords.read(normal, id, at, told.of("decision"), told.of("by"));
        }
        if (ConsentEntries.NAME.equals(normal.get("event"))) {
            return ConsentEntries.read(normal, id, at, told.ofConsent());
        }
        Outcome decision = SalesWords.decision(told.of("decision"));
        return new Decision(id, at, decision, told.of("reason"), told.of("by"), amount(told), false, "");
    }

    private static Map<String, Object> touch(Words told) throws Refusal {
        Map<String, Object> properties = new LinkedHashMap<>();
        put(properties, "by", told.of("by"));
        properties.put("channel", SalesWords.channel(told.of("channel")).written());
        properties.put("direction", SalesWords.direction(told.of("direction")).written());
        put(properties, "outcome", told.of("outcome"));
        return properties;
    }

    private static Map<String, Object> outcome(Words told) throws Refusal {
        Outcome decision = SalesWords.decision(told.of("decision"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("decision", decision.written());
        put(properties, "reason", SalesWords.reason(decision, told.of("reason")));
        put(properties, "by", told.of("by"));
        Sum sum = amount(told);
        if (sum != null) {
            properties.put("amount", Spends.written(sum.amount()));
            put(properties, "currency", sum.currency());
        }
        return properties;
    }

    private static Map<String, Object> review(Words told) throws Refusal {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("decision", SalesWords.verdict(told.of("decision")).written());
        put(properties, "by", told.of("by"));
        return properties;
    }

    private static Map<String, Object> merging(Words told) throws Refusal {
        boolean isUndo = SalesWords.isUndo(told.of("decision"));
        String meant = told.of(isUndo ? "merge" : "other");
        if (meant.isEmpty()) {
            throw new Refusal(isUndo ? Reason.NO_MERGE : Reason.NO_OTHER);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("decision", isUndo ? "undo" : "merge");
        properties.put(isUndo ? "merge" : "other", meant);
        put(properties, "by", told.of("by"));
        return properties;
    }

    private static Map<String, Object> spend(Words told) throws Refusal {
        YearMonth month = Months.read(told.of("month")).orElseThrow(() -> new Refusal(Reason.MONTH));
        String source = told.of("source");
        if (source.isEmpty()) {
            throw new Refusal(Reason.NO_SOURCE);
        }
        Sum sum = amount(told);
        if (sum == null) {
            throw new Refusal(Reason.NO_AMOUNT);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("month", month.toString());
        properties.put("source", source);
        put(properties, "campaign", told.of("campaign"));
        properties.put("amount", Spends.written(sum.amount()));
        put(properties, "currency", sum.currency());
        return properties;
    }

    /** The amount in its currency; null where none is told. */
    private static @Nullable Sum amount(Words told) throws Refusal {
        String amount = told.of("amount");
        if (amount.isEmpty()) {
            return null;
        }
        String currency = told.of("currency");
        Reading<Sum> reading = Amounts.sum((amount + " " + currency).strip());
        if (reading instanceof Reading.Unreadable<Sum> not) {
            if (!(Amounts.sum(amount) instanceof Reading.Unreadable<Sum>) && !CellValues.isCurrency(currency)) {
                throw new Refusal(Reason.CURRENCY);
            }
            throw new Refusal(Reason.AMOUNT, " (it " + not.reason() + ")");
        }
        return reading.found().orElse(null);
    }

    private static void put(Map<String, Object> properties, String name, String told) {
        if (!told.isEmpty()) {
            properties.put(name, told);
        }
    }

    /** The properties of a call as words, by their names' letters and digits. */
    private static final class Words {
        private final Map<String, String> words = new HashMap<>();

        Words(Map<String, @Nullable Object> call) {
            if (call.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, value) -> {
                    String word = word(value);
                    if (!word.isEmpty()) {
                        words.putIfAbsent(AttributeNames.normal(Objects.toString(name)), word);
                    }
                });
            }
        }

        /** Empty where it is not told. */
        String of(String name) {
            return words.getOrDefault(name, "");
        }

        ConsentEntries.Told ofConsent() {
            return new ConsentEntries.Told(of("purpose"), of("basis"), of("words"), of("by"));
        }

        private static String word(@Nullable Object value) {
            if (value instanceof String text) {
                return text.strip().replace("\r\n", "\n").replace('\r', '\n'); // as tables end their lines
            }
            if (value instanceof Long number) {
                return number.toString();
            }
            return value instanceof Double number ? Spends.written(new BigDecimal(number.toString())) : "";
        }
    }
}
