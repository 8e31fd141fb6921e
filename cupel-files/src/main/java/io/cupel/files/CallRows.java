package io.cupel.files;

import io.cupel.core.evidence.EventType;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes calls of the rows of a table of events, touches, outcomes or spend. */
final class CallRows {
    static final Set<String> CALLS = Set.of("identify", "track", "page", "screen", "group", "alias");

    /** What a type column may say beside. */
    private static final Map<String, String> TYPES = Map.of("pageview", "page", "screenview", "screen");

    private static final Map<String, String> MAIL_EVENTS = Map.of(
            EventType.EMAIL_DELIVERED.written(), "Email Delivered",
            EventType.EMAIL_OPENED.written(), "Email Opened",
            EventType.EMAIL_CLICKED.written(), "Email Link Clicked",
            EventType.EMAIL_REPLIED.written(), "Email Replied",
            EventType.EMAIL_BOUNCED.written(), "Email Bounced",
            EventType.EMAIL_UNSUBSCRIBED.written(), "Unsubscribed",
            EventType.EMAIL_COMPLAINED.written(), "Email Marked as Spam");

    private static final Set<String> NAMING = Set.of("userId", CallPart.LEAD.written());

    private static final Set<String> OTHER_KEYS = Set.of("email", "phone");

    private final Kind kind;
    private final CellTimes times;
    private final List<@Nullable CallField> fields = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final List<Integer> idPlaces = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private final List<String> passedBy = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private final Set<CallFields.Role> lacking = EnumSet.noneOf(CallFields.Role.class);
    private boolean isExact;
    private boolean namesLeads;

    CallRows(Kind kind, CallHeader header, CellTimes times) {
        this.kind = kind;
        this.times = times;
        CallFields known = new CallFields(kind, times);
        if (header.names().stream().map(known::of).noneMatch(CallRows::tellsWho)) {
            known.takeRecordIds();
        }
        Map<String, Integer> seen = new HashMap<>();
        Set<CallFields.Role> told = EnumSet.noneOf(CallFields.Role.class);
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i);
            // Properties may differ in nothing but the size of a letter.
            boolean isPath = kind == Kind.EVENTS && CallFields.path(name) != null;
            Integer first = seen.putIfAbsent(isPath ? name : AttributeNames.normal(name), i);
            CallFields.Column column = first == null || header.isMapped() ? known.of(name) : null;
            fields.add(column == null ? null : column.field());
            targets.add(column == null ? "" : column.target());
            if (column == null) {
                passOver(header, i, first);
            } else {
                told.add(column.tells());
                namesLeads |= kind == Kind.EVENTS && CallFields.namesLead(column);
                if (column.tells() == CallFields.Role.WHO && !OTHER_KEYS.contains(column.target())) {
                    idPlaces.add(i);
                }
                isExact |= column.target().equals(CallFields.REST);
            }
        }
        CallFields.wanted(kind).stream().filter(role -> !told.contains(role)).forEach(role -> {
            lacking.add(role);
            lacks.add("no column tells " + role.text() + "; name one of them " + known.advised(role));
        });
    }

    /** @param first the place of the first column of that name, if this is another */
    private void passOver(CallHeader header, int place, @Nullable Integer first) {
        String shown = header.shown().get(place);
        if (first == null || AttributeNames.normal(header.names().get(place)).isEmpty()) {
            unused.add(shown.isBlank() ? "column " + (place + 1) : shown);
        } else if (!targets.get(first).isEmpty()) {
            passedBy.add(shown + " (columns " + (first + 1) + " and " + (place + 1) + ")");
        }
    }

    /** What each column tells, as mapping files write it; empty for nothing. */
    List<String> targets() {
        return List.copyOf(targets);
    }

    /** The places of the columns that name whom a row is about by an id, and not by an address or number. */
    List<Integer> idPlaces() {
        return List.copyOf(idPlaces);
    }

    /** Whether a row may name its lead by an id as tables of leads have it. */
    boolean namesLeads() {
        return namesLeads;
    }

    /** What no column tells and every table of the kind must. */
    Set<CallFields.Role> lacking() {
        return Collections.unmodifiableSet(lacking);
    }

    private static boolean tellsWho(CallFields.@Nullable Column column) {
        return column != null && column.tells() == CallFields.Role.WHO;
    }

    /** The columns that tell nothing, as the file writes them; of those of one name, the first. */
    List<String> unused() {
        return List.copyOf(unused);
    }

    /** The columns whose name an earlier one has, which tells it, each as {@code Name (columns 1 and 4)}. */
    List<String> passedBy() {
        return List.copyOf(passedBy);
    }

    /** What the header lacks, and the remedy. */
    List<String> lacks() {
        return List.copyOf(lacks);
    }

    /** The call of a row. */
    Map<String, @Nullable Object> call(List<String> cells) throws Refusal {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        if (kind != Kind.EVENTS) {
            call.put("type", "track");
            call.put("event", ReservedCalls.name(kind));
        }
        for (int i = 0; i < cells.size(); i++) {
            CallField field = fields.get(i);
            if (field != null && !cells.get(i).isBlank()) {
                times.at(i);
                field.put(call, cells.get(i));
            }
        }
        if (kind == Kind.EVENTS && !isExact) {
            complete(call);
        }
        return call;
    }

    /** A row with the name of an event tracks it; one with an address and no name is a page. */
    private static void complete(Map<String, @Nullable Object> call) {
        if (call.get("type") instanceof String type) {
            retype(call, type);
        } else if (call.get("event") != null || call.get("name") != null) {
            call.put("type", "track");
        } else if (call.get("properties") instanceof Map<?, ?> told
                && (told.get("path") != null || told.get("url") != null)) {
            call.put("type", "page");
        }
        rename(call);
        nameOnce(call);
    }

    /** Of several columns that name whom by an id, the first that is filled counts. */
    private static void nameOnce(Map<String, @Nullable Object> call) {
        List<String> told = call.keySet().stream().filter(NAMING::contains).toList(); // in the order of the columns
        if (told.size() > 1) {
            call.remove(told.get(1));
        }
    }

    /** A type that no call has is the name of what was done. */
    private static void retype(Map<String, @Nullable Object> call, String type) {
        String small = type.toLowerCase(Locale.ROOT);
        String known = TYPES.getOrDefault(AttributeNames.normal(type), small);
        if (CALLS.contains(known)) {
            call.put("type", known);
            return;
        }
        call.put("type", "track");
        String mail = MAIL_EVENTS.get(small);
        if (mail != null) {
            call.put("event", mail);
        } else if (call.get("event") == null && call.get("name") == null) {
            call.put("event", type);
        }
    }

    /** A table may have one column for the names of pages and of events. */
    private static void rename(Map<String, @Nullable Object> call) {
        boolean isTrack = "track".equals(call.get("type"));
        boolean isNamed = isTrack || "page".equals(call.get("type")) || "screen".equals(call.get("type"));
        String from = isTrack ? "name" : "event";
        String to = isTrack ? "event" : "name";
        if (isNamed && call.get(to) == null && call.get(from) != null) {
            call.put(to, call.remove(from));
        }
    }
}
