package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Handover;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Milestone;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps states as bytes and transitions apart, as a database does. A lead takes its turns, and hears what became known
 * about its company, when it is next touched, or when it is swept: by what was filed of it, for nothing touched it
 * since, and by what it had been told.
 */
final class WrittenCases implements Docket.Cases {
    private final MemoryArchive archive;
    /** Turns and words about companies, in their order. */
    private final List<Step> steps = new ArrayList<>();

    private final Map<Long, Kept> states = new HashMap<>();
    private final Map<Long, List<Transition>> transitions = new HashMap<>();
    private final Map<Long, LeadCase> open = new HashMap<>();
    private final Map<Long, Long> absorbed = new HashMap<>();
    private Judge judge;
    /** Turns for which events were read, and for which the state was enough. */
    private int remade;

    private int carried;
    /** Of the present judge, by lead; every state is one on the way to the next. */
    private final Map<Long, List<Milestone>> milestones = new HashMap<>();

    /** How often one of them spared reading all. */
    private int spared;

    private final Map<Long, Long> wholes = new HashMap<>();
    private final Map<Long, List<Past>> pasts = new HashMap<>();

    /** A turn, or a word about a company and when it was received. */
    private record Step(Turns.@Nullable Turn turn, @Nullable CompanyWord word, long received) {}

    /** A state with all that has to be known to go on with it, and up to which step it went. */
    private static final class Kept {
        private final byte[] state;
        private final Judge judge;
        private final int steps;
        private final Knowing knowing;

        Kept(byte[] state, Judge judge, int steps, Knowing knowing) {
            this.state = state;
            this.judge = judge;
            this.steps = steps;
            this.knowing = knowing;
        }
    }

    /** What a lead had been told, under what is known about its company too. */
    private record Knowing(
            Map<String, Object> told,
            Map<String, Object> under,
            @Nullable String company) {}

    /** A case after all steps, and what it had been told by then. */
    private record Caught(LeadCase lead, Map<String, Object> told) {}

    WrittenCases(Judge judge, MemoryArchive archive) {
        this.judge = judge;
        this.archive = archive;
    }

    int remade() {
        return remade;
    }

    int carried() {
        return carried;
    }

    int spared() {
        return spared;
    }

    Set<Long> leads() {
        return new TreeSet<>(states.keySet());
    }

    /** Without those that are parts of others. */
    Set<Long> wholes() {
        Set<Long> all = leads();
        all.removeAll(wholes.keySet());
        return all;
    }

    void turn(Turns.Turn turn) {
        steps.add(new Step(turn, null, turn.at()));
        judge = turn.judge();
        milestones.clear();
    }

    @Override
    public @Nullable Milestone milestone(long number, long before) {
        Milestone last = milestones.getOrDefault(number, List.of()).stream()
                .filter(each -> each.at() < before)
                .max(Comparator.comparingLong(Milestone::position))
                .orElse(null);
        spared += last == null ? 0 : 1;
        return last;
    }

    private void keepMilestone(long number, LeadCase lead, long position) {
        long sound = lead.takeSound();
        List<Milestone> kept = milestones.computeIfAbsent(number, each -> new ArrayList<>());
        kept.removeIf(each -> each.at() > sound);
        if (lead.events() > 0) {
            kept.add(lead.milestone(position));
        }
    }

    @Override
    public void tellLater(CompanyWord word, long received) {
        steps.add(new Step(null, word, received));
    }

    @Override
    public Collection<Long> touched() {
        return List.copyOf(open.keySet());
    }

    /** Has some of those go on that did not yet, in any order. */
    void sweep(Random random) {
        List<Long> all = new ArrayList<>(states.keySet());
        Collections.shuffle(all, random);
        for (long number : all.subList(0, random.nextInt(all.size() + 1))) {
            Kept kept = states.get(number);
            Caught caught = caught(number, kept);
            keep(number, caught.lead, new Knowing(caught.told, kept.knowing.under, kept.knowing.company));
        }
    }

    @Override
    public LeadCase of(long number) {
        return open.computeIfAbsent(number, each -> {
            Kept kept = states.get(each);
            return kept == null ? judge.open(number) : caught(number, kept).lead;
        });
    }

