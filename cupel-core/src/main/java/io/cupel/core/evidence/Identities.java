package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who, after all was seen. Immutable once made; the order in which things were seen makes no difference.
 *
 * <p>User ids, e-mail addresses and ids of other systems told together are one lead's; so are those that an alias
 * joins. A role address joins nobody: it is a key of its own, for what is told with nothing else. An anonymous id joins
 * nobody either: what it did belongs to the lead as which it was last identified by then, or first at all.
 * docs/files.md tells it with examples.
 */
public final class Identities {
    /** An anonymous id turned out, at an instant, to be a lead's. */
    private record Recognition(long at, String order, int root) {
        static final Comparator<Recognition> ORDER =
                Comparator.comparingLong(Recognition::at).thenComparing(Recognition::order, CodePointOrder.INSTANCE);
    }

    private final Kinship kinship = new Kinship();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> mails = new HashMap<>();
    /** Addresses told beside another one: they name a lead that has no other name. */
    private final Map<String, Long> furtherMails = new HashMap<>();

    private final Map<String, Long> phones = new HashMap<>();
    private final Map<String, Long> crm = new HashMap<>();
    private final Map<String, List<Recognition>> recognitions = new HashMap<>();
    /** By identity, because a log has far more calls than keys and comparing keys takes its time. */
    private final IdentityHashMap<Keys, Integer> numbers = new IdentityHashMap<>();

    private final Map<Integer, String> leads = new HashMap<>();
    private final Set<String> visitors = new HashSet<>();
    /** Asking the word lists takes its time, and the same addresses come again and again. */
    private final Map<String, Boolean> roles = new HashMap<>();

    private Identities() {}

    public static Identities of(Collection<Sighting> sightings) {
        Identities identities = new Identities();
        sightings.forEach(identities::meet);
        sightings.forEach(identities::alias);
        identities.name(identities.users);
        identities.name(identities.mails);
        identities.name(identities.furtherMails);
        identities.name(identities.phones);
        identities.name(identities.crm);
        sightings.forEach(identities::recognise);
        identities.recognitions.replaceAll((anonymous, all) -> stays(all));
        sightings.forEach(identities::countVisitor);
        return identities;
    }

    /** The id of the lead whom keys told at an instant mean; null for a visitor who was never identified. */
    public @Nullable String lead(Keys keys, long at) {
        Integer met = numbers.get(keys);
        String subject = met == null ? subject(keys) : null;
        Integer number = subject == null ? met : kinship.known(subject);
        if (number != null) {
            return leads.get(kinship.root(number));
        }
        if (subject != null) {
            return null;
        }
        List<Recognition> stays = keys.anonymous() == null ? null : recognitions.get(keys.anonymous());
        if (stays == null) {
            return null;
        }
        int i = stays.size() - 1;
        while (i > 0 && stays.get(i).at() > at) {
            i--;
        }
        return leads.get(stays.get(i).root());
    }

    /** The id of the lead that has this user id, e-mail address or phone number. */
    public Optional<String> find(String key) {
        Integer number = kinship.known(nodeOf(key));
        if (number == null) {
            number = Phone.normalised(key).map(kinship::known).orElse(null);
        }
        return number == null ? Optional.empty() : Optional.ofNullable(leads.get(kinship.root(number)));
    }

    /** The user ids and e-mail addresses nearest to a text, the nearest first, and none that is quite different. */
    public List<String> nearest(String key, int most) {
        List<String> known = new ArrayList<>(users.keySet());
        known.addAll(mails.keySet());
        known.addAll(furtherMails.keySet());
        return Nearness.nearest(key, known, most);
    }

    /** How many anonymous ids were never identified. */
    public int visitors() {
        return visitors.size();
    }

