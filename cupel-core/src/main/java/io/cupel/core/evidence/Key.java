package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the keys that name a lead.
 *
 * @param node what is compared: two keys with one node are one key
 * @param kind what it was told as
 * @param text as it was told
 */
public record Key(String node, Kind kind, String text) {
    /** In the order in which they name a lead: the first kind of which any was told gives the lead's id. */
    public enum Kind {
        USER,
        EMAIL,
        /** An address told beside another one. */
        FURTHER_EMAIL,
        PHONE,
        CRM
    }

    /**
     * The keys that one call or row tells together, which are one lead's. The first says whose the call is; none where
     * only a browser or device is named. A role address is a key only where nothing else is told. What a browser tells
     * joins nobody: of that only the key that says whose the call is, an address before a user id.
     */
    public static List<Key> of(Keys keys) {
        Key subject = subject(keys);
        if (subject == null) {
            return List.of();
        }
        if (keys.isClaimed()) {
            return List.of(subject);
        }
        if (keys.crm().isEmpty() && keys.emails().isEmpty()) {
            return List.of(subject); // as nearly always
        }
        Set<Key> all = new LinkedHashSet<>();
        all.add(subject);
        for (String id : keys.crm()) {
            all.add(new Key(id, Kind.CRM, id));
        }
        for (int i = 0; i < keys.emails().size(); i++) {
            String mail = keys.emails().get(i);
            if (!MailDomains.roleAddress(mail)) {
                boolean isMain = mail.equals(keys.emails().get(0));
                all.add(new Key(mail, isMain ? Kind.EMAIL : Kind.FURTHER_EMAIL, mail));
            }
        }
        return new ArrayList<>(all);
    }

    /** All keys that a call names. */
    public static List<Key> named(Keys keys) {
        Key claimed = claimed(keys);
        if (claimed == null) {
            return of(keys);
        }
        List<Key> all = new ArrayList<>(of(keys));
        all.add(claimed);
        return all;
    }

    /**
     * The user id that a browser told beside an address, as which {@link #of} takes the call. Whether the user is that
     * address's lead depends on what else is known of the user id. Null for none, and for one that is an address.
     */
    static @Nullable Key claimed(Keys keys) {
        String user = keys.user();
        if (!keys.isClaimed() || user == null || user.indexOf('@') >= 0) {
            return null;
        }
        Key subject = subject(keys);
        return subject == null || subject.node().equals(user) ? null : new Key(user, Kind.USER, user);
    }

    private static @Nullable Key subject(Keys keys) {
        String user = keys.user();
        if (user != null && !(keys.isClaimed() && hasOwnAddress(keys))) {
            return new Key(Identities.nodeOf(user), Kind.USER, user);
        }
        for (String mail : keys.emails()) {
            if (!MailDomains.roleAddress(mail)) {
                return new Key(mail, Kind.EMAIL, mail);
            }
        }
        if (!keys.crm().isEmpty()) {
            return new Key(keys.crm().get(0), Kind.CRM, keys.crm().get(0));
        }
        if (!keys.emails().isEmpty()) {
            return new Key(keys.emails().get(0), Kind.EMAIL, keys.emails().get(0));
        }
        return keys.phone() == null ? null : new Key(keys.phone(), Kind.PHONE, keys.phone());
    }

    /** Whether an address is told that is one person's. */
    static boolean hasOwnAddress(Keys keys) {
        for (String mail : keys.emails()) {
            if (!MailDomains.roleAddress(mail)) {
                return true;
            }
        }
        return false;
    }
}
