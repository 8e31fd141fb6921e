package io.cupel.files;

import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads by which keys a call names whom it is about. */
final class CallKeys {
    private CallKeys() {}

    /** The keys told beside and in the attributes of the lead. */
    static Keys of(Map<String, @Nullable Object> call, EventType type, Map<String, Object> values) {
        String user = id(call.get("userId"));
        List<String> emails = new ArrayList<>(2);
        if (values.get("lead.email") instanceof String email) {
            emails.add(email);
        } else if (user != null && user.indexOf('@') > 0) {
            MailDomains.normaliseEmail(user).ifPresent(emails::add);
        }
        String phone = values.get("lead.phone") instanceof String told
                ? Phone.normalised(told).orElse(null)
                : null;
        String previous = type == EventType.ALIAS ? id(call.get("previousId")) : null;
        return new Keys(user, emails, phone, id(call.get("anonymousId")), previous);
    }

    /** An id as told, a whole number among them; null for none, and for what programs write when they have none. */
    static @Nullable String id(@Nullable Object told) {
        if (told instanceof Long number) {
            return number.toString();
        }
        if (!(told instanceof String text) || text.isBlank()) {
            return null;
        }
        String id = text.strip();
        return id.equals("null") || id.equals("undefined") ? null : id;
    }
}
