package io.cupel.core.evidence;

/**
 * A person said that it is not true as whom a browser, or a user of whom only browsers told, named itself; or took that
 * back. Like {@link Merging} it is nothing that a lead did or told: its call names nobody.
 *
 * @param visitor the anonymous id or the user id; empty where a denial is taken back
 * @param address the e-mail address that is not the visitor's, as {@link MailDomains#normaliseEmail} writes it
 * @param undone the id of the denial that is taken back; empty for a denial
 * @param by who, as the source writes it; empty where that is not told
 */
public record Denial(String id, long at, String visitor, String address, String undone, String by) implements Act {
    /** That the visitor is not this address's, as far as it was told by then. */
    public static Denial of(String id, long at, String visitor, String address, String by) {
        return new Denial(id, at, visitor, address, "", by);
    }

    /** That a denial does not hold, after all. */
    public static Denial restore(String id, long at, String denial, String by) {
        return new Denial(id, at, "", "", denial, by);
    }

    /** Whether a denial is taken back. */
    public boolean isRestore() {
        return !undone.isEmpty();
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Denial withId(String made) {
        return new Denial(made, at, visitor, address, undone, by);
    }
}
