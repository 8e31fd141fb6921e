package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.judging.CaseTable.Kept;
import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Handover;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import io.cupel.files.LoggedCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Has leads take the turns that they did not take yet, as they would have taken them at the instants of these. A lead
 * that was touched by no entry since has the events that are filed as its own, and had been told what stands beside its
 * state. Whatever is judged now is filed later. Safe for several threads, once it knows what its turns tell.
 */
final class Turning {
    private final ContractsInForce contracts;
    private final Registers registers;
    private final List<TurnTable.Row> turns;
    private final Map<Integer, Judge> judges = new ConcurrentHashMap<>();
    private final Map<Integer, Handover> handovers = new ConcurrentHashMap<>();
    /** By turn, what leads were told as its contract reads it, where that is not beside their states. */
    private final Map<Integer, LongFunction<Map<String, Object>>> tellers = new HashMap<>();

    /** A case after its turns, and what it had been told. */
    record Turned(LeadCase lead, Map<String, Object> told, List<Changed> changes) {}

    Turning(ContractsInForce contracts, Registers registers, List<TurnTable.Row> turns) {
        this.contracts = contracts;
        this.registers = registers;
        this.turns = List.copyOf(turns);
    }

    /** Has a turn tell its leads something else than what they had been told before. */
    void tell(int turn, LongFunction<Map<String, Object>> teller) {
        tellers.put(turn, teller);
    }

    /** The number of the last turn. */
    int last() {
        return turns.get(turns.size() - 1).number();
    }

    /** The contract by which a turn judges. */
    Contract contract(int turn) {
        return contracts.contract(row(turn).version());
    }

    /** The judge of a turn. */
    Judge judge(int turn) {
        return judges.computeIfAbsent(turn, each -> Judge.of(contract(each)));
    }

    TurnTable.Row row(int turn) {
        return turns.get(turn - 1);
    }

    /** The case of a lead as it was written. */
    LeadCase read(Kept kept) {
        LeadCase read = untold(kept);
        read.tellAgain(kept.told());
        return read;
    }

    /** The same, which goes over to another contract before it is asked for anything. */
    private LeadCase untold(Kept kept) {
        long number = kept.row().number();
        try {
            return judge(kept.turn()).read(number, kept.written());
        } catch (UnreadableState e) {
            throw new IllegalStateException("the state of lead " + number + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The cases of leads after all turns up to one.
     *
     * @param behind did not take that one
     */
    Map<Long, Turned> turned(Collection<Kept> behind, int upTo) {
        Map<Long, Turned> turned = new LinkedHashMap<>();
        behind.forEach(kept -> {
            LeadCase lead = kept.turn() < upTo ? untold(kept) : read(kept);
            turned.put(kept.row().number(), new Turned(lead, kept.told(), new ArrayList<>()));
        });
        for (int turn = 1; turn <= upTo; turn++) {
            take(turn, behind, turned);
        }
        return turned;
    }

    /** The same of one lead, if its state is enough for that; null where events have to be read. Reads nothing. */
    @Nullable
    Turned carried(Kept kept, int upTo) {
        Turned lead = new Turned(untold(kept), kept.told(), new ArrayList<>());
        for (int turn = kept.turn() + 1; turn <= upTo && lead != null; turn++) {
            lead = alone(turn, kept, lead);
        }
        return lead;
    }

    /** First all that need no more than their states, then the others, of which the events are read at once. */
    private void take(int turn, Collection<Kept> behind, Map<Long, Turned> turned) {
        List<Kept> toRead = new ArrayList<>(0);
        for (Kept kept : behind) {
            long number = kept.row().number();
            Turned after = kept.turn() < turn ? alone(turn, kept, Objects.requireNonNull(turned.get(number))) : null;
            if (after != null) {
                turned.put(number, after);
            } else if (kept.turn() < turn) {
                toRead.add(kept);
            }
        }
        if (toRead.isEmpty()) {
            return;
        }
        LoggedCalls calls = new LoggedCalls(contract(turn));
        KeptRegister filed = registers.open(entry -> LiveJudge.read(calls, entry));
        filed.expectWhole(toRead.stream().map(kept -> kept.row().number()).toList());
        long at = row(turn).at().toEpochMilli();
        for (Kept kept : toRead) {
            long number = kept.row().number();
            Turned before = Objects.requireNonNull(turned.get(number));
            Map<String, Object> told = told(turn, number, before);
            LeadCase after =
                    before.lead.turn(at, judge(turn), told, filed.register().events(number));
            turned.put(number, took(turn, kept, after, told, before));
        }
    }

    /** A lead after a turn for which its state was enough; null where it was not. It arrived there in any case. */
    private @Nullable Turned alone(int turn, Kept kept, Turned before) {
        long at = row(turn).at().toEpochMilli();
        before.lead.arrive(at);
        keep(before.lead, kept, contract(turn - 1).id(), before.changes);
        Map<String, Object> told = told(turn, kept.row().number(), before);
        LeadCase after = handover(turn).turn(before.lead, at, told);
        return after == null ? null : took(turn, kept, after, told, before);
    }

    private Turned took(int turn, Kept kept, LeadCase after, Map<String, Object> told, Turned before) {
        keep(after, kept, contract(turn).id(), before.changes);
        return new Turned(after, told, before.changes);
    }

    private Map<String, Object> told(int turn, long number, Turned before) {
        LongFunction<Map<String, Object>> teller = tellers.get(turn);
        return teller == null ? before.told : teller.apply(number);
    }

    /** From the turn before to this one. */
    private Handover handover(int turn) {
        return handovers.computeIfAbsent(turn, each -> Handover.between(judge(each - 1), judge(each)));
    }

    private static void keep(LeadCase lead, Kept kept, String contract, List<Changed> changes) {
        for (Transition each : lead.takeTransitions()) {
            changes.add(new Changed(kept.row().number(), kept.row().position(), each, contract));
        }
    }
}
