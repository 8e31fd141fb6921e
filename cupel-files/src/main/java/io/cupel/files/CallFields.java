package io.cupel.files;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that tables of events, touches, outcomes and spend may have. docs/files.md lists them. */
final class CallFields {
    /** The rest of a call that has no column of its own, as JSON; it has the last word. */
    static final String REST = "rest_of_call";

    private static final String PROPERTIES = "properties";
    private static final String CONTEXT = "context";
    private static final String CAMPAIGN = "campaign";
    private static final String TRAITS = "traits";

    private static final String LEAD = "lead";
    private static final String ASSOCIATED = "associatedcontactids associatedcontactid";

    private static final JsonTree JSON = new JsonTree();

    private final Kind kind;
    private final CellTimes times;
    private final Map<String, Column> known = new HashMap<>();

    /**
     * A column that is known.
     *
     * @param tells what no table of its kind may lack
     * @param target as mapping files write what it tells
     */
    record Column(Role tells, String target, CallField field) {}

    /** What a table must tell. */
    enum Role {
        WHO("who a row is about"),
        WHEN("when"),
        WHAT("what was done"),
        DECISION("what was decided"),
        MONTH("the month"),
        SOURCE("the source"),
        AMOUNT("the amount"),
        MORE("more");

        private final String text;

