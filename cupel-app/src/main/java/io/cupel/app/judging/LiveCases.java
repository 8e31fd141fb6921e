package io.cupel.app.judging;

import io.cupel.app.judging.CaseTable.Kept;
import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Milestone;
import io.cupel.core.lifecycle.Transition;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cases of a docket, kept in the database. Not for several threads at once. */
final class LiveCases implements Docket.Cases {
    /** In memory at once; beyond that the least lately used ones are read again when they are wanted. */
    private static final int CASES_MAX = 100_000;

    private final Turning turning;
    private final Judge judge;
    private final String contract;
    private final CaseTable table;
    private final StateTable states;
    private final MilestoneTable milestones;
    private final TransitionTable transitions;
    private final PartTable parts;
    private final TurnTable turns;
    private final WordTable words;
    private final Map<Long, HeldCase> cases = new LinkedHashMap<>(1_000, 0.75f, true);
    /** What is beside the states of those in memory, as the database has it. */
    private final Map<Long, Shown> shown = new HashMap<>();
    /** By company the number of the last word that not all its leads have heard, as far as is known here. */
    private final Map<String, Long> lastWords;
    /** Whether all leads took every turn, as far as is known here. */
    private boolean isTurned;
    /** The largest number that a lead had when the transaction began: those above are new, and have no case yet. */
    private long newest;
    /** Those that were asked for since the last writing, and at which position last. */
    private final Map<Long, Long> touched = new TreeMap<>();
    /** Those that were asked for at the present position: many times a few, so that looking at all would be dear. */
    private final Map<Long, LeadCase> present = new TreeMap<>();

    private final Map<Long, Long> absorbed = new LinkedHashMap<>();
    /** What leads became parts of since the last writing. */
    private final Map<Long, Long> places = new LinkedHashMap<>();

    private final List<Changed> changes = new ArrayList<>();
    private long position;
    private int asked;

    /** What lists show of a lead, and what it had been told. */
    record Shown(LeadRow row, Map<String, Object> told, Map<String, Object> under) {
        static Shown of(Kept kept) {
            return new Shown(kept.row(), kept.told(), kept.under());
        }

        boolean isOf(Kept kept) {
            return row.looksAs(kept.row()) && told.equals(kept.told()) && under.equals(kept.under());
        }
    }

    LiveCases(Turning turning, JudgingTables tables) {
        this.turning = turning;
        this.judge = turning.judge(turning.last());
        this.contract = turning.contract(turning.last()).id();
        this.table = tables.cases();
        this.states = tables.states();
        this.milestones = tables.milestones();
        this.transitions = tables.transitions();
        this.parts = tables.parts();
        this.turns = tables.turns();
        this.words = tables.words();
        this.lastWords = words.last();
    }

    /**
     * Before leads are asked for in another transaction: others may have had the last of them catch up.
     *
     * @param number the largest that a lead has so far
     */
    void look(long number) {
        newest = number;
        isTurned = isTurned || turns.isDone(turning.last());
        if (!lastWords.isEmpty()) {
            Set<String> heard = new HashSet<>(lastWords.keySet());
            heard.removeAll(words.last().keySet());
            forgetBehind(heard);
            lastWords.keySet().removeAll(heard);
        }
    }

    /** Of these companies all leads heard all, but some may be in memory as they were before that. */
    private void forgetBehind(Set<String> companies) {
        if (!companies.isEmpty()) {
            cases.entrySet().removeIf(each -> {
                HeldCase held = each.getValue();
                boolean isOld = companies.contains(held.company()) && held.isBehind(lastWords);
                if (isOld) {
                    shown.remove(each.getKey());
                }
                return isOld;
            });
        }
    }

    /** Takes the rows of these leads, if they may be behind: who sweeps may have them catch up. */
    void take(Collection<Long> numbers) {
        if (!isTurned || !lastWords.isEmpty()) {
            states.take(numbers);
        }
    }