    private LeadCase remade(long number, LeadCase lead, Turns.Turn turn, Map<String, Object> told) {
        remade++;
        return lead.turn(turn.at(), turn.judge(), told, new Register(archive, 0).events(number));
    }

    private Caught caught(long number, Kept kept) {
        LeadCase lead = read(kept.judge, number, kept.state);
        lead.tellAgain(kept.knowing.told);
        Map<String, Object> told = kept.knowing.told;
        Judge before = kept.judge;
        for (Step step : steps.subList(kept.steps, steps.size())) {
            Turns.Turn turn = step.turn;
            CompanyWord word = step.word;
            if (turn != null) {
                LeadCase carried = Handover.between(before, turn.judge()).turn(lead, turn.at(), told);
                lead = carried == null ? remade(number, lead, turn, told) : carried;
                this.carried += carried == null ? 0 : 1;
                before = turn.judge();
            } else if (word != null && word.company().equals(kept.knowing.company)) {
                Map<String, Object> heard = CompanyWord.told(told, kept.knowing.under, word.known());
                if (!heard.equals(told)) {
                    Docket.hear(lead, step.received, heard);
                }
                told = heard;
            }
        }
        return new Caught(lead, told);
    }

    private static LeadCase read(Judge judge, long number, byte[] state) {
        try {
            return judge.read(number, state);
        } catch (UnreadableState e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public LeadCase close(long number, long into) {
        LeadCase closed = of(number);
        absorbed.put(number, into);
        keepTransitions(number, closed);
        open.remove(number);
        states.remove(number);
        milestones.remove(number);
        return closed;
    }

    @Override
    public void place(Map<Long, Long> places) {
        wholes.putAll(places);
        wholes.values().removeIf(whole -> whole == 0);
    }

    @Override
    public void recall(long whole, long part) {
        keepTransitions(part, of(part));
        List<Past> all = pasts.computeIfAbsent(whole, each -> new ArrayList<>());
        all.addAll(pasts.getOrDefault(part, List.of()));
        transitions.forEach((number, own) ->
                own.stream().filter(each -> into(number) == part).forEach(each -> all.add(new Past(number, each))));
    }

    @Override
    public void drop(long whole) {
        open.remove(whole);
        states.remove(whole);
        wholes.remove(whole);
    }

    private void keepTransitions(long number, LeadCase lead) {
        transitions.computeIfAbsent(number, each -> new ArrayList<>()).addAll(lead.takeTransitions());
    }

    /** What is due takes effect before anything happens to the lead. */
    void expire(long now) {
        for (long number : leads()) {
            Long due = of(number).due();
            if (due != null && due <= now) {
                of(number).arrive(now);
                assertThat(of(number).due()).isNull();
            }
        }
    }

    void write(Register register) {
        long position = archive.log.keySet().stream().max(Long::compare).orElse(0L);
        open.forEach((number, lead) -> {
            keepMilestone(number, lead, position);
            keep(number, lead, new Knowing(register.told(number), register.under(number), register.company(number)));
        });
        open.clear();
    }

    private void keep(long number, LeadCase lead, Knowing knowing) {
        keepTransitions(number, lead);
        states.put(number, new Kept(lead.written(), judge, steps.size(), knowing));
    }

    Judgement read(long lead, Register register, long end) {
        LeadCase read = read(judge, lead, states.get(lead).state);
        read.tellAgain(register.told(lead));
        Judgement now = read.at(register.name(lead), end);
        List<Past> all = new ArrayList<>(pasts.getOrDefault(lead, List.of()));
        transitions.forEach((number, own) ->
                own.stream().filter(each -> into(number) == lead).forEach(each -> all.add(new Past(number, each))));
        now.transitions().forEach(each -> all.add(new Past(lead, each)));
        all.sort(Comparator.comparingLong((Past past) -> past.transition.at()).thenComparingLong(Past::number));
        return now.withTransitions(all.stream().map(Past::transition).toList());
    }

    private record Past(long number, Transition transition) {}

    private long into(long number) {
        Long absorbing = absorbed.get(number);
        return absorbing == null ? number : into(absorbing);
    }
}
