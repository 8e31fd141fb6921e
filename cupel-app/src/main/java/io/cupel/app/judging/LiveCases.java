package io.cupel.app.judging;

import io.cupel.app.judging.CaseTable.Kept;
import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cases of a docket, kept in the database. Not for several threads at once. */
final class LiveCases implements Docket.Cases {
    /** In memory at once; beyond that the least lately used ones are read again when they are wanted. */
    private static final int CASES_MAX = 100_000;

    private final Judge judge;
    private final String contract;
    private final CaseTable table;
    private final TransitionTable transitions;
    private final Map<Long, LeadCase> cases = new LinkedHashMap<>(1_000, 0.75f, true);
    /** Those that were asked for since the last writing, and at which position last. */
    private final Map<Long, Long> touched = new TreeMap<>();

    private final Map<Long, Long> absorbed = new LinkedHashMap<>();
    private final List<Changed> changes = new ArrayList<>();
    private long position;

    LiveCases(Contract inForce, CaseTable table, TransitionTable transitions) {
        this.judge = Judge.of(inForce);
        this.contract = inForce.id();
        this.table = table;
        this.transitions = transitions;
    }

    /** Reads the cases of these leads at once, as far as they are not in memory. */
    @Override
    public void expect(Collection<Long> numbers) {
        List<Long> missing =
                numbers.stream().filter(number -> !cases.containsKey(number)).toList();
        if (!missing.isEmpty()) {
            table.written(missing).forEach((number, written) -> cases.put(number, read(number, written)));
        }
    }

    /** From now on the cases are asked for at this position of the log. */
    void at(long now) {
        keepChanges();
        position = now;
    }

    @Override
    public LeadCase of(long number) {
        touched.put(number, position);
        LeadCase known = cases.get(number);
        if (known == null) {
            known = read(number, table.written(List.of(number)).get(number));
            cases.put(number, known);
        }
        return known;
    }

    private LeadCase read(long number, byte @Nullable [] written) {
        if (written == null) {
            return judge.open(number);
        }
        try {
            return judge.read(number, written);
        } catch (UnreadableState e) {
            throw new IllegalStateException("the state of lead " + number + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public LeadCase close(long number, long into) {
        LeadCase closed = of(number);
        take(number, position, closed);
        cases.remove(number);
        touched.remove(number);
        absorbed.put(number, into);
        return closed;
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

    /** Takes the changes of stage that came with the entry before. */
    private void keepChanges() {
        for (Map.Entry<Long, Long> each : touched.entrySet()) {
            LeadCase lead = cases.get(each.getKey());
            if (lead != null && each.getValue() == position) {
                take(each.getKey(), position, lead);
            }
        }
    }

    private void take(long number, long at, LeadCase lead) {
        for (Transition each : lead.takeTransitions()) {
            changes.add(new Changed(number, at, each, contract));
        }
    }

    /** Writes all that changed since the last time. */
    void write(Register register, Instant received) {
        keepChanges();
        table.absorb(absorbed, position);
        List<Kept> rows = new ArrayList<>(touched.size());
        touched.forEach((number, at) -> {
            LeadCase lead = cases.get(number);
            if (lead != null) {
                rows.add(new Kept(row(number, at, lead, register, received), lead.written()));
            }
        });
        table.write(rows);
        transitions.write(changes);
        touched.clear();
        absorbed.clear();
        changes.clear();
        cases.keySet().removeIf(number -> cases.size() > CASES_MAX);
    }

    private LeadRow row(long number, long at, LeadCase lead, Register register, Instant received) {
        Judgement now = lead.at(register.name(number), received.toEpochMilli());
        Long since = now.since();
        Long due = lead.due();
        return new LeadRow(
                number,
                new LeadRow.Name(
                        now.lead(), JudgementJson.email(now), JudgementJson.company(now), register.company(number)),
                at,
                received,
                now.stage().written(),
                since == null || since == Long.MIN_VALUE ? null : Instant.ofEpochMilli(since),
                now.cycle(),
                now.raisedHand(),
                now.held() != null,
                due == null ? null : Instant.ofEpochMilli(due),
                now.fit().verdict().written(),
                now.fit().grade(),
                now.score().score().shown(),
                now.score().usageScore().shown(),
                contract);
    }
}
