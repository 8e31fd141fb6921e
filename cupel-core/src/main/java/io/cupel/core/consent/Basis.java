package io.cupel.core.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what a use rests: those of the grounds of article 6 of the GDPR that a company can have for leads. */
public enum Basis {
    CONSENT,
    CONTRACT,
    LEGITIMATE_INTEREST,
    LEGAL_OBLIGATION;

    /** As log entries and the API write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The one that is written so; large letters, dashes and underscores make no difference. */
    public static Optional<Basis> of(String told) {
        String plain = told.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return Arrays.stream(values())
                .filter(each -> each.written().equals(plain))
                .findFirst();
    }
}
