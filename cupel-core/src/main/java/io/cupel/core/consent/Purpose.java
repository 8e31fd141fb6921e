package io.cupel.core.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For what somebody's data may be used. A closed list: docs/consent.md says what each means. */
public enum Purpose {
    /** To be judged by what one does. */
    PROFILING,
    /** To be written mails. */
    EMAIL,
    /** To be called or sent messages to the phone. */
    PHONE,
    /** To be handed on to others. */
    SHARING;

    /** As log entries and the API write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so, in large or small letters. */
    public static Optional<Purpose> of(String told) {
        String small = told.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.written().equals(small))
                .findFirst();
    }
}
