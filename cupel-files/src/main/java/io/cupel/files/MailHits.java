package io.cupel.files;

import io.cupel.core.evidence.Event;
import io.cupel.core.mail.MailHit;
import io.cupel.files.text.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of calls of the log what the detector of machines looks at; docs/suspects.md lists the names. */
public final class MailHits {
    /** Under the first of these that is told. Of one lead, mails of different campaigns are different mails. */
    private static final List<String> MESSAGE = List.of("messageid", "emailid", "mailid", "broadcastid", "campaignid");

    private static final List<String> LINK = List.of("linkurl", "url", "link", "linkid", "linkname");
    private static final List<String> NAMED = List.of("linkid", "linkname");
    private static final List<String> DECOYS = List.of("decoy", "honeypot");

    private MailHits() {}

    /** What happened to a mail, if that is what the event is. */
    public static Optional<MailHit.Kind> kind(@Nullable Event event) {
        if (event == null) {
            return Optional.empty();
        }
        return switch (event.type()) {
            case EMAIL_DELIVERED -> Optional.of(MailHit.Kind.DELIVERED);
            case EMAIL_OPENED -> Optional.of(MailHit.Kind.OPENED);
            case EMAIL_CLICKED -> Optional.of(MailHit.Kind.CLICKED);
            case PAGE,
                    SCREEN,
                    TRACK,
                    EMAIL_REPLIED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_COMPLAINED,
                    IDENTIFY,
                    GROUP,
                    ALIAS -> Optional.empty();
        };
    }

    /**
     * What the detector looks at of an event; empty for what is no mail.
     *
     * @param call as the log keeps it
     * @param agent as the call named it before it was kept; null where it did not, or that is forgotten
     */
    public static Optional<MailHit> of(@Nullable Event event, String call, @Nullable String agent) {
        return kind(event).map(kind -> of(Objects.requireNonNull(event), kind, told(read(call)), agent));
    }

    /** The same of a call that is read. */
    static Optional<MailHit> of(@Nullable Event event, Map<String, @Nullable Object> call, @Nullable String agent) {
        return kind(event).map(kind -> of(Objects.requireNonNull(event), kind, told(call), agent));
    }

    private static Map<String, @Nullable Object> read(String call) {
        try {
            return LineCalls.object(new JsonTree().read(call));
        } catch (Refusal refusal) {
            throw new IllegalStateException("a call of the log cannot be read", refusal);
        }
    }

    private static MailHit of(Event event, MailHit.Kind kind, Map<String, String> told, @Nullable String agent) {
        String message = first(told, MESSAGE);
        return new MailHit(
                event.id(),
                event.at(),
                kind,
                message == null ? "" : message,
                kind == MailHit.Kind.CLICKED ? first(told, LINK) : null,
                isDecoy(told),
                agent);
    }

    /** By a property that says so, or by the name of the link. */
    private static boolean isDecoy(Map<String, String> told) {
        for (String name : DECOYS) {
            String said = told.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            if (said.equals("true") || said.equals("1") || said.equals("yes")) {
                return true;
            }
        }
        return NAMED.stream()
                .map(name -> told.getOrDefault(name, "").toLowerCase(Locale.ROOT))
                .anyMatch(link -> DECOYS.stream().anyMatch(link::startsWith));
    }

    private static @Nullable String first(Map<String, String> told, List<String> names) {
        return names.stream()
                .map(told::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The properties by the letters and digits of their names. */
    private static Map<String, String> told(Map<String, @Nullable Object> call) {
        Map<String, String> told = new HashMap<>();
        if (call.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, value) -> {
                String text = text(value);
                if (!text.isEmpty()) {
                    told.putIfAbsent(AttributeNames.normal(Objects.toString(name)), text);
                }
            });
        }
        return told;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text.strip();
        }
        if (value instanceof Double number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof Long || value instanceof Boolean ? value.toString() : "";
    }
}
