package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who and who belongs where, kept entry by entry in the order of the log. At each position it knows what
 * {@link Gathering} finds out from the entries up to there. What it has not in memory it asks of an {@link Archive}.
 * Not for several threads at once.
 */
public final class Register {
    private final Shelves shelves;
    private final Merges merges;

    /** An empty register that keeps all in memory, and tells all leads of a company at once. */
    public Register() {
        this(Archive.NONE, 0);
    }

    /**
     * A register that was kept before.
     *
     * @param numbers the largest number given so far to a key, a device or a lead
     */
    public Register(Archive archive, long numbers) {
        this(archive, numbers, Integer.MAX_VALUE);
    }

    /**
     * The same, where leads of large companies hear later what becomes known about these.
     *
     * @param many leads of one company that are told at once, at most
     */
    public Register(Archive archive, long numbers, int many) {
        this.shelves = new Shelves(archive, numbers, many);
        this.merges = new Merges(shelves, archive);
    }

    /**
     * What an entry changed. Numbers stand in ascending order.
     *
     * @param lead the number of the lead whose the entry is; {@link #NOBODY} for a visitor nobody knows
     * @param absorbed numbers of leads that turned out to be this one
     * @param losers numbers of leads of which something turned out to be this one's
     * @param news events that became the lead's with it and are not suspect, or are suspect no more, in their order
     * @param isPlain whether the lead only got this entry: no other entry became its own
     * @param informed numbers of other leads about whose company something else is known now
     * @param words about companies of so many leads that none of these stands among the informed
     * @param doubts what it changes about which events are suspect
     * @param merged what of this concerns leads that people merged
     */
    public record Enrolled(
            long lead,
            List<Long> absorbed,
            List<Long> losers,
            List<Event> news,
            boolean isPlain,
            List<Long> informed,
            List<CompanyWord> words,
            Doubts doubts,
            Merged merged) {
        /** Nobody's number. */
        public static final long NOBODY = 0;

        /** Something about merged leads alone. */
        static Enrolled of(Merged merged) {
            return new Enrolled(
                    NOBODY, List.of(), List.of(), List.of(), false, List.of(), List.of(), Doubts.NONE, merged);
        }

        Enrolled with(Merged found) {
            return found.equals(Merged.NONE)
                    ? this
                    : new Enrolled(lead, absorbed, losers, news, isPlain, informed, words, doubts, found);
        }

        public Enrolled {
            absorbed = List.copyOf(absorbed);
            losers = List.copyOf(losers);
            news = List.copyOf(news);
            informed = List.copyOf(informed);
            words = List.copyOf(words);
        }
    }

    /**
     * Takes in the next entry of the log.
     *
     * @param position above those of all entries before
     */
    public Enrolled enrol(long position, Sighting sighting) {
        if (sighting.act() instanceof Merging merging) {
            return Enrolled.of(merging.isUndo() ? merges.undo(merging) : merges.merge(position, merging));
        }
        List<Key> told = Key.of(sighting.keys());
        Changes changes = new Changes(shelves);
        long numbers = shelves.numbers();
        Person lead =
                told.isEmpty() ? ofDevice(position, sighting, changes) : ofKeys(position, sighting, told, changes);
        Enrolled entry = changes.enrolled(lead, sighting);
        return entry.with(merges.after(entry, changes.reshaped(), numbers));
    }

    private @Nullable Person ofDevice(long position, Sighting sighting, Changes changes) {
        Device device =
                shelves.deviceOrNew(Objects.requireNonNull(sighting.keys().anonymous()));
        Enrolment entry = shelves.file(new Enrolment(position, device.number, sighting));
        device.add(entry);
        Person owner = device.owner(sighting.at());
        if (owner != null) {
            changes.hear(owner, entry);
        } else if (sighting.company() != null) {
            entry.tell(changes.touched(sighting.company()));
        }
        return owner;
    }

    private Person ofKeys(long position, Sighting sighting, List<Key> told, Changes changes) {
        Set<String> nodes = new LinkedHashSet<>();
        told.forEach(key -> nodes.add(key.node()));
        String waiting =
                sighting.keys().isClaimed() ? null : alias(sighting.keys().previous(), nodes);
        Person lead = lead(nodes, sighting, changes);
        for (Key key : told) {
            tell(key(key.node(), lead, changes), key, sighting);
        }
        nodes.forEach(node -> meet(key(node, lead, changes), sighting));
        KnownKey subject = key(told.get(0).node(), lead, changes);
        if (!subject.isReached && isReaching(sighting, nodes)) {
            subject.isReached = true;
            shelves.file(subject);
        }
        Person owner = claim(sighting, lead, changes);
        if (waiting != null) {
            shelves.wait(waiting, subject);
        }
        Enrolment entry = shelves.file(new Enrolment(position, subject.number, sighting));
        owner.entries.add(entry);
        changes.recognise(sighting.keys().anonymous(), sighting, subject);
        changes.recognise(sighting.keys().previous(), sighting, subject);
        changes.hear(owner, entry);
        return owner;
    }

