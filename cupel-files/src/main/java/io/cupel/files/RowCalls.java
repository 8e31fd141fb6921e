package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rows of leads, companies and deals tell, as calls of a log: an identify for a row, a track or page for a dated
 * column, a touch or an outcome. Beside what every call has stands {@code asOfExport}: all keys of the lead, the
 * attributes by their paths, whether nothing dates it. {@link RowReading} makes of it again what it was made of.
 */
final class RowCalls {
    static final String MARK = CallPart.AS_OF_EXPORT.written();
    /** No part of what a call says: the same row may stand elsewhere in a longer copy of its file. */
    static final String ORDER = CallPart.EXPORT_ORDER.written();

    static final String USER = "user";
    static final String EMAILS = "emails";
    static final String PHONE = "phone";
    static final String ANONYMOUS = "anonymous";
    static final String CRM = "crm";
    static final String UNDATED = "undated";
    static final String VALUES = "values";
    static final String COMPANY = "company";
    static final String DEAL = "deal";
    static final String LOW = "low";
    static final String HIGH = "high";
    static final String CURRENCY = "currency";
    static final String REVENUE = "company.revenue";

    private static final String TIMESTAMP = CallPart.TIMESTAMP.written();
    private static final String TYPE = CallPart.TYPE.written();
    private static final String EVENT = CallPart.EVENT.written();
    private static final String MESSAGE_ID = CallPart.MESSAGE_ID.written();
    private static final String PROPERTIES = "properties.";
    private static final String CAMPAIGN = "campaign.";

    /** Of an instant in the order of a row. */
    private static final int DIGITS = 19;
    /** An instant of import, one of change, and a place. */
    private static final int ORDER_MAX = 3 * DIGITS;

    private final String currency;

    /** @param currency in which the amounts of money are that are written */
    RowCalls(String currency) {
        this.currency = currency;
    }

    /** Whether a call was made of a row. */
    static boolean isMarked(Map<String, @Nullable Object> call) {
        return call.get(MARK) != null;
    }

    /** The order of a row as of an import: of later imports it is greater, within one as the files say. */
    static String orderAsOf(long imported, @Nullable Object told) {
        String digits = Long.toString(Math.max(0, imported));
        String given = order(told);
        String within = given.length() > 2 * DIGITS ? given.substring(given.length() - 2 * DIGITS) : given;
        return "0".repeat(DIGITS - digits.length()) + digits + within;
    }

    /** The order that a call tells; empty where it tells none that can be. */
    static String order(@Nullable Object told) {
        return told instanceof String text
                        && text.length() <= ORDER_MAX
                        && text.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                ? text
                : "";
    }