        Role(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    CallFields(Kind kind, CellTimes times) {
        this.kind = kind;
        this.times = times;
        text(Role.MORE, "messageId", "message_id");
        if (kind != Kind.SPEND) {
            text(Role.WHO, "anonymousId", "anonymous_id visitorid deviceid clientid");
            path(Role.WHO, List.of(CONTEXT, TRAITS, "email"), "email emailaddress leademail contactemail");
            path(Role.WHO, List.of(CONTEXT, TRAITS, "phone"), "phone phonenumber");
        }
        switch (kind) {
            case EVENTS -> events();
            case TOUCHES -> touches();
            case OUTCOMES -> outcomes();
            case SPEND -> spend();
            case LEADS -> throw new IllegalArgumentException("leads are no calls");
        }
    }

    /** What a column of this name tells; null for nothing. */
    @Nullable
    Column of(String name) {
        Column column = known.get(AttributeNames.normal(name));
        if (kind != Kind.EVENTS) {
            return column;
        }
        List<String> path = path(name.strip());
        if (path == null && column == null) {
            path = property(name);
        }
        return path == null ? column : typed(path);
    }

    /** The property of a name, in which dots stand between objects; null for a name of nothing else. */
    private static @Nullable List<String> property(String name) {
        List<String> path = new ArrayList<>(List.of(PROPERTIES));
        Arrays.stream(name.split("\\.", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(path::add);
        return path.size() > 1 ? path : null;
    }

    /** The path that a column names itself: {@code properties.seconds}; null where it does not. */
    static @Nullable List<String> path(String name) {
        List<String> parts = new ArrayList<>(Arrays.asList(name.split("\\.", -1)));
        if (parts.size() < 2 || parts.stream().anyMatch(String::isBlank)) {
            return null;
        }
        String root = parts.get(0).toLowerCase(Locale.ROOT);
        parts.set(0, root);
        return switch (root) {
            case PROPERTIES, TRAITS, CONTEXT -> parts;
            case CAMPAIGN -> {
                parts.add(0, CONTEXT);
                yield parts;
            }
            default -> null;
        };
    }

    /** The names that a table may give to the column of this role, the one to advise first. */
    String advised(Role role) {
        return switch (role) {
            case WHO -> kind == Kind.EVENTS ? "user_id" : LEAD;
            case WHEN -> kind == Kind.EVENTS ? "timestamp" : "at";
            case WHAT -> "event";
            case DECISION -> "decision";
            case MONTH -> "month";
            case SOURCE -> "source";
            case AMOUNT -> "amount";
            case MORE -> throw new IllegalArgumentException("nobody lacks it");
        };
    }

    /** What a table of the kind must tell. */
    static List<Role> wanted(Kind kind) {
        return switch (kind) {
            case LEADS -> List.of();
            case EVENTS -> List.of(Role.WHO, Role.WHEN, Role.WHAT);
            case TOUCHES -> List.of(Role.WHO, Role.WHEN);
            case OUTCOMES -> List.of(Role.WHO, Role.WHEN, Role.DECISION);
            case SPEND -> List.of(Role.MONTH, Role.SOURCE, Role.AMOUNT);
        };
    }

    private void touches() {
        about();
        property(Role.MORE, "by", "by rep owner agent salesrep assignedto activityassignedto");
        property(Role.MORE, "channel", "channel type via activitytype");
        property(Role.MORE, "direction", "direction calldirection");
        property(Role.MORE, "outcome", "outcome result calloutcome disposition");
    }

    private void outcomes() {
        about();
        property(Role.DECISION, "decision", "decision outcome status stage result");
        property(Role.MORE, "reason", "reason rejectreason rejectionreason lostreason closedlostreason");
        property(Role.MORE, "by", "by rep owner agent salesrep decidedby");
        property(Role.MORE, "amount", "amount value dealamount dealvalue");
        property(Role.MORE, "currency", "currency currencycode currencyisocode dealcurrency");
    }

    private void spend() {
        known(
                Role.MONTH,
                "month period date",
                (call, cell) -> CallTree.putIfAbsent(call, List.of(PROPERTIES, "month"), times.month(cell.strip())));
        property(Role.SOURCE, "source", "source channel platform utmsource");
        property(Role.MORE, "campaign", "campaign campaignname utmcampaign");
        property(Role.AMOUNT, "amount", "amount spend cost amountspent");
        property(Role.MORE, "currency", "currency currencycode currencyisocode");
    }

    /** Takes the id of the record for that of the lead, in a table where nothing else tells who it is about. */
    void takeRecordIds() {
        if (kind == Kind.TOUCHES || kind == Kind.OUTCOMES) {
            known(Role.WHO, "recordid hsobjectid", CallFields::lead);
        }
    }

    private void about() {
        known(Role.WHO, ASSOCIATED, (call, cell) -> {
            expectOne(cell);
            lead(call, cell);
        });
        known(Role.WHO, LEAD + " leadid contact contactid prospect prospectid person whoid", CallFields::lead);
        text(Role.WHO, "userId", "user_id");
        time(Role.WHEN, "timestamp", "at date time timestamp datetime when occurredat activitydate");
    }

    private void events() {
        known(Role.WHO, LEAD + " leadid contactid", CallFields::oneLead);
        known(Role.WHO, ASSOCIATED, CallFields::oneLead);
        text(Role.WHO, "userId", "user_id user uid customerid");
        text(Role.MORE, "groupId", "group_id");
        text(Role.MORE, "previousId", "previous_id");
        text(Role.WHAT, "name", "name pagename");
        text(Role.WHAT, "event", "event eventname");
        time(Role.WHEN, "timestamp", "timestamp at time datetime eventtime occurredat eventtimestamp");
        time(Role.WHEN, "originalTimestamp", "original_timestamp");
        time(Role.MORE, "sentAt", "sent_at");
        time(Role.MORE, "receivedAt", "received_at");
        known(Role.MORE, "log_position", (call, cell) -> {
            String digits = cell.strip();
            Object position = LogPlace.isDigits(digits) ? (Object) Long.valueOf(digits) : digits;
            CallTree.putIfAbsent(call, List.of(LogPlace.POSITION), position);
        });
        text(Role.MORE, LogPlace.KEY_ORIGIN, "key_origin");
        text(Role.WHAT, "type", "type eventtype calltype");
        property(Role.WHAT, "path", "path pagepath");
        property(Role.WHAT, "url", "url pageurl");
        property(Role.MORE, "title", "title pagetitle");
        property(Role.MORE, "referrer", "referrer");
        for (String utm : List.of("source", "medium", "term", "content")) {
            path(Role.MORE, List.of(CONTEXT, CAMPAIGN, utm), "utm_" + utm);
        }
        path(Role.MORE, List.of(CONTEXT, CAMPAIGN, "name"), "utm_campaign");
        for (String root : List.of(PROPERTIES, CONTEXT, TRAITS)) {
            known(Role.MORE, root, (call, cell) -> {
                Map<String, @Nullable Object> whole = new LinkedHashMap<>();
                whole.put(root, json(cell));
                CallTree.lay(whole, call);
            });
        }
        known(Role.MORE, REST, (call, cell) -> CallTree.lay(json(cell), call));
    }

    /** Whether a column of events names a lead as tables of leads do, maybe without the name of the system. */
    static boolean namesLead(Column column) {
        return column.target().equals(LEAD) || ASSOCIATED.startsWith(column.target());
    }

    /** The lead of an event, or the contact of an activity of a CRM: several are several leads. */
    private static void oneLead(Map<String, @Nullable Object> call, String cell) throws Refusal {
        expectOne(cell);
        CallTree.putIfAbsent(call, List.of(LEAD), cell.strip());
    }

    private static void expectOne(String cell) throws Refusal {
        if (cell.indexOf(';') >= 0) {
            throw new Refusal(Reason.SEVERAL_LEADS);
        }
    }

    /** Several ids of one lead stand between semicolons. */
    private static void lead(Map<String, @Nullable Object> call, String cell) {
        List<String> ids = Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        CallTree.putIfAbsent(call, List.of(PROPERTIES, LEAD), ids);
    }

    private static Map<String, @Nullable Object> json(String cell) throws Refusal {
        Map<String, @Nullable Object> object = CallTree.object(JSON.read(cell));
        if (object == null) {
            throw new Refusal(Reason.NOT_AN_OBJECT);
        }
        return object;
    }

    private void text(Role role, String field, String names) {
        path(role, List.of(field), names);
    }

    private void property(Role role, String field, String names) {
        path(role, List.of(PROPERTIES, field), names);
    }

    private void path(Role role, List<String> path, String names) {
        known(role, names, (call, cell) -> CallTree.putIfAbsent(call, path, cell.strip()));
    }

    private void time(Role role, String field, String names) {
        known(role, names, (call, cell) -> CallTree.putIfAbsent(call, List.of(field), times.iso(cell.strip())));
    }

    private static Column typed(List<String> path) {
        String target = String.join(".", path);
        return new Column(Role.MORE, target, (call, cell) -> CallTree.putIfAbsent(call, path, TypedCell.read(cell)));
    }

    /** @param names of the column, the first as mapping files write it */
    private void known(Role role, String names, CallField field) {
        List<String> all = List.of(names.split(" ", -1));
        Column column = new Column(role, all.get(0), field);
        all.forEach(name -> known.putIfAbsent(AttributeNames.normal(name), column));
    }
}
