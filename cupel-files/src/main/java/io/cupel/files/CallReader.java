package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Happening;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of one call of the Segment protocol what is kept of it. */
final class CallReader {
    /** Where the call was sent and how: no part of what it says. */
    private static final List<String> ENVELOPE = List.of(
            "sentAt", "receivedAt", "writeKey", "integrations", LogPlace.POSITION, LogPlace.KEY_ORIGIN, RowCalls.ORDER);

    /** The same as {@link JsonScan} knows names. */
    static final long[] ENVELOPE_NAMES =
            ENVELOPE.stream().mapToLong(JsonScan::name).toArray();

    private static final int HAPPENINGS_MAX = 4_096;

    private final OccurredAt clock;
    private final LeadIds ids;
    private final Unreadables unreadables;
    private final ReservedCalls reserved;
    private final EventFacts facts;
    private final Traits traits;
    /** For what is told of a person beside consent, of which only the keys are kept. */
    private final Traits silent;

    private final RowReading rows;
    /** What happened in calls read before: what is kept of many events is kept once, and what follows from it too. */
    private final Map<Happening, Happening> happenings = new HashMap<>();

    CallReader(Contract contract, AttributeNames names, OccurredAt clock, LeadIds ids, Unreadables unreadables) {
        this.clock = clock;
        this.ids = ids;
        this.unreadables = unreadables;
        this.reserved = new ReservedCalls(clock, ids, unreadables);
        this.facts = new EventFacts(contract);
        this.traits = new Traits(names, contract.currency(), unreadables);
        this.silent = new Traits(names, contract.currency(), new Unreadables());
        this.rows = new RowReading(names, contract.currency(), clock);
    }

    /** A call with a reserved name in its normal form; any other as it stands, but for how it names its lead. */
    Map<String, @Nullable Object> normal(Map<String, @Nullable Object> call) throws Refusal {
        if (RowCalls.isMarked(call)) {
            return call;
        }
        if (!ReservedCalls.has(call)) {
            Map<String, @Nullable Object> event = LeadNames.normalEvent(call, ids, unreadables);
            return ConsentCalls.isReduced(event) ? reduced(event) : event;
        }
        Map<String, @Nullable Object> normal = reserved.normal(call);
        if (call.get(LogPlace.KEY_ORIGIN) != null) {
            normal.put(LogPlace.KEY_ORIGIN, call.get(LogPlace.KEY_ORIGIN));
        }
        return normal;
    }

    private Map<String, @Nullable Object> reduced(Map<String, @Nullable Object> event) throws Refusal {
        EventType type = type(event);
        Map<String, Object> values = silent.ofPerson(person(event, type));
        return ConsentCalls.reduced(event, CallKeys.of(event, type, values), values);
    }

    /**
     * The normal form of a call that is in no log yet.
     *
     * @throws Refusal if it must not come into one: it says that it must not be used for profiling, and names nobody
     *     whose word on that could be kept
     */
    Map<String, @Nullable Object> admitted(Map<String, @Nullable Object> call) throws Refusal {
        Map<String, @Nullable Object> normal = normal(call);
        boolean isWithheld = ConsentCalls.isUpdate(normal) && !ConsentCalls.isUpdate(call);
        if (isWithheld && !ConsentCalls.isNamed(normal)) {
            throw new Refusal(Reason.CONSENT_WITHHELD);
        }
        return normal;
    }

    /** What the call says, in the form in which two copies of it are equal. */
    static String content(Map<String, @Nullable Object> call) {
        return CanonicalJson.of(said(call));
    }

    /** The fingerprint of what the call says. */
    static long fingerprint(Map<String, @Nullable Object> call) {
        return Fingerprint.of(said(call));
    }

