package io.cupel.contract;

import io.cupel.core.contract.On;
import io.cupel.core.evidence.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code on}: the kind of event, and the name of a page, screen or track. */
final class OnReader {
    private static final Pattern WRITTEN = Pattern.compile("([^\"]*?)(?:\\s*\"([^\"]*)\")?\\s*");

    private static final Map<String, EventType> TYPES = Stream.of(EventType.values())
            .collect(Collectors.toMap(EventType::written, type -> type, (a, b) -> a, LinkedHashMap::new));

    private final Reading reading;

    OnReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    On read(Fields signal) {
        Scalar scalar = signal.scalar("on");
        if (scalar == null) {
            return null;
        }
        String text = scalar.value().strip();
        Matcher matcher = WRITTEN.matcher(text);
        EventType type = matcher.matches() ? TYPES.get(matcher.group(1).strip()) : null;
        if (type == null) {
            String kind =
                    text.contains("\"") ? text.substring(0, text.indexOf('"')).strip() : text;
            return fault(
                    scalar,
                    "'" + text + "' is no kind of event; write page, screen, track \"Name\" or email opened (delivered,"
                            + " clicked, replied, bounced, unsubscribed, complained)"
                            + Nearest.question(kind, TYPES.keySet()));
        }
        return on(scalar, type, matcher.group(2), signal.has("when"));
    }

    private @Nullable On on(Scalar scalar, EventType type, @Nullable String name, boolean isNarrowed) {
        return switch (type) {
            case PAGE, SCREEN -> named(scalar, type, name);
            case TRACK -> {
                if (name == null && !isNarrowed) {
                    yield fault(
                            scalar,
                            "'track' needs the name of the call, such as track \"Demo Requested\", or a 'when' that"
                                    + " says which calls count");
                }
                Optional<EventType> mail = name == null ? Optional.empty() : EventType.ofMailName(name);
                yield mail.isPresent() ? new On(mail.get(), null) : named(scalar, type, name);
            }
            case EMAIL_DELIVERED,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    EMAIL_REPLIED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_COMPLAINED ->
                name == null
                        ? new On(type, null)
                        : fault(scalar, "'" + type.written() + "' has no name; ask for its properties in 'when'");
            case IDENTIFY, GROUP, ALIAS ->
                fault(
                        scalar,
                        "'" + type.written()
                                + "' tells who somebody is and not what was done; use fit for attributes, and"
                                + " track, page, screen or email here");
        };
    }

    private @Nullable On named(Scalar scalar, EventType type, @Nullable String name) {
        if (name == null) {
            return new On(type, null);
        }
        int length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > Limits.NAME_MAX || !name.equals(Source.printable(name))) {
            return fault(scalar, "a name is 1 to " + Limits.NAME_MAX + " characters, none of them a control character");
        }
        return new On(type, name);
    }

    private @Nullable On fault(Scalar scalar, String message) {
        reading.add(Code.EVENT_KIND, scalar.place(), message);
        return null;
    }
}
