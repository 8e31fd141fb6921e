package io.cupel.core.evidence;

import io.cupel.core.evidence.Register.Enrolled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one entry changes in a register. */
final class Changes {
    private final Shelves shelves;
    private final Set<Long> absorbed = new TreeSet<>();
    /** With what was known about them before. */
    private final Map<Person, Map<String, Object>> losers = new LinkedHashMap<>();

    private final List<Event> gained = new ArrayList<>(0);
    /** What was known about companies before. */
    private final Map<Company, Map<String, Object>> before = new LinkedHashMap<>();

    /** Leads that may have other keys than before. */
    private final Set<Long> reshaped = new TreeSet<>();
    /** About companies of many leads. */
    private final List<CompanyWord> words = new ArrayList<>(0);

    private @Nullable Regrouping last;

    private boolean isPlain = true;
    private final Doubted doubted;

    Changes(Shelves shelves) {
        this.shelves = shelves;
        this.doubted = new Doubted(shelves);
    }

    Company touched(String key) {
        Company company = shelves.company(key);
        before.computeIfAbsent(company, Company::known);
        return company;
    }

    void hear(Person lead, Enrolment entry) {
        doubted.hear(lead, entry.sighting);
        Company company = lead.company();
        if (company != null && entry.isTelling()) {
            touched(company.key());
        }
        if (isPlain && lead.hear(entry, this::touched)) {
            shelves.move(lead, company);
        } else {
            isPlain = false;
            regard(lead);
            losers.keySet().forEach(this::regard);
        }
    }

    private void regard(Person lead) {
        shelves.readTelling(lead);
        Company company = lead.company();
        for (Enrolment entry : lead.telling()) {
            Company about = entry.about();
            if (about != null) {
                touched(about.key());
            }
        }
        shelves.refile(lead.regard(this::touched));
        shelves.move(lead, company);
    }

    void absorb(Person lead, Person other) {
        isPlain = false;
        doubted.mind(lead);
        doubted.mind(other);
        absorbed.add(other.number);
        reshaped.add(lead.number);
        shelves.readTelling(lead);
        shelves.readTelling(other);
        shelves.absorb(lead, other);
    }

    /** These leads are not who they were thought to be; gives whose the call is. */
    Person regroup(Set<Person> involved, Sighting call) {
        isPlain = false;
        involved.forEach(doubted::mind);
        Regrouping regrouping = new Regrouping(shelves, involved);
        Person lead = regrouping.with(call);
        last = regrouping;
        involved.forEach(person -> reshaped.add(person.number));
        regrouping.gone().keySet().forEach(person -> absorbed.add(person.number));
        regrouping.changed().forEach(losers::putIfAbsent);
        gained.addAll(regrouping.gained());
        return lead;
    }

    /** What these leads did and told is believed otherwise than before. */
    Regrouping retell(Set<Person> involved, Retelling retelling) {
        isPlain = false;
        Regrouping regrouping = new Regrouping(shelves, involved);
        regrouping.retold(retelling);
        involved.forEach(person -> reshaped.add(person.number));
        regrouping.gone().keySet().forEach(person -> absorbed.add(person.number));
        regrouping.changed().forEach(losers::putIfAbsent);
        losers.keySet().forEach(this::regard);
        regrouping.devices().forEach(this::regard);
        return regrouping;
    }

    /** These lose entries, which are forgotten. */
    void lose(Set<Person> leads, Collection<Enrolment> entries, Runnable forgetting) {
        leads.forEach(lead -> losers.putIfAbsent(lead, lead.told()));
        forgetting.run();
        for (Enrolment entry : entries) {
            Company about = entry.about();
            if (about != null) {
                touched(about.key());
                entry.tell(null);
            }
        }
        leads.forEach(this::regard);
    }

    /** What nobody's browser tells of a company is told all the same. */
    private void regard(Device device) {
        for (Enrolment entry : device.entries()) {
            if (device.owner(entry.sighting.at()) == null) {
                Company about = entry.about();
                if (about != null) {
                    touched(about.key());
                }
                String named = entry.sighting.company();
                if (entry.tell(named == null ? null : touched(named))) {
                    shelves.refile(List.of(entry));
                }
            }
        }
    }

    /** A key that was not known: told beside one that is its lead's by a claim alone, it is no more than that. */
    KnownKey key(long number, String node, Person lead) {
        KnownKey key = new KnownKey(number, node, lead);
        key.claimedSince = last == null ? null : last.claimedSince(node);
        return key;
    }

