package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose a call is that names keys, and which leads turn out by it to be one, or to be others. Done once. */
final class Naming {
    private final Shelves shelves;
    private final Changes changes;
    private final Sighting told;
    /** As it is believed. */
    private final Sighting sighting;

    Naming(Shelves shelves, Changes changes, Sighting told, Sighting believed) {
        this.shelves = shelves;
        this.changes = changes;
        this.told = told;
        this.sighting = believed;
    }

    /** Takes in the call; gives whose it is. */
    Person enrol(long position) {
        List<Key> named = Key.of(sighting.keys());
        Set<String> nodes = new LinkedHashSet<>();
        named.forEach(key -> nodes.add(key.node()));
        String waiting =
                sighting.keys().isClaimed() ? null : alias(sighting.keys().previous(), nodes);
        Person lead = lead(nodes);
        for (Key key : named) {
            tell(key(key.node(), lead), key);
        }
        nodes.forEach(node -> meet(key(node, lead)));
        KnownKey subject = key(named.get(0).node(), lead);
        if (!subject.isReached && isReaching(nodes)) {
            subject.isReached = true;
            shelves.file(subject);
        }
        Person owner = claim(lead);
        if (waiting != null) {
            shelves.wait(waiting, subject);
        }
        Enrolment entry = shelves.file(new Enrolment(position, subject.number, told, sighting));
        owner.entries.add(entry);
        changes.recognise(sighting.keys().anonymous(), sighting, subject);
        changes.recognise(sighting.keys().previous(), sighting, subject);
        changes.hear(owner, entry);
        return owner;
    }

    private void tell(KnownKey known, Key key) {
        if (known.tell(key, sighting.at())) {
            shelves.file(known);
        }
    }

    /** Whether a call says, and not only claims, how to reach whom it names; an alias may name an address. */
    private boolean isReaching(Set<String> nodes) {
        String previous = sighting.keys().previous();
        if (sighting.keys().isClaimed()) {
            return false;
        }
        return sighting.keys().isReachable()
                || (previous != null
                        && MailDomains.normaliseEmail(previous)
                                .filter(nodes::contains)
                                .isPresent());
    }

    /**
     * A browser told a user id beside the address: unless it is known how to reach that user, or with which other
     * address the user was told before, what the user did is that address's.
     *
     * @return the address's lead
     */
    private Person claim(Person lead) {
        Key claimed = Key.claimed(sighting.keys());
        if (claimed == null) {
            return lead;
        }
        KnownKey known = shelves.key(claimed.node());
        if (known == null) {
            known = new KnownKey(shelves.number(), claimed.node(), lead);
            known.claimedSince = sighting.at();
            shelves.add(known);
        }
        tell(known, claimed);
        if (known.claims.add(Key.of(sighting.keys()).get(0).node())) {
            shelves.file(known);
        }
        Long since = known.claimedSince;
        if (known.person == lead) {
            if (since != null && sighting.at() < since) {
                known.claimedSince = sighting.at();
                shelves.file(known);
            }
            // claims may go round in a circle, which has to be looked at as a whole
            return since == null && lead.isClaimedInPart() ? changes.regroup(Set.of(lead), sighting) : lead;
        }
        if (since != null) {
            return sighting.at() > since ? lead : changes.regroup(Set.of(lead, known.person), sighting);
        }
        if (!known.person.isReached()) {
            for (KnownKey key : known.person.keys) {
                key.claimedSince = sighting.at();
            }
            changes.absorb(lead, known.person);
        }
        return lead;
    }

    /**
     * Adds what an alias says is the same lead's, where it is an address or a known key.
     *
     * @return what may become known as a key later; else null
     */
    private @Nullable String alias(@Nullable String previous, Set<String> nodes) {
        if (previous == null) {
            return null;
        }
        Optional<String> mail = MailDomains.normaliseEmail(previous);
        if (mail.isPresent()) {
            if (!MailDomains.roleAddress(mail.get())) {
                nodes.add(mail.get());
            }
            return null;
        }
        KnownKey known = shelves.key(previous);
        if (known == null || !known.isMet) {
            return previous;
        }
        nodes.add(previous);
        return null;
    }

    /** Whose these keys are: all leads that have one of them are one from now on, under the oldest one's number. */
    private Person lead(Set<String> nodes) {
        KnownKey alone = nodes.size() == 1 ? shelves.key(nodes.iterator().next()) : null;
        if (alone != null && alone.isMet && alone.claimedSince == null) {
            return alone.person; // as nearly always
        }
        Set<KnownKey> named = new LinkedHashSet<>();
        boolean isAnswer = false;
        for (String node : nodes) {
            KnownKey known = shelves.key(node);
            if (known != null) {
                named.add(known);
            }
            if (known == null || !known.isMet) {
                isAnswer |= named.addAll(shelves.answer(node));
            }
        }
        Set<Person> same = new TreeSet<>(Comparator.comparingLong(person -> person.number));
        named.forEach(key -> same.add(key.person));
        boolean isMore = isAnswer || named.size() > 1 || nodes.size() > 1 || isReaching(nodes);
        if (isMore && named.stream().anyMatch(key -> key.claimedSince != null)) {
            return changes.regroup(same, sighting);
        }
        if (same.isEmpty()) {
            return shelves.add(new Person(shelves.number()));
        }
        Iterator<Person> oldestFirst = same.iterator();
        Person lead = oldestFirst.next();
        oldestFirst.forEachRemaining(other -> changes.absorb(lead, other));
        return lead;
    }

    private KnownKey key(String node, Person lead) {
        KnownKey known = shelves.key(node);
        return known != null ? known : shelves.add(changes.key(shelves.number(), node, lead));
    }

    private void meet(KnownKey key) {
        boolean isVerified = key.isVerified || !sighting.keys().isClaimed();
        if (!key.isMet || key.isVerified != isVerified) {
            key.isMet = true;
            key.isVerified = isVerified;
            shelves.file(key);
        }
    }
}