    private void tell(KnownKey known, Key key, Sighting sighting) {
        if (known.tell(key, sighting.at())) {
            shelves.file(known);
        }
    }

    /** Whether a call says, and not only claims, how to reach whom it names; an alias may name an address. */
    private static boolean isReaching(Sighting sighting, Set<String> nodes) {
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
    private Person claim(Sighting sighting, Person lead, Changes changes) {
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
        tell(known, claimed, sighting);
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
    private Person lead(Set<String> nodes, Sighting sighting, Changes changes) {
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
        boolean isMore = isAnswer || named.size() > 1 || nodes.size() > 1 || isReaching(sighting, nodes);
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

    private KnownKey key(String node, Person lead, Changes changes) {
        KnownKey known = shelves.key(node);
        return known != null ? known : shelves.add(changes.key(shelves.number(), node, lead));
    }

    private void meet(KnownKey key, Sighting sighting) {
        boolean isVerified = key.isVerified || !sighting.keys().isClaimed();
        if (!key.isMet || key.isVerified != isVerified) {
            key.isMet = true;
            key.isVerified = isVerified;
            shelves.file(key);
        }
    }

    /**
     * Forgets a lead with all that it did and told, also about its company. What is filed of its keys, entries and own
     * devices, the archive has to forget itself. Every merge in which it has a part is none any more.
     */
    public Forgotten forget(long lead) {
        Merged merged = merges.forget(lead);
        return new Changes(shelves).forget(shelves.whole(lead)).with(merged);
    }

    /** The numbers of the leads that are one under this number: of a lead that is no merged one, only its own. */
    public Set<Long> parts(long number) {
        Set<Long> parts = shelves.hasLead(number) ? Set.of() : merges.parts(number);
        return parts.isEmpty() ? Set.of(number) : parts;
    }

    /** The number under which a lead stands with all that people merged with it; its own where that is nobody. */
    public long whole(long lead) {
        return merges.whole(lead);
    }

    private Person someone(long number) {
        Set<Long> parts = parts(number);
        return parts.contains(number) ? shelves.person(number) : shelves.together(number, parts);
    }

    private Person inFull(long number) {
        Set<Long> parts = parts(number);
        parts.forEach(shelves::whole);
        return someone(number);
    }

    /** Whether all that these keys name is in memory. */
    public boolean knows(Keys named) {
        String anonymous = named.anonymous();
        return (anonymous == null || shelves.hasDevice(anonymous))
                && Key.named(named).stream().allMatch(key -> shelves.hasKey(key.node()));
    }

    /** The number of the lead that has a key, as {@link Key#node} writes it; empty where none has. */
    public OptionalLong leadOf(String node) {
        KnownKey known = shelves.key(node);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.person.number);
    }

    /** The numbers of all leads in memory: of all, where nothing was filed. */
    public Set<Long> leads() {
        return shelves.leads();
    }

    /** How many entries of the log are in memory, at most: those that were read, and those that were enrolled. */
    public long entries() {
        return shelves.entries();
    }

    /** The attributes of a lead as known now, not yet derived; not to be changed. */
    public Map<String, Object> told(long lead) {
        return someone(lead).told();
    }

    /**
     * What a lead itself told of a company before it had one, where it has one now: what is known about that company
     * stands over it. Mostly nothing.
     */
    public Map<String, Object> under(long lead) {
        return someone(lead).under();
    }

    /** The company to which a lead belongs as last told: its domain as a rule; null for none. */
    public @Nullable String company(long lead) {
        Company company = someone(lead).company();
        return company == null ? null : company.key();
    }

    /** Whether others than browsers told the e-mail address that a lead has now; false where it has none. */
    public boolean isMailVerified(long lead) {
        return someone(lead).isVerified("lead.email");
    }

    /** What is known about a company, by path; at least its domain. */
    public Map<String, Object> known(String company) {
        return shelves.company(company).known();
    }

    /** Positions of what was done under anonymous ids alone and is a lead's as known now, in no order. */
    public List<Long> unnamed(long lead) {
        return someone(lead).unnamed();
    }

    /** The reasons of what was said to be suspect of a lead's events, by message id. */
    public Map<String, List<String>> suspects(long lead) {
        return someone(lead).suspicions().all();
    }

    /** Whether anything was ever said about which events of a lead are suspect. */
    public boolean isDoubted(long lead) {
        return !someone(lead).suspicions().isEmpty();
    }

    /** All events of a lead as known now that are not suspect, in their order. */
    public List<Event> events(long lead) {
        return inFull(lead).events();
    }

    /** All that is known about a lead. */
    public Evidence evidence(long lead) {
        return inFull(lead).evidence();
    }

    /** The id of a lead: the key told first, of the best kind of which any was told. */
    public String name(long lead) {
        return someone(lead).name();
    }

    /** The largest number given so far to a key, a device or a lead. */
    public long numbers() {
        return shelves.numbers();
    }

    /** What has to be filed since this was asked the last time. */
    public Filing toFile() {
        return shelves.toFile();
    }
}
