package io.cupel.files;

import io.cupel.core.evidence.Apostrophes;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads by which keys a call names whom it is about. */
final class CallKeys {
    /** What programs and people write where there is no id. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "null",
            "undefined",
            "none",
            "nil",
            "nan",
            "n/a",
            "#n/a",
            "#null!",
            "#ref!",
            "#value!",
            "-",
            "--",
            "?",
            "000000000000000",
            "000000000000000aaa");

    private static final int PLACEHOLDER_MAX =
            PLACEHOLDERS.stream().mapToInt(String::length).max().orElse(0);

    /** Long numbers that a spreadsheet has shortened: {@code 1.50E+11} is the same for all that begin alike. */
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d+");

    private CallKeys() {}

    /**
     * The keys told beside and in the attributes of the lead.
     *
     * @param call as {@link LeadNames#normalEvent} writes it
     */
    static Keys of(Map<String, @Nullable Object> call, EventType type, Map<String, Object> values) {
        String user = id(call.get("userId"));
        List<String> emails = new ArrayList<>(2);
        if (values.get("lead.email") instanceof String email) {
            emails.add(email);
        } else if (user != null && user.indexOf('@') > 0) {
            MailDomains.normaliseEmail(user).ifPresent(emails::add);
        }
        String lead = id(call.get(CallPart.LEAD.written()));
        boolean isNumber = lead != null && lead.startsWith("+");
        Object number = isNumber ? values.getOrDefault("lead.phone", lead) : values.get("lead.phone");
        String phone = number instanceof String told ? Phone.normalised(told).orElse(null) : null;
        List<String> crm = new ArrayList<>(1);
        if (user != null && LeadNames.isOfCrm(user)) {
            crm.add(CrmIds.known(user));
            user = null;
        }
        if (lead != null && !isNumber) {
            crm.add(CrmIds.known(lead));
        }
        String previous = type == EventType.ALIAS ? id(call.get("previousId")) : null;
        return new Keys(user, emails, phone, id(call.get("anonymousId")), previous, crm);
    }

    /**
     * An id as told, a whole number among them, without the apostrophe with which spreadsheets keep a cell a text; null
     * for none, and for what programs write when they have none.
     */
    static @Nullable String id(@Nullable Object told) {
        if (told instanceof Long number) {
            return number.toString();
        }
        if (!(told instanceof String text) || text.isBlank()) {
            return null;
        }
        String id = Apostrophes.without(text.strip());
        return id.isEmpty() || isPlaceholder(id) ? null : id;
    }

    /** Whether many may have it who are not one: by an id that stands for none, people must not be joined. */
    static boolean isPlaceholder(String id) {
        return (id.length() <= PLACEHOLDER_MAX && PLACEHOLDERS.contains(id.toLowerCase(Locale.ROOT)))
                || isShortened(id);
    }

    /** Whether a spreadsheet has shortened it. */
    static boolean isShortened(String id) {
        return id.indexOf('+') > 0 && SHORTENED.matcher(id).matches();
    }
}
