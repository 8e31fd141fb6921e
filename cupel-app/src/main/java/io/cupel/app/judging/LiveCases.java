package io.cupel.app.judging;

import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.About;
import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Milestone;
import io.cupel.core.lifecycle.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a docket, kept in the database. Not for several threads at once. */
final class LiveCases implements Docket.Cases {
    /** Asked for from one writing to the next. */
    private static final int JUDGED_MAX = 30_000;

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
    private final LatelyUsed<HeldCase> cases = new LatelyUsed<>(JudgeMemory.CASES_MAX);
    /** By company the number of the last word that not all its leads have heard, as far as is known here. */
    private final Map<String, Long> lastWords;
    /** Whether all leads took every turn, as far as is known here. */
    private boolean isTurned;
    /** The largest number that a lead had when the transaction began: those above are new, and have no case yet. */
    private long newest;

    private final Touched touched = new Touched();
    private final Map<Long, Long> absorbed = new LinkedHashMap<>();
    /** What leads became parts of since the last writing. */
    private final Map<Long, Long> places = new LinkedHashMap<>();

    private final List<Changed> changes = new ArrayList<>();
    private long position;
    private int asked;
    private boolean isAtMilestone;

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
            cases.removeIf(held -> companies.contains(held.company()) && held.isBehind(lastWords));
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
        return held == null || (held.isBehind(lastWords) && !held.isTouched) ? null : held;
    }

    /** Leads that did not take every turn, or did not hear all, do so now and are written with what is written next. */
    private void read(Collection<Long> numbers) {
        take(numbers);
        List<Kept> behind = new ArrayList<>(0);
        for (Kept kept : table.find(numbers)) {
            long number = kept.row().number();
            String company = kept.row().name().domain();
            HeldCase held =
                    new HeldCase(number, turning.read(kept)).showing(kept).knowing(company, kept.word());
            if (kept.turn() < turning.last() || held.isBehind(lastWords)) {
                behind.add(kept);
            } else {
                cases.put(number, held);
            }
        }
        turning.turned(behind, turning.last()).forEach((number, after) -> {
            HeldCase held = new HeldCase(number, after.lead()).showing(after.kept());
            cases.put(number, held);
            touched.add(held, after.position());
            changes.addAll(after.changes());
        });
    }

    @Override
    public Collection<Long> touched() {
        return touched.all().stream().map(held -> held.number).toList();
    }

    @Override
    public void tellLater(CompanyWord word, long received) {
        lastWords.put(word.company(), words.add(word, position, Instant.ofEpochMilli(received)));
    }

    /** Whether all should be written before more is judged: much changed, or very much of one lead. */
    boolean isFull() {
        return asked >= JUDGED_MAX || isAtMilestone;
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
            known = cases.get(number);
        }
        if (known == null) {
            known = new HeldCase(number, judge.open(number));
            cases.put(number, known);
        }
        touched.addPresent(known, position);
        isAtMilestone = isAtMilestone || known.isAtMilestone();
        return known.lead;
    }

    @Override
    public LeadCase close(long number, long into) {
        LeadCase closed = of(number);
        take(number, position, closed);
        remove(number);
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
        remove(whole);
        places.remove(whole);
        table.forget(List.of(whole));
    }

    private void remove(long number) {
        HeldCase held = cases.remove(number);
        if (held != null) {
            touched.remove(held);
        }
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
        touched.add(Objects.requireNonNull(cases.get(number)), its);
    }

    /** Forgets leads; their changes of stage say nothing more about whom they were. */
    void forget(Collection<Long> numbers) {
        numbers.forEach(this::remove);
        places.keySet().removeAll(numbers);
        table.forget(numbers);
        transitions.forget(numbers);
        parts.forget(List.copyOf(numbers));
    }

    /** Takes the changes of stage that came with the entry before. */
    private void keepChanges() {
        touched.takePresent().forEach(held -> take(held.number, position, held.lead));
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
        List<HeldCase> all = touched.all();
        int known = (int) all.stream().filter(HeldCase::isFiled).count();
        StateRows filed = new StateRows(known);
        StateRows fresh = new StateRows(all.size() - known);
        List<Kept> others = new ArrayList<>();
        for (HeldCase held : all) {
            Shown.Source now = source(held, register, received);
            byte[] written = held.lead.written();
            Score score = now.glance().score();
            (held.isFiled() ? filed : fresh)
                    .add(held.number, held.position, received)
                    .showing(score.score().shown(), score.usageScore().shown())
                    .keeping(turning.last(), held.word(), written);
            if (!held.showsAs(now)) {
                Kept kept = kept(held, now, received, written);
                if (held.shows(kept, now)) {
                    others.add(kept);
                }
            }
        }
        states.write(fresh);
        states.rewrite(filed);
        table.write(others);
        keepMilestones();
        parts.place(places);
        transitions.write(changes);
        places.clear();
        touched.clear();
        absorbed.clear();
        changes.clear();
        asked = 0;
        isAtMilestone = false;
        cases.forget();
    }

    private Shown.Source source(HeldCase held, Register register, Instant received) {
        Glance now = held.lead.glance(received.toEpochMilli());
        About about = register.about(held.number);
        String company = about.company();
        held.knowing(company, company == null ? 0 : lastWords.getOrDefault(company, 0L));
        return new Shown.Source(now, held.lead.due(), about);
    }

    private Kept kept(HeldCase held, Shown.Source now, Instant received, byte[] written) {
        LeadRow row = now.row(new Shown.Place(held.number, held.position, received), contract);
        About about = now.about();
        return new Kept(row, written, turning.last(), new CaseTable.Heard(about.told(), held.word(), about.under()));
    }

    private void keepMilestones() {
        Map<Long, Long> sound = new HashMap<>();
        Map<Long, Milestone> passed = new HashMap<>();
        for (HeldCase held : touched.all()) {
            long until = held.lead.takeSound();
            if (until != Long.MAX_VALUE && held.hasPassed()) {
                sound.put(held.number, until);
            }
            if (held.passes()) {
                passed.put(held.number, held.lead.milestone(position));
            }
        }
        milestones.drop(sound, turning.last());
        milestones.add(passed, turning.last());
    }
}
