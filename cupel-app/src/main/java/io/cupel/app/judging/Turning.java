package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Handover;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.state.UnreadableState;
import io.cupel.files.LoggedCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Has leads take the turns that they did not take yet, as they would have taken them at the instants of these, and hear
 * what became known about their companies meanwhile. A lead that was touched by no entry since has the events that are
 * filed as its own, and had been told what stands beside its state. Whatever is judged now is filed later. Safe for
 * several threads, once it knows what its turns tell.
 */
final class Turning {
    private final ContractsInForce contracts;
    private final Registers registers;
    private final List<TurnTable.Row> turns;
    private final WordTable words;
    private final Map<Integer, Judge> judges = new ConcurrentHashMap<>();
    private final Map<Integer, Handover> handovers = new ConcurrentHashMap<>();
    /** By turn, what leads were told as its contract reads it, where that is not beside their states. */
    private final Map<Integer, LongFunction<Map<String, Object>>> tellers = new HashMap<>();

    Turning(ContractsInForce contracts, Registers registers, List<TurnTable.Row> turns, WordTable words) {
        this.contracts = contracts;
        this.registers = registers;
        this.words = words;
        this.turns = List.copyOf(turns);
    }

    /** Has a turn tell its leads something else than what they had been told before. */
    void tell(int turn, LongFunction<Map<String, Object>> teller) {
        tellers.put(turn, teller);
    }

    /** Whether these are its turns. */
    boolean isOf(List<TurnTable.Row> rows) {
        return turns.equals(rows);
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
     * The cases of leads after all turns up to one, and after what became known about their companies until the next.
     *
     * @param behind did not take that turn, or did not hear all
     */
    Map<Long, CatchingUp> turned(Collection<Kept> behind, int upTo) {
        Map<Long, List<WordTable.Row>> unheard = unheard(behind);
        Map<Long, CatchingUp> ways = new LinkedHashMap<>();
        for (Kept kept : behind) {
            long number = kept.row().number();
            LeadCase lead = kept.turn() < upTo ? untold(kept) : read(kept);
            ways.put(number, new CatchingUp(kept, lead, unheard.getOrDefault(number, List.of())));
        }
        for (int turn = 1; turn <= upTo; turn++) {
            take(turn, ways.values());
        }
        ways.values().forEach(way -> hearUntilTheNext(way, upTo));
        return ways;
    }

    /**
     * The same of one lead, if its state is enough for that; null where events have to be read. Reads nothing.
     *
     * @param unheard what it did not hear about its company
     */
    @Nullable
    CatchingUp carried(Kept kept, List<WordTable.Row> unheard, int upTo) {
        CatchingUp way = new CatchingUp(kept, kept.turn() < upTo ? untold(kept) : read(kept), unheard);
        for (int turn = kept.turn() + 1; turn <= upTo; turn++) {
            if (!takeAlone(turn, way)) {
                return null;
            }
        }
        hearUntilTheNext(way, upTo);
        return way;
    }

    private void hearUntilTheNext(CatchingUp way, int turn) {
        way.hear(
                turn < last() ? row(turn + 1).position() : Long.MAX_VALUE,
                contract(turn).id());
    }

    /** By number of the lead, what became known about its company that it did not hear. */
    Map<Long, List<WordTable.Row>> unheard(Collection<Kept> behind) {
        Set<String> companies = new HashSet<>();
        long heard = Long.MAX_VALUE;
        for (Kept kept : behind) {
            heard = Math.min(heard, kept.word());
            if (kept.row().name().domain() != null) {
                companies.add(kept.row().name().domain());
            }
        }
        if (companies.isEmpty()) {
            return Map.of();
        }
        Map<String, List<WordTable.Row>> about = new HashMap<>();
        words.about(companies, heard)
                .forEach(word -> about.computeIfAbsent(word.company(), each -> new ArrayList<>())
                        .add(word));
        Map<Long, List<WordTable.Row>> unheard = new HashMap<>();
        for (Kept kept : about.isEmpty() ? List.<Kept>of() : behind) {
            List<WordTable.Row> told =
                    about.getOrDefault(String.valueOf(kept.row().name().domain()), List.of()).stream()
                            .filter(word -> word.number() > kept.word())
                            .toList();
            if (!told.isEmpty()) {
                unheard.put(kept.row().number(), told);
            }
        }
        return unheard;
    }

    /** First all that need no more than their states, then the others, of which the events are read at once. */
    private void take(int turn, Collection<CatchingUp> ways) {
        List<CatchingUp> toRead = new ArrayList<>(0);
        for (CatchingUp way : ways) {
            if (way.kept().turn() < turn && !takeAlone(turn, way)) {
                toRead.add(way);
            }
        }
        if (toRead.isEmpty()) {
            return;
        }
        LoggedCalls calls = new LoggedCalls(contract(turn));
        KeptRegister filed = registers.open(entry -> LiveJudge.read(calls, entry));
        filed.expectWhole(toRead.stream().map(CatchingUp::number).toList());
        Instant at = row(turn).at();
        for (CatchingUp way : toRead) {
            Map<String, Object> told = told(turn, way);
            LeadCase after = way.lead()
                    .turn(at.toEpochMilli(), judge(turn), told, filed.register().events(way.number()));
            way.took(at, after, told, contract(turn).id());
        }
    }

    /** Whether a lead could take a turn without any of its events; it arrived there in any case. */
    private boolean takeAlone(int turn, CatchingUp way) {
        Instant at = row(turn).at();
        String before = contract(turn - 1).id();
        way.hear(row(turn).position(), before);
        way.arrive(at, before);
        Map<String, Object> told = told(turn, way);
        LeadCase after = handover(turn).turn(way.lead(), at.toEpochMilli(), told);
        if (after != null) {
            way.took(at, after, told, contract(turn).id());
        }
        return after != null;
    }

    private Map<String, Object> told(int turn, CatchingUp way) {
        LongFunction<Map<String, Object>> teller = tellers.get(turn);
        return teller == null ? way.told() : teller.apply(way.number());
    }

    /** From the turn before to this one. */
    private Handover handover(int turn) {
        return handovers.computeIfAbsent(turn, each -> Handover.between(judge(each - 1), judge(each)));
    }
}