    /**
     * The call that says the same.
     *
     * @param told by a table: a row, or an event, touch or decision that a row tells
     */
    Map<String, @Nullable Object> of(Sighting told) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        Map<String, @Nullable Object> mark = keys(told);
        Event event = told.event();
        Act act = told.act();
        if (event != null) {
            call.put(MESSAGE_ID, event.id());
            event(event, call);
        } else if (act != null) {
            call.put(MESSAGE_ID, act.id());
            act(act, call, mark);
        } else {
            call.put(TYPE, "identify");
            row(told, mark);
        }
        if (told.at() == Told.BEFORE_ALL) {
            mark.put(UNDATED, true);
        } else {
            call.put(TIMESTAMP, Instant.ofEpochMilli(told.at()).toString());
        }
        call.put(MARK, mark);
        if (event == null && act == null) {
            call.put(MESSAGE_ID, "row:" + CallReader.idOfContent(call));
            call.put(ORDER, told.order());
        }
        return call;
    }

    private static Map<String, @Nullable Object> keys(Sighting told) {
        Keys keys = told.keys();
        Map<String, @Nullable Object> mark = new LinkedHashMap<>();
        put(mark, USER, keys.user());
        put(mark, EMAILS, keys.emails());
        put(mark, PHONE, keys.phone());
        // Nobody's row is about a company; in a log each call is somebody's or some device's.
        put(mark, ANONYMOUS, keys.isEmpty() ? "company:" + told.company() : keys.anonymous());
        put(mark, CRM, keys.crm());
        return mark;
    }

    private static void put(Map<String, @Nullable Object> mark, String name, @Nullable Object told) {
        if (told != null && !(told instanceof List<?> list && list.isEmpty())) {
            mark.put(name, told);
        }
    }

    private void row(Sighting told, Map<String, @Nullable Object> mark) {
        Map<String, Object> values = new TreeMap<>();
        told.values().forEach((path, value) -> values.put(path, written(path, value)));
        mark.put(VALUES, values);
        put(mark, COMPANY, told.company());
        String modified = told.order().length() < DIGITS
                ? ""
                : told.order().substring(0, DIGITS).replaceFirst("^0+", "");
        // Changed to and fro, a row that says when is not taken for the one that said the same before.
        put(mark, "modified", modified.isEmpty() ? null : Long.valueOf(modified));
    }

    private Object written(String path, Object value) {
        boolean isMoney = path.equals(REVENUE);
        if (value instanceof Range range) {
            return range(range, isMoney);
        }
        if (isMoney && value instanceof Long number && number >= 0) {
            return range(Range.exactly(number), true);
        }
        return value instanceof Instant instant ? instant.toString() : value;
    }

    private Map<String, Object> range(Range range, boolean isMoney) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(LOW, range.low());
        if (!range.isOpen()) {
            written.put(HIGH, range.high());
        }
        if (isMoney) {
            written.put(CURRENCY, currency);
        }
        return written;
    }

    private static void event(Event event, Map<String, @Nullable Object> call) {
        String mail = mailName(event.type());
        call.put(TYPE, mail.isEmpty() ? event.type().written() : "track");
        if (!mail.isEmpty() || event.type() == EventType.TRACK) {
            call.put(EVENT, mail.isEmpty() ? event.name() : mail);
        } else if (!event.name().isEmpty()) {
            call.put("name", event.name());
        }
        event.values().forEach((path, value) -> {
            if (path.startsWith(CAMPAIGN)) {
                CallTree.putIfAbsent(call, List.of("context", "campaign", path.substring(CAMPAIGN.length())), value);
            } else {
                String name = path.startsWith(PROPERTIES) ? path.substring(PROPERTIES.length()) : path;
                CallTree.putIfAbsent(call, List.of("properties", name), value);
            }
        });
    }

    /** How a track call is named that means an e-mail event; empty for all other types. */
    private static String mailName(EventType type) {
        return switch (type) {
            case EMAIL_DELIVERED -> "Email Delivered";
            case EMAIL_OPENED -> "Email Opened";
            case EMAIL_CLICKED -> "Email Link Clicked";
            case EMAIL_REPLIED -> "Email Replied";
            case EMAIL_BOUNCED -> "Email Bounced";
            case EMAIL_UNSUBSCRIBED -> "Email Unsubscribed";
            case EMAIL_COMPLAINED -> "Email Marked as Spam";
            case PAGE, SCREEN, TRACK, IDENTIFY, GROUP, ALIAS -> "";
        };
    }

    private static void act(Act act, Map<String, @Nullable Object> call, Map<String, @Nullable Object> mark) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        call.put(TYPE, "track");
        if (act instanceof Touch touch) {
            call.put(EVENT, ReservedCalls.TOUCH);
            put(properties, "by", orNull(touch.by()));
            properties.put("channel", touch.channel().written());
            properties.put("direction", touch.direction().written());
            put(properties, "outcome", orNull(touch.outcome()));
        } else if (act instanceof Decision decision) {
            call.put(EVENT, ReservedCalls.OUTCOME);
            properties.put("decision", decision.outcome().written());
            put(properties, "reason", orNull(decision.reason()));
            put(properties, "by", orNull(decision.by()));
            Sum amount = decision.amount();
            if (amount != null) {
                properties.put("amount", amount.amount().toPlainString());
                put(properties, CURRENCY, orNull(amount.currency()));
            }
            put(mark, DEAL, orNull(decision.deal()));
        }
        call.put("properties", properties);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
