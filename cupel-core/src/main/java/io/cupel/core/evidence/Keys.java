package io.cupel.core.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what one call or row names whom it is about.
 *
 * @param user the user id, as told
 * @param emails addresses as {@link MailDomains#normaliseEmail} writes them, the main one first
 * @param phone as {@link Phone#normalised} writes it; a key only where there is neither user id nor e-mail
 * @param anonymous the id of a browser or device
 * @param previous of an alias: the id, anonymous or a user's, that is the same person's
 * @param crm ids of the person in other systems, with the system's name before each: {@code hubspot:501}
 * @param origin who told them: what a browser tells together joins nobody
 */
public record Keys(
        @Nullable String user,
        List<String> emails,
        @Nullable String phone,
        @Nullable String anonymous,
        @Nullable String previous,
        List<String> crm,
        Origin origin) {
    public static final Keys NONE = new Keys(null, List.of(), null, null, null);

    public Keys {
        emails = List.copyOf(emails);
        crm = List.copyOf(crm);
    }

    /** Keys that a server told. */
    public Keys(
            @Nullable String user,
            List<String> emails,
            @Nullable String phone,
            @Nullable String anonymous,
            @Nullable String previous,
            List<String> crm) {
        this(user, emails, phone, anonymous, previous, crm, Origin.SERVER);
    }

    /** Keys without ids of other systems, that a server told. */
    public Keys(
            @Nullable String user,
            List<String> emails,
            @Nullable String phone,
            @Nullable String anonymous,
            @Nullable String previous) {
        this(user, emails, phone, anonymous, previous, List.of());
    }

    /** The same, told by somebody else. */
    public Keys by(Origin teller) {
        return teller == origin ? this : new Keys(user, emails, phone, anonymous, previous, crm, teller);
    }

    /** The same without the browser or device. */
    public Keys withoutDevice() {
        return anonymous == null ? this : new Keys(user, emails, phone, null, previous, crm, origin);
    }

    /** The same without an earlier id. */
    Keys withoutPrevious() {
        return new Keys(user, emails, phone, anonymous, null, crm, origin);
    }

    /** The user id; null where it is an address. */
    public @Nullable String userName() {
        return user == null || user.indexOf('@') >= 0 ? null : user;
    }

    /** The same without what says how to reach somebody. */
    Keys withoutContact() {
        return new Keys(userName(), List.of(), null, anonymous, previous, List.of(), origin);
    }

    /** Whether a browser told them, which is believed only as far as nothing else is known. */
    public boolean isClaimed() {
        return origin == Origin.BROWSER;
    }

    /** Whether nothing says whom it is about. */
    public boolean isEmpty() {
        return anonymous == null && !isContact();
    }

    /** Whether it says how to reach somebody: by an address, a number or a record in another system. */
    boolean isReachable() {
        return !emails.isEmpty() || phone != null || !crm.isEmpty();
    }

    /** Whether it names a lead by itself, not only a browser or device. */
    public boolean isContact() {
        return user != null || !emails.isEmpty() || phone != null || !crm.isEmpty();
    }
}