    void recognise(@Nullable String anonymous, Sighting sighting, KnownKey key) {
        if (anonymous == null) {
            return;
        }
        Device device = shelves.deviceOrNew(anonymous);
        if (device.isSaidAgain(key)) {
            if (device.isWhole()) {
                device.leaveOut();
                shelves.file(device);
            }
            return;
        }
        doubted.mind(key.person);
        shelves.read(device);
        List<@Nullable Person> owners = device.owners();
        new Recognising(shelves).recognise(device, sighting, key);
        for (int i = 0; i < owners.size(); i++) {
            Enrolment entry = device.entries().get(i);
            Person loser = owners.get(i);
            if (device.owner(entry.sighting.at()) != loser) {
                isPlain = false;
                if (loser != null) {
                    losers.putIfAbsent(loser, loser.told());
                }
                if (entry.sighting.event() != null) {
                    gained.add(entry.sighting.event());
                }
            }
        }
    }

    /** Numbers of leads that may have other keys, or other entries beside this one, than before. */
    Set<Long> reshaped() {
        Set<Long> all = new TreeSet<>(reshaped);
        all.addAll(absorbed);
        losers.keySet().forEach(loser -> all.add(loser.number));
        return all;
    }

    Forgotten forget(Person lead) {
        List<Long> positions = new ArrayList<>();
        for (Enrolment entry : lead.all()) {
            positions.add(entry.position);
            Company about = entry.about();
            if (about != null) {
                touched(about.key());
                entry.tell(null);
            }
        }
        List<String> devices = new ArrayList<>();
        for (Device device : lead.devices) {
            if (shelves.forget(device, lead)) {
                devices.add(device.anonymous);
            }
        }
        List<String> nodes = lead.keys.stream().map(key -> key.node).toList();
        shelves.forget(lead);
        Set<Long> informed = informed();
        List<Long> lost =
                losers.keySet().stream().map(loser -> loser.number).sorted().toList();
        return new Forgotten(positions, nodes, devices, lost, List.copyOf(informed), words, Merged.NONE);
    }

    Enrolled enrolled(@Nullable Person lead, Sighting sighting) {
        if (lead != null && isNothing()) {
            List<Event> event = sighting.event() == null ? List.of() : List.of(sighting.event());
            return Enrolled.of(lead.number, event); // as nearly always
        }
        Set<Long> informed = informed();
        if (lead == null) {
            return new Enrolled(
                    Enrolled.NOBODY,
                    List.of(),
                    List.of(),
                    List.of(),
                    isPlain,
                    List.copyOf(informed),
                    words,
                    Doubts.NONE,
                    Merged.NONE,
                    List.of());
        }
        informed.remove(lead.number);
        if (sighting.event() != null) {
            gained.add(sighting.event());
        }
        List<Event> news = doubted.news(lead, gained);
        news.sort(Event.ORDER);
        Set<Long> lost = new TreeSet<>();
        losers.keySet().forEach(loser -> lost.add(loser.number));
        boolean isQuiet = absorbed.isEmpty() && news.isEmpty() && doubted.isAllThatChanged(lead, sighting);
        return new Enrolled(
                lead.number,
                List.copyOf(absorbed),
                List.copyOf(lost),
                news,
                isPlain,
                List.copyOf(informed),
                words,
                new Doubts(doubted.withdrawn(lead, gained), isQuiet),
                Merged.NONE,
                List.of());
    }

    /** Whether the lead only got the entry, which tells about no company and is not suspect. */
    private boolean isNothing() {
        return isPlain
                && before.isEmpty()
                && losers.isEmpty()
                && absorbed.isEmpty()
                && gained.isEmpty()
                && words.isEmpty()
                && doubted.isNothing();
    }

    /** Where a person said whose it is what others, or nobody, had. */
    Enrolled enrolled(List<Enrolled.Gain> gains) {
        Set<Long> informed = informed();
        Set<Long> lost = new TreeSet<>();
        losers.keySet().forEach(loser -> lost.add(loser.number));
        for (Enrolled.Gain gain : gains) {
            informed.remove(gain.lead());
            lost.remove(gain.lead());
        }
        return new Enrolled(
                Enrolled.NOBODY,
                List.copyOf(absorbed),
                List.copyOf(lost),
                List.of(),
                false,
                List.copyOf(informed),
                words,
                Doubts.NONE,
                Merged.NONE,
                gains);
    }

    /** Of whose company something else is known now. */
    private Set<Long> informed() {
        Set<Long> informed = new TreeSet<>();
        before.forEach((company, known) -> {
            if (company.known().equals(known)) {
                return;
            }
            if (shelves.members().isCrowd(company)) {
                words.add(new CompanyWord(company.key(), known, company.known()));
            } else {
                for (Person member : shelves.members().of(company)) {
                    if (!losers.containsKey(member) && !member.toldWith(known).equals(member.told())) {
                        informed.add(member.number);
                    }
                }
            }
        });
        losers.forEach((loser, told) -> {
            if (!Attributes.part(told, true).equals(Attributes.part(loser.told(), true))) {
                informed.add(loser.number);
            }
        });
        return informed;
    }
}
