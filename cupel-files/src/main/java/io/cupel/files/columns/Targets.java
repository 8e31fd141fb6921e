package io.cupel.files.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What columns may tell, by the kind of their table. docs/files.md explains each. */
final class Targets {
    private static final List<String> OF_EVENTS = List.of(
            "user_id",
            "anonymous_id",
            "email",
            "phone",
            "type",
            "event",
            "name",
            "timestamp",
            "message_id",
            "url",
            "path",
            "referrer",
            "lead");

    private static final List<String> OF_TOUCHES =
            List.of("lead", "user_id", "at", "by", "channel", "direction", "outcome", "message_id");

    private static final List<String> OF_OUTCOMES =
            List.of("lead", "user_id", "at", "decision", "reason", "by", "amount", "currency", "message_id");

    private static final List<String> OF_SPEND = List.of("month", "source", "campaign", "amount", "currency");

    private static final Pattern OF_CALLS = Pattern.compile("(?:properties|context|traits)(?:\\.[^\\s.]+)+");

    private Targets() {}

    static boolean isKnown(TableKind kind, String written) {
        boolean isIgnored = written.equals(Role.IGNORED.word());
        return switch (kind) {
            case LEADS, COMPANIES, DEALS -> !all(written).isEmpty();
            case EVENTS ->
                isIgnored
                        || OF_EVENTS.contains(written)
                        || OF_CALLS.matcher(written).matches();
            case TOUCHES -> isIgnored || isId(written) || OF_TOUCHES.contains(written);
            case OUTCOMES -> isIgnored || isId(written) || OF_OUTCOMES.contains(written);
            case SPEND -> isIgnored || OF_SPEND.contains(written);
        };
    }

    /** The targets of a text, several with a plus between them; none if one of them is nothing. */
    static List<Target> all(String written) {
        List<Target> targets = new ArrayList<>();
        for (String part : written.split(" [+] ", -1)) {
            java.util.Optional<Target> target = Target.read(part);
            if (target.isEmpty()) {
                return List.of();
            }
            targets.add(target.get());
        }
        return targets;
    }

    private static boolean isId(String written) {
        return Target.read(written).filter(target -> target.role() == Role.ID).isPresent();
    }

    /** For finding what somebody meant. */
    static List<String> examples(TableKind kind) {
        List<String> examples = new ArrayList<>(List.of(Role.IGNORED.word()));
        examples.addAll(
                switch (kind) {
                    case LEADS, COMPANIES, DEALS -> {
                        List<String> all = new ArrayList<>(Target.examples());
                        all.addAll(io.cupel.core.evidence.BuiltIn.types().keySet());
                        yield all;
                    }
                    case EVENTS -> OF_EVENTS;
                    case TOUCHES -> OF_TOUCHES;
                    case OUTCOMES -> OF_OUTCOMES;
                    case SPEND -> OF_SPEND;
                });
        return examples;
    }
}