    /** The message id of a call that tells none: the SHA-256 of what it says. */
    static String idOfContent(Map<String, @Nullable Object> call) {
        try {
            byte[] said = content(call).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, @Nullable Object> said(Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> said = new HashMap<>(call);
        ENVELOPE.forEach(said::remove);
        return said;
    }

    /** The message id that a call tells; null where it tells none. */
    static @Nullable String messageId(Map<String, @Nullable Object> call) {
        return CallKeys.id(call.get("messageId"));
    }

    /**
     * What is kept of a call.
     *
     * @param call in {@link #normal} form
     * @param id its message id, or that made of its content
     */
    Sighting read(Map<String, @Nullable Object> call, String id) throws Refusal {
        if (RowCalls.isMarked(call)) {
            return rows.read(call, id);
        }
        if (ReservedCalls.has(call)) {
            Sighting told = reserved.read(call, id);
            return told.act() == null ? told : Sighting.act(told.keys().by(origin(call)), told.act());
        }
        if (ConsentCalls.isUpdate(call)) {
            return consenting(call, id);
        }
        EventType told = type(call);
        String name = name(call, told);
        EventType type = told == EventType.TRACK ? EventType.ofMailName(name).orElse(told) : told;
        Map<String, Object> values = traits.ofPerson(person(call, type));
        Keys named = CallKeys.of(call, type, values);
        if (named.isEmpty()) {
            throw new Refusal(call.get(CallPart.LEAD.written()) == null ? Reason.NO_IDS : Reason.NO_LEAD);
        }
        if (type == EventType.ALIAS && named.previous() == null && named.anonymous() == null) {
            throw new Refusal(Reason.NO_PREVIOUS);
        }
        Happening happening = shared(new Happening(type, name, facts.of(call, type, name), false));
        Event event = new Event(() -> id, clock.of(call), happening);
        tellByType(type, call, values);
        // A user id that is an e-mail address tells it, unless another is told.
        if (named.user() != null
                && named.user().indexOf('@') > 0
                && !named.emails().isEmpty()) {
            values.putIfAbsent("lead.email", named.emails().get(0));
        }
        return Sighting.call(named.by(origin(call)), event, values, company(call, type, values));
    }

    private Happening shared(Happening told) {
        if (happenings.size() >= HAPPENINGS_MAX) {
            happenings.clear();
        }
        Happening known = happenings.putIfAbsent(told, told);
        return known == null ? told : known;
    }

    private Sighting consenting(Map<String, @Nullable Object> call, String id) throws Refusal {
        Keys named = CallKeys.of(call, EventType.TRACK, silent.ofPerson(person(call, EventType.TRACK)));
        if (named.isEmpty()) {
            throw new Refusal(Reason.NO_IDS);
        }
        Consenting word = new Consenting(id, clock.of(call), ConsentCalls.said(call), "");
        return Sighting.act(named.by(origin(call)), word);
    }

    /** Who brought it into a log; outside of logs everything is believed. */
    static Origin origin(Map<String, @Nullable Object> call) {
        return call.get(LogPlace.KEY_ORIGIN) instanceof String told
                ? Origin.of(told.strip()).orElse(Origin.SERVER)
                : Origin.SERVER;
    }

    private void tellByType(EventType type, Map<String, @Nullable Object> call, Map<String, Object> values) {
        if (type == EventType.GROUP && call.get("traits") instanceof Map<?, ?> group) {
            values.putAll(traits.ofGroup(group));
        }
        if (type == EventType.EMAIL_UNSUBSCRIBED) {
            values.put("lead.unsubscribed", true);
        }
        if (type == EventType.EMAIL_BOUNCED) {
            values.put("lead.bounced", true);
        }
    }

    /** The domain of the company that the call says the lead belongs to. */
    private static @Nullable String company(
            Map<String, @Nullable Object> call, EventType type, Map<String, Object> values) {
        Optional<String> domain =
                values.get("company.domain") instanceof String website ? Domains.ofCompany(website) : Optional.empty();
        if (domain.isEmpty() && type == EventType.GROUP && call.get("groupId") instanceof String group) {
            domain = Domains.ofCompany(group);
        }
        return domain.orElse(null);
    }

    static EventType type(Map<String, @Nullable Object> call) throws Refusal {
        Object type = call.get("type") == null ? call.get("action") : call.get("type");
        return switch (String.valueOf(type)) {
            case "identify" -> EventType.IDENTIFY;
            case "track" -> EventType.TRACK;
            case "page" -> EventType.PAGE;
            case "screen" -> EventType.SCREEN;
            case "group" -> EventType.GROUP;
            case "alias" -> EventType.ALIAS;
            default -> throw new Refusal(Reason.NO_TYPE);
        };
    }

    static String name(Map<String, @Nullable Object> call, EventType type) throws Refusal {
        if (type == EventType.TRACK) {
            if (call.get("event") instanceof String name && !name.isBlank()) {
                return name.strip();
            }
            throw new Refusal(Reason.NO_NAME);
        }
        if (type != EventType.PAGE && type != EventType.SCREEN) {
            return "";
        }
        Object name = call.get("name");
        if (name == null && call.get("properties") instanceof Map<?, ?> properties) {
            name = properties.get("name");
        }
        return name instanceof String text ? text.strip() : "";
    }

    /** The traits of the person: those of an identify before those of the context. */
    private static Map<?, ?> person(Map<String, @Nullable Object> call, EventType type) {
        Map<Object, @Nullable Object> person = new HashMap<>();
        if (call.get("context") instanceof Map<?, ?> context && context.get("traits") instanceof Map<?, ?> traits) {
            person.putAll(traits);
        }
        if (type == EventType.IDENTIFY && call.get("traits") instanceof Map<?, ?> traits) {
            traits.forEach((name, value) -> {
                if (value != null) {
                    person.put(name, value);
                }
            });
        }
        return person;
    }
}