    /** Reads the cases of these leads at once, as far as they are not in memory. */
    @Override
    public void expect(Collection<Long> numbers) {
        List<Long> missing =
                numbers.stream().filter(number -> known(number) == null).toList();
        if (!missing.isEmpty()) {
            read(missing);
        }
    }

    /** In memory and up to date: whoever was touched heard all. */
    private @Nullable HeldCase known(long number) {
        HeldCase held = cases.get(number);
        return held == null || (held.isBehind(lastWords) && !touched.containsKey(number)) ? null : held;
    }

    /** Leads that did not take every turn, or did not hear all, do so now and are written with what is written next. */
    private void read(Collection<Long> numbers) {
        take(numbers);
        List<Kept> behind = new ArrayList<>(0);
        for (Kept kept : table.find(numbers)) {
            shown.put(kept.row().number(), Shown.of(kept));
            String company = kept.row().name().domain();
            HeldCase held = new HeldCase(turning.read(kept)).knowing(company, kept.word());
            if (kept.turn() < turning.last() || held.isBehind(lastWords)) {
                behind.add(kept);
            } else {
                cases.put(kept.row().number(), held);
            }
        }
        turning.turned(behind, turning.last()).forEach((number, after) -> {
            cases.put(number, new HeldCase(after.lead()));
            touched.putIfAbsent(number, after.position());
            changes.addAll(after.changes());
        });
    }

    @Override
    public Collection<Long> touched() {
        return List.copyOf(touched.keySet());
    }

    @Override
    public void tellLater(CompanyWord word, long received) {
        lastWords.put(word.company(), words.add(word, position, Instant.ofEpochMilli(received)));
    }

    /** How often a case was asked for since the last writing. */
    int asked() {
        return asked;
    }

    /** From now on the cases are asked for at this position of the log. */
    void at(long now) {
        keepChanges();
        position = now;
    }

    @Override
    public LeadCase of(long number) {
        asked++;
        HeldCase known = known(number);
        if (known == null) {
            cases.remove(number);
            if (number <= newest) {
                read(List.of(number));
            }
            known = cases.computeIfAbsent(number, each -> new HeldCase(judge.open(each)));
        }
        touched.put(number, position);
        present.put(number, known.lead);
        return known.lead;
    }

    @Override
    public LeadCase close(long number, long into) {
        LeadCase closed = of(number);
        take(number, position, closed);
        cases.remove(number);
        shown.remove(number);
        touched.remove(number);
        present.remove(number);
        absorbed.put(number, into);
        return closed;
    }

    @Override
    public void place(Map<Long, Long> changed) {
        places.putAll(changed);
    }

    @Override
    public void recall(long whole, long part) {
        keepChanges();
        transitions.write(changes);
        changes.clear();
        parts.recall(whole, part);
    }

    @Override
    public @Nullable Milestone milestone(long number, long before) {
        return !Objects.requireNonNull(cases.get(number)).hasPassed()
                ? null
                : milestones.last(number, turning.last(), before).orElse(null);
    }

    @Override
    public void drop(long whole) {
        places.entrySet().stream()
                .filter(place -> place.getValue() == whole)
                .map(Map.Entry::getKey)
                .min(Long::compare)
                .or(() -> parts.first(whole))
                .ifPresent(first -> parts.part(whole, first));
        take(whole, position, of(whole));
        remove(List.of(whole));
        table.forget(List.of(whole));
    }

    private void remove(Collection<Long> numbers) {
        cases.keySet().removeAll(numbers);
        shown.keySet().removeAll(numbers);
        touched.keySet().removeAll(numbers);
        present.keySet().removeAll(numbers);
        places.keySet().removeAll(numbers);
    }

    /**
     * Writes down that nobody took up a lead's cycle in time.
     *
     * @param its position of the last entry that concerned the lead
     * @param received whatever is judged from now on was received then or later
     */
    void expire(long number, long its, Register register, long received) {
        LeadCase lead = of(number);
        lead.arrive(received);
        lead.tellAgain(register.told(number));
        take(number, position, lead);
        touched.put(number, its);
    }

