package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Handover;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps states as bytes and transitions apart, as a database does. A lead takes its turns when it is next touched, or
 * when it is swept: by what was filed of it, for nothing touched it since, and by what it had been told.
 */
final class WrittenCases implements Docket.Cases {
    private final MemoryArchive archive;
    private final List<Turns.Turn> turns = new ArrayList<>();
    private final Map<Long, Kept> states = new HashMap<>();
    private final Map<Long, List<Transition>> transitions = new HashMap<>();
    private final Map<Long, LeadCase> open = new HashMap<>();
    private final Map<Long, Long> absorbed = new HashMap<>();
    /** Turns for which events were read, and for which the state was enough. */
    private int remade;

    private int carried;
    private final Map<Long, Long> wholes = new HashMap<>();
    private final Map<Long, List<Past>> pasts = new HashMap<>();

    /** A state, by which turn it was judged, and what it had been told. */
    private static final class Kept {
        private final byte[] state;
        private final int turn;
        private final Map<String, Object> told;

        Kept(byte[] state, int turn, Map<String, Object> told) {
            this.state = state;
            this.turn = turn;
            this.told = told;
        }
    }

    WrittenCases(Judge judge, MemoryArchive archive) {
        turns.add(new Turns.Turn(Long.MIN_VALUE, judge));
        this.archive = archive;
    }

    int remade() {
        return remade;
    }

    int carried() {
        return carried;
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
        turns.add(turn);
    }

    /** Has some of those take their turns that did not yet, in any order. */
    void sweep(Random random) {
        List<Long> all = new ArrayList<>(states.keySet());
        Collections.shuffle(all, random);
        for (long number : all.subList(0, random.nextInt(all.size() + 1))) {
            of(number);
            Map<String, Object> told = states.get(number).told;
            keep(number, open.remove(number), told);
        }
    }

    private Judge present() {
        return turns.get(turns.size() - 1).judge();
    }

    @Override
    public LeadCase of(long number) {
        return open.computeIfAbsent(number, each -> {
            Kept kept = states.get(each);
            return kept == null ? present().open(number) : turned(number, kept);
        });
    }

    private LeadCase turned(long number, Kept kept) {
        LeadCase lead = read(turns.get(kept.turn).judge(), number, kept.state);
        Judge before = turns.get(kept.turn).judge();
        for (Turns.Turn turn : turns.subList(kept.turn + 1, turns.size())) {
            LeadCase carried = Handover.between(before, turn.judge()).turn(lead, turn.at(), kept.told);
            if (carried == null) {
                Register then = new Register(archive, 0);
                lead = lead.turn(turn.at(), turn.judge(), kept.told, then.events(number));
                remade++;
            } else {
                lead = carried;
                this.carried++;
            }
            before = turn.judge();
        }
        return lead;
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
        open.forEach((number, lead) -> keep(number, lead, register.told(number)));
        open.clear();
    }

    private void keep(long number, LeadCase lead, Map<String, Object> told) {
        keepTransitions(number, lead);
        states.put(number, new Kept(lead.written(), turns.size() - 1, Map.copyOf(told)));
    }

    Judgement read(long lead, Register register, long end) {
        LeadCase read = read(present(), lead, states.get(lead).state);
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
