package io.cupel.core.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
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

    /** A register that was kept before, and the largest number given so far to a key, a device or a lead. */
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
     * @param gains what leads got that was others' or nobody's, where a person said whose it is
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
            Merged merged,
            List<Gain> gains) {
        /** Nobody's number. */
        public static final long NOBODY = 0;

        /** A lead got an entry, by which nothing else changed. */
        static Enrolled of(long lead, List<Event> news) {
            return new Enrolled(
                    lead, List.of(), List.of(), news, true, List.of(), List.of(), Doubts.NONE, Merged.NONE, List.of());
        }

        /** Something about merged leads alone. */
        static Enrolled of(Merged merged) {
            return new Enrolled(
                    NOBODY,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    Doubts.NONE,
                    merged,
                    List.of());
        }

        /**
         * What a lead got without an entry of its own.
         *
         * @param absorbed numbers of leads that turned out to be this one
         * @param news events that became the lead's and are not suspect, in their order
         */
        public record Gain(long lead, List<Long> absorbed, List<Event> news) {
            public Gain {
                absorbed = List.copyOf(absorbed);
                news = List.copyOf(news);
            }
        }

        Enrolled with(Merged found) {
            return found.equals(Merged.NONE)
                    ? this
                    : new Enrolled(lead, absorbed, losers, news, isPlain, informed, words, doubts, found, gains);
        }

        public Enrolled {
            absorbed = List.copyOf(absorbed);
            losers = List.copyOf(losers);
            news = List.copyOf(news);
            informed = List.copyOf(informed);
            words = List.copyOf(words);
            gains = List.copyOf(gains);
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
        Changes changes = new Changes(shelves);
        long numbers = shelves.numbers();
        if (sighting.act() instanceof Denial denial) {
            Denying denying = new Denying(shelves, changes);
            Enrolled entry = denying.take(position, denial);
            return entry.with(merges.after(entry, changes.reshaped(), numbers, denying.counted()));
        }
        Sighting believed = shelves.denials().believed(sighting);
        Person lead = Key.of(believed.keys()).isEmpty()
                ? ofDevice(new Enrolment(position, 0, sighting, believed), changes)
                : new Naming(shelves, changes, sighting, believed).enrol(position);
        Enrolled entry = changes.enrolled(lead, believed);
        return merges.isEmpty() ? entry : entry.with(merges.after(entry, changes.reshaped(), numbers, Map.of()));
    }

    private @Nullable Person ofDevice(Enrolment entry, Changes changes) {
        Sighting sighting = entry.sighting;
        Device device =
                shelves.deviceOrNew(Objects.requireNonNull(sighting.keys().anonymous()));
        entry.subject = device.number;
        shelves.file(entry);
        device.add(entry);
        Person owner = device.owner(sighting.at());
        if (owner != null) {
            changes.hear(owner, entry);
        } else if (sighting.company() != null) {
            entry.tell(changes.touched(sighting.company()));
        }
        return owner;
    }

    /**
     * Forgets a lead with all that it did and told, also about its company. What is filed of its keys, entries and own
     * devices, the archive has to forget itself. Every merge in which it has a part is none any more, and what was
     * denied of it is no more, with the calls of which that was said.
     */
    public Forgotten forget(long lead) {
        Merged merged = merges.forget(lead);
        Changes changes = new Changes(shelves);
        List<Long> denied = new Denying(shelves, changes).forget(shelves.whole(lead));
        return changes.forget(shelves.whole(lead)).with(merged).with(denied);
    }

    /** What browsers say of who a lead is, as far as it is believed, the first first. */
    public List<Claimed> claims(long lead) {
        return parts(lead).stream()
                .flatMap(part -> new ClaimedOf(shelves.whole(part)).all().stream())
                .toList();
    }

    /** Whether nothing is told of a lead any more, since people said that it was not true. */
    public boolean isBare(long lead) {
        return inFull(lead).all().isEmpty();
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
        Person known = shelves.known(number);
        if (known != null) {
            return known; // as nearly always
        }
        Set<Long> parts = parts(number);
        return parts.contains(number) ? shelves.person(number) : shelves.together(number, parts);
    }

    private Person inFull(long number) {
        parts(number).forEach(shelves::whole);
        return someone(number);
    }

    /** Whether all that these keys name is in memory. */
    public boolean knows(Keys named) {
        String anonymous = named.anonymous();
        if (anonymous != null && !shelves.hasDevice(anonymous)) {
            return false;
        }
        for (Key key : Key.named(named)) {
            if (!shelves.hasKey(key.node())) {
                return false;
            }
        }
        return true;
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

    /** How many browsers and devices are in memory. */
    public int devices() {
        return shelves.devices();
    }

    /**
     * Lets go of entries that can be read again and only tell that something happened, when all is filed.
     *
     * @param most entries that are to be left, as far as the others are such
     */
    public void letGo(long most) {
        shelves.letGo(most);
    }

    /** The attributes of a lead as known now, not yet derived; not to be changed. */
    public Map<String, Object> told(long lead) {
        return someone(lead).told();
    }

    /** What a lead told of a company before it had the one over it; mostly nothing. */
    public Map<String, Object> under(long lead) {
        return someone(lead).under();
    }

    /** All of what follows at once: as long as nothing of it changes, the same object. Of merged leads a new one. */
    public About about(long lead) {
        return someone(lead).about();
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

    /** Those of them that were enrolled behind a position of the log; not of a merged lead. */
    public List<Event> events(long lead, long behind) {
        return shelves.events(shelves.person(lead), behind);
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