    private void meet(Sighting sighting) {
        Keys keys = sighting.keys();
        String subject = subject(keys);
        if (subject == null) {
            return;
        }
        int number = kinship.number(subject);
        numbers.put(keys, number);
        if (keys.user() != null) {
            users.merge(keys.user(), sighting.at(), Math::min);
        } else if (keys.emails().contains(subject)) {
            mails.merge(subject, sighting.at(), Math::min);
        } else if (keys.crm().isEmpty()) {
            phones.merge(subject, sighting.at(), Math::min);
        }
        for (String id : keys.crm()) {
            crm.merge(id, sighting.at(), Math::min);
            kinship.join(kinship.number(id), number);
        }
        for (String mail : keys.emails()) {
            if (!isRole(mail)) {
                boolean isMain = mail.equals(keys.emails().get(0));
                (isMain ? mails : furtherMails).merge(mail, sighting.at(), Math::min);
                kinship.join(kinship.number(mail), number);
            }
        }
    }

    private void alias(Sighting sighting) {
        String previous = sighting.keys().previous();
        String subject = subject(sighting.keys());
        if (previous == null || subject == null) {
            return;
        }
        Optional<String> mail = MailDomains.normaliseEmail(previous);
        if (mail.isEmpty()) {
            Integer known = kinship.known(previous);
            if (known != null) {
                kinship.join(known, kinship.number(subject));
            }
        } else if (!isRole(mail.get())) {
            kinship.join(kinship.number(mail.get()), kinship.number(subject));
        }
    }

    /** The id of a lead is the key told first, ties in code-point order; called with the best kind of keys first. */
    private void name(Map<String, Long> told) {
        Map<Integer, String> names = new HashMap<>();
        told.forEach((text, at) -> names.merge(kinship.root(kinship.number(nodeOf(text))), text, (a, b) -> {
            int byTime = Long.compare(told.getOrDefault(a, 0L), told.getOrDefault(b, 0L));
            return (byTime != 0 ? byTime : CodePointOrder.INSTANCE.compare(a, b)) <= 0 ? a : b;
        }));
        names.forEach(leads::putIfAbsent);
    }

    private void recognise(Sighting sighting) {
        Keys keys = sighting.keys();
        Integer number = numbers.get(keys);
        if (number == null || (keys.anonymous() == null && keys.previous() == null)) {
            return;
        }
        Recognition recognition = new Recognition(sighting.at(), sighting.order(), kinship.root(number));
        if (keys.anonymous() != null) {
            recognitions
                    .computeIfAbsent(keys.anonymous(), id -> new ArrayList<>())
                    .add(recognition);
        }
        if (keys.previous() != null) {
            recognitions
                    .computeIfAbsent(keys.previous(), id -> new ArrayList<>())
                    .add(recognition);
        }
    }

    /** In order of time, and of several in a row as the same lead only the first. */
    private static List<Recognition> stays(List<Recognition> all) {
        all.sort(Recognition.ORDER);
        List<Recognition> stays = new ArrayList<>(1);
        for (Recognition next : all) {
            if (stays.isEmpty() || stays.get(stays.size() - 1).root() != next.root()) {
                stays.add(next);
            }
        }
        return List.copyOf(stays);
    }

    private void countVisitor(Sighting sighting) {
        Keys keys = sighting.keys();
        if (keys.anonymous() != null && !recognitions.containsKey(keys.anonymous())) {
            visitors.add(keys.anonymous());
        }
    }

    /** The key that the lead is met under; null where only a browser or device is named. */
    private @Nullable String subject(Keys keys) {
        if (keys.user() != null) {
            return nodeOf(keys.user());
        }
        for (String mail : keys.emails()) {
            if (!isRole(mail)) {
                return mail;
            }
        }
        if (!keys.crm().isEmpty()) {
            return keys.crm().get(0);
        }
        return keys.emails().isEmpty() ? keys.phone() : keys.emails().get(0);
    }

    private boolean isRole(String mail) {
        return roles.computeIfAbsent(mail, MailDomains::roleAddress);
    }

    /** User ids that are e-mail addresses are those addresses, so that no two leads have ids that look alike. */
    private static String nodeOf(String key) {
        return key.indexOf('@') < 0 ? key : MailDomains.normaliseEmail(key).orElse(key);
    }
}
