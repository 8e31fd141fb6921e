package io.cupel.files.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What columns may tell, by the kind of their table. docs/files.md explains each. */
final class Targets {
    private static final List<String> WHO = List.of("lead", "user_id", "anonymous_id", "email", "phone");

    private static final List<String> OF_EVENTS = words(
            WHO,
            "type event name timestamp original_timestamp sent_at received_at message_id group_id previous_id"
                    + " url path title referrer utm_source utm_medium utm_campaign utm_term utm_content"
                    + " properties traits context rest_of_call");

    private static final List<String> OF_TOUCHES = words(WHO, "at by channel direction outcome message_id");

    private static final List<String> OF_OUTCOMES = words(WHO, "at decision reason by amount currency message_id");

    private static final List<String> OF_SPEND = words(List.of(), "month source campaign amount currency message_id");

    private static final Pattern OF_CALLS =
            Pattern.compile("(?:properties|context|traits|campaign)(?:\\.[^.]*[^\\s.][^.]*)+");

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

    private static List<String> words(List<String> first, String more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more.split(" ", -1)));
        return List.copyOf(all);
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
