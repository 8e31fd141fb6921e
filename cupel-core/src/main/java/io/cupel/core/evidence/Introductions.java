package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is who. In steps: first all keys that were told are met, then they are {@link #settle settled}, then
 * anonymous ids are recognised. Within a step the order makes no difference. Not for several threads.
 *
 * <p>User ids, e-mail addresses and ids of other systems told together are one lead's; so are those that an alias
 * joins. A role address joins nobody: it is a key of its own, for what is told with nothing else. An anonymous id joins
 * nobody either: what it did belongs to the lead as which it was last identified by then, or first at all. What a
 * browser tells joins nobody: a call of its is that of the address it tells, and a user id that it tells beside is that
 * address's too for as long as no server told how to reach that user. docs/files.md tells it with examples.
 */
public final class Introductions {
    /** Told by a browser or device alone. */
    public static final int NOBODY = -1;

    private record Alias(String previous, int subject) {}

    private final Kinship kinship = new Kinship();
    private final FirstTold users = new FirstTold();
    private final FirstTold mails = new FirstTold();
    /** Addresses told beside another one: they name a lead that has no other name. */
    private final FirstTold furtherMails = new FirstTold();

    private final FirstTold phones = new FirstTold();
    private final FirstTold crm = new FirstTold();
    private final List<Alias> aliases = new ArrayList<>();
    /** Numbers of keys by which some call was known, and not only beside it. */
    private final BitSet met = new BitSet();

    private final Claims claims = new Claims(kinship);
    private final Map<String, List<Recognition>> recognitions = new HashMap<>();
    private @Nullable String[] names = {};

    /**
     * Takes in keys and when they were told, or when they were told first.
     *
     * @return the number of whom they mean, for the later steps; {@link #NOBODY} where only a browser or device is
     *     named
     */
    public int meet(Keys keys, long at) {
        String subject = subject(keys);
        if (subject == null) {
            return NOBODY;
        }
        int number = kinship.number(subject);
        met.set(number);
        if (keys.isClaimed()) {
            meetClaimed(keys, number, at);
        } else {
            meetVerified(keys, number, subject, at);
        }
        return number;
    }

    private void meetVerified(Keys keys, int number, String subject, long at) {
        if (keys.user() != null) {
            users.tell(number, keys.user(), at);
        } else if (keys.emails().contains(subject)) {
            mails.tell(number, subject, at);
        } else if (keys.crm().isEmpty()) {
            phones.tell(number, subject, at);
        }
        if (keys.isReachable()) {
            claims.reach(number);
        }
        for (String id : keys.crm()) {
            int key = kinship.number(id);
            met.set(key);
            crm.tell(key, id, at);
            kinship.join(key, number);
        }
        for (int i = 0; i < keys.emails().size(); i++) {
            String mail = keys.emails().get(i);
            if (!MailDomains.roleAddress(mail)) {
                boolean isMain = mail.equals(keys.emails().get(0));
                int key = kinship.number(mail);
                met.set(key);
                (isMain ? mails : furtherMails).tell(key, mail, at);
                kinship.join(key, number);
            }
        }
        if (keys.previous() != null) {
            aliases.add(new Alias(keys.previous(), number));
        }
    }

    private void meetClaimed(Keys keys, int number, long at) {
        Key subject = Key.of(keys).get(0);
        FirstTold kind = switch (subject.kind()) {
            case USER -> users;
            case EMAIL, FURTHER_EMAIL -> mails;
            case PHONE -> phones;
            case CRM -> crm;
        };
        kind.tell(number, subject.text(), at);
        Key claimed = Key.claimed(keys);
        if (claimed != null) {
            int user = kinship.number(claimed.node());
            users.tell(user, claimed.text(), at);
            claims.claim(user, at, number, subject.node());
        }
    }

    /** After all keys were met: joins what aliases and claims join, and names the leads. */
    public void settle() {
        aliases.forEach(this::join);
        claims.settle();
        names = new String[kinship.size()];
        for (FirstTold kind : List.of(users, mails, furtherMails, phones, crm)) {
            name(kind);
        }
    }

    private void join(Alias alias) {
        Optional<String> mail = MailDomains.normaliseEmail(alias.previous());
        if (mail.isEmpty()) {
            int known = kinship.known(alias.previous());
            if (known >= 0 && met.get(known)) {
                kinship.join(known, alias.subject());
            }
        } else if (!MailDomains.roleAddress(mail.get())) {
            claims.reach(alias.subject());
            kinship.join(kinship.number(mail.get()), alias.subject());
        }
    }

    /** The id of a lead is the key told first, ties in code-point order; called with the best kind of keys first. */
    private void name(FirstTold kind) {
        int[] best = new int[kinship.size()];
        Arrays.fill(best, -1);
        for (int key = 0; key < best.length; key++) {
            if (kind.text(key) != null) {
                int root = kinship.root(key);
                if (best[root] < 0 || kind.isBefore(key, best[root])) {
                    best[root] = key;
                }
            }
        }
        for (int root = 0; root < best.length; root++) {
            if (best[root] >= 0 && names[root] == null) {
                names[root] = kind.text(best[root]);
            }
        }
    }

    /** One number for all whom settling found to be the same lead. */
    public int same(int subject) {
        return kinship.root(subject);
    }

    /** The same of a key that was told; negative for one that was not. */
    int same(String key) {
        int known = kinship.known(key);
        return known < 0 ? NOBODY : kinship.root(known);
    }

    /**
     * An anonymous id turned out, at an instant, to be a lead's.
     *
     * @param order breaks ties of one instant, as {@link Told#order} does
     */
    public void recognise(String anonymous, int subject, long at, String order) {
        recognitions
                .computeIfAbsent(anonymous, id -> new ArrayList<>(1))
                .add(new Recognition(at, order, kinship.root(subject)));
    }

    /**
     * Who is who, after all was told.
     *
     * @param visitors how many anonymous ids were seen that are not {@link #isRecognised recognised}
     */
    public Identities identities(int visitors) {
        recognitions.replaceAll((anonymous, all) -> Recognition.stays(all));
        return new Identities(kinship, claims, names, recognitions, List.of(users, mails, furtherMails), visitors);
    }

    public boolean isRecognised(String anonymous) {
        return recognitions.containsKey(anonymous);
    }

    /**
     * After settling: since when a key is its lead's by a browser's word alone; empty where it is by more than that.
     */
    OptionalLong claimedSince(String key) {
        return claims.since(kinship.known(key));
    }

    /** The key that the lead is met under; null where only a browser or device is named. */
    private static @Nullable String subject(Keys keys) {
        if (keys.user() != null && !(keys.isClaimed() && Key.hasOwnAddress(keys))) {
            return Identities.nodeOf(keys.user());
        }
        for (String mail : keys.emails()) {
            if (!MailDomains.roleAddress(mail)) {
                return mail;
            }
        }
        if (!keys.crm().isEmpty()) {
            return keys.crm().get(0);
        }
        return keys.emails().isEmpty() ? keys.phone() : keys.emails().get(0);
    }
}