    /** Forgets leads; their changes of stage say nothing more about whom they were. */
    void forget(Collection<Long> numbers) {
        remove(numbers);
        table.forget(numbers);
        transitions.forget(numbers);
        parts.forget(List.copyOf(numbers));
    }

    /** Takes the changes of stage that came with the entry before. */
    private void keepChanges() {
        present.forEach((number, lead) -> take(number, position, lead));
        present.clear();
    }

    private void take(long number, long at, LeadCase lead) {
        for (Transition each : lead.takeTransitions()) {
            changes.add(new Changed(number, at, each, contract));
        }
    }

    /** Writes all that changed since the last time. */
    void write(Register register, Instant received) {
        keepChanges();
        take(places.keySet());
        table.absorb(absorbed, position);
        List<Kept> rows = new ArrayList<>(touched.size());
        touched.forEach((number, at) -> {
            HeldCase held = cases.get(number);
            if (held != null) {
                LeadCase lead = held.lead;
                Glance now = lead.glance(received.toEpochMilli());
                LeadRow.Name name = name(number, now, register);
                LeadRow row = row(new Place(number, at, received), lead, now, name, contract);
                long word = name.domain() == null ? 0 : lastWords.getOrDefault(name.domain(), 0L);
                held.knowing(name.domain(), word);
                rows.add(new Kept(row, lead.written(), turning.last(), CaseTable.Heard.of(number, register, word)));
            }
        });
        states.write(rows);
        table.write(changed(rows));
        keepMilestones();
        parts.place(places);
        transitions.write(changes);
        places.clear();
        touched.clear();
        absorbed.clear();
        changes.clear();
        asked = 0;
        forgetLeastUsed();
    }

    private void keepMilestones() {
        Map<Long, Long> sound = new HashMap<>();
        Map<Long, Milestone> passed = new HashMap<>();
        for (long number : touched.keySet()) {
            HeldCase held = cases.get(number);
            if (held != null) {
                long until = held.lead.takeSound();
                if (until != Long.MAX_VALUE && held.hasPassed()) {
                    sound.put(number, until);
                }
                boolean passes = held.passes();
                if (passes) {
                    passed.put(number, held.lead.milestone(position));
                }
            }
        }
        milestones.drop(sound, turning.last());
        milestones.add(passed, turning.last());
    }

    /** Those of which something beside the state is not yet in the database; from now on it is taken to be there. */
    private List<Kept> changed(List<Kept> rows) {
        List<Kept> changed = new ArrayList<>();
        for (Kept kept : rows) {
            Shown before = shown.get(kept.row().number());
            if (before == null || !before.isOf(kept)) {
                shown.put(kept.row().number(), Shown.of(kept));
                changed.add(kept);
            }
        }
        return changed;
    }

    private static LeadRow.Name name(long number, Glance now, Register register) {
        String email = JudgementJson.email(now.profile());
        return new LeadRow.Name(
                register.name(number),
                email,
                email == null || register.isMailVerified(number),
                JudgementJson.company(now.profile()),
                register.company(number));
    }

    private void forgetLeastUsed() {
        Iterator<Long> leastUsed = cases.keySet().iterator();
        while (cases.size() > CASES_MAX) {
            shown.remove(leastUsed.next());
            leastUsed.remove();
        }
    }

    /** Which lead is judged, at which position of the log, as of when. */
    record Place(long number, long position, Instant received) {}

    static LeadRow row(Place place, LeadCase lead, Glance now, LeadRow.Name name, String contract) {
        Long since = now.since();
        Long due = lead.due();
        return new LeadRow(
                place.number,
                name,
                place.position,
                place.received,
                now.stage().written(),
                since == null || since == Long.MIN_VALUE ? null : Instant.ofEpochMilli(since),
                now.cycle(),
                now.raisedHand(),
                now.isHeld(),
                due == null ? null : Instant.ofEpochMilli(due),
                now.fit().verdict().written(),
                now.fit().grade(),
                now.score().score().shown(),
                now.score().usageScore().shown(),
                contract,
                now.waiting());
    }
}
