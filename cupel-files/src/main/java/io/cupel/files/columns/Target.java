package io.cupel.files.columns;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column tells, as mapping files write it: {@code lead.email}, {@code id hubspot}, {@code track "Demo
 * Requested"}, {@code touch call}.
 *
 * @param role in which way it is used
 * @param detail the attribute's path, the id's system, the event, the other column; empty where there is none
 * @param of of a detail: the name of the column with the event's date; else empty
 */
public record Target(Role role, String detail, String of) {
    /** Nothing that is used. */
    public static final Target IGNORED = new Target(Role.IGNORED, "", "");

    private static final Pattern PATH = Pattern.compile("(?:lead|company)\\.[a-z][a-z0-9_]*");
    private static final Pattern FILLED = Pattern.compile("(" + PATH.pattern() + ") if filled");
    private static final Pattern EVENT = Pattern.compile("([a-z ]+?)(?: \"([^\"]+)\")?");
    private static final Pattern DETAIL = Pattern.compile("(url|properties\\.\\S+) of (.+)");
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    Target(Role role, String detail) {
        this(role, detail, "");
    }

    /** The attribute of this path. */
    public static Target attribute(String path) {
        return new Target(Role.ATTRIBUTE, path);
    }

    /** The target that a text names; empty where it names none. */
    public static Optional<Target> read(String written) {
        String text = written.strip();
        Matcher filled = FILLED.matcher(text);
        if (filled.matches()) {
            return Optional.of(new Target(Role.IF_FILLED, filled.group(1)));
        }
        if (PATH.matcher(text).matches()) {
            return Optional.of(attribute(text));
        }
        Matcher detail = DETAIL.matcher(text);
        if (detail.matches()) {
            return Optional.of(new Target(Role.DETAIL, detail.group(1), detail.group(2)));
        }
        for (Role role : Role.values()) {
            if (!role.word().isEmpty() && text.equals(role.word())) {
                return needsDetail(role) ? Optional.empty() : Optional.of(new Target(role, ""));
            }
        }
        return withDetail(text).or(() -> event(text));
    }

    private static boolean needsDetail(Role role) {
        return role == Role.ENTERED || role == Role.DECISION;
    }

    private static Optional<Target> withDetail(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        String word = text.substring(0, blank);
        String detail = text.substring(blank + 1).strip();
        boolean isKnown = switch (word) {
            case "id" -> SYSTEM.matcher(detail).matches();
            case "touch" -> channels().contains(detail);
            case "entered" -> detail.equals("converted") || Placement.of(detail).isPresent();
            case "decision" -> outcomes().contains(detail);
            default -> false;
        };
        for (Role role : Role.values()) {
            if (isKnown && role.word().equals(word)) {
                return Optional.of(new Target(role, detail));
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> event(String text) {
        Matcher event = EVENT.matcher(text);
        if (!event.matches()) {
            return Optional.empty();
        }
        for (EventType type : EventType.values()) {
            if (type.isSignal() && type.written().equals(event.group(1).strip())) {
                boolean isNamed = event.group(2) != null;
                boolean mayHaveName = !type.written().startsWith("email");
                boolean fits = type == EventType.TRACK ? isNamed : mayHaveName || !isNamed;
                return fits ? Optional.of(new Target(Role.EVENT, text)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Of an event: its type. */
    public EventType eventType() {
        String word = detail.indexOf('"') < 0
                ? detail
                : detail.substring(0, detail.indexOf('"')).strip();
        for (EventType type : EventType.values()) {
            if (type.written().equals(word)) {
                return type;
            }
        }
        throw new IllegalStateException("no event: " + written());
    }

    /** Of an event: its name; empty where it has none. */
    public String eventName() {
        int quote = detail.indexOf('"');
        return quote < 0 ? "" : detail.substring(quote + 1, detail.length() - 1);
    }

    /** As mapping files write it. */
    public String written() {
        if (role == Role.IF_FILLED) {
            return detail + " if filled";
        }
        if (role == Role.DETAIL) {
            return detail + " of " + of;
        }
        return (role.word() + " " + detail).strip();
    }

    /** Everything that a text may name, for messages and for finding what somebody meant. */
    public static List<String> examples() {
        List<String> all = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!role.word().isEmpty() && !needsDetail(role)) {
                all.add(role.word());
            }
        }
        channels().forEach(channel -> all.add("touch " + channel));
        outcomes().forEach(outcome -> all.add("decision " + outcome));
        for (Placement placement : Placement.values()) {
            all.add("entered " + placement.written());
        }
        for (EventType type : EventType.values()) {
            if (type.isSignal()) {
                all.add(type == EventType.TRACK ? "track \"Name\"" : type.written());
            }
        }
        return all;
    }

    private static List<String> channels() {
        List<String> channels = new ArrayList<>();
        for (Touch.Channel channel : Touch.Channel.values()) {
            channels.add(channel.name().toLowerCase(Locale.ROOT));
        }
        return channels;
    }

    private static List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (Decision.Outcome outcome : Decision.Outcome.values()) {
            outcomes.add(outcome.written());
        }
        return outcomes;
    }

    /** Whether a lead can be known by it. */
    public boolean isKey() {
        boolean isContact = detail.equals("lead.email") || detail.equals("lead.phone");
        return role == Role.USER || role == Role.ID || (role == Role.ATTRIBUTE && isContact);
    }
}
