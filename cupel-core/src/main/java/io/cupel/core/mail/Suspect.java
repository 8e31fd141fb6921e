package io.cupel.core.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an open or a click is taken for a machine's doing. */
public enum Suspect {
    /** So many links of one mail were clicked in so short a time as nobody reads them. */
    LINKS,
    /** The mail had hardly been delivered. */
    DELIVERY,
    /** A link that no person can see. */
    DECOY,
    /** A program that is known to fetch links names itself. */
    AGENT;

    /** As log entries and the API write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason that is written so. */
    public static Optional<Suspect> of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written().equals(written))
                .findFirst();
    }
}
