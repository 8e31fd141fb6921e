package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import io.cupel.files.LoggedCalls;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where leads stand, to be read. Safe for several threads. */
public final class Leads {
    private final JudgingTables tables;
    private final Registers registers;
    private final ContractsInForce contracts;
    private final Clock clock;

    Leads(JudgingTables tables, Registers registers, ContractsInForce contracts, Clock clock) {
        this.tables = tables;
        this.registers = registers;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * Leads as they were judged last, in the order of their numbers.
     *
     * @param stage as written; null for all
     * @param behind the number behind which the list begins; 0 for all
     */
    public List<LeadRow> list(@Nullable String stage, long behind, int limit) {
        return tables.cases().list(stage, behind, limit);
    }

    /** The number of the lead that has a key. */
    public Optional<Long> withKey(String key) {
        return registers.leadOf(key);
    }

    /**
     * What holds of a lead at an instant.
     *
     * @param asOf in milliseconds since 1970 UTC; what was judged later counts as of then
     */
    public Optional<Judgement> judgement(long number, long asOf) {
        return tables.cases().find(number).map(kept -> {
            KeptRegister register = registers.open(reader());
            long at = Math.max(asOf, kept.row().judgedAt().toEpochMilli());
            try {
                var lead = judge().read(number, kept.written());
                lead.tellAgain(register.register().told(number));
                Judgement now = lead.at(kept.row().id(), at);
                List<Transition> all = new ArrayList<>(transitions(number));
                all.addAll(now.transitions());
                return now.withTransitions(all);
            } catch (UnreadableState e) {
                throw new IllegalStateException("the state of lead " + number + " cannot be read", e);
            }
        });
    }

    /** Every change of stage of a lead, and of those that turned out to be it, oldest first. */
    public List<Transition> transitions(long number) {
        List<Long> leads = new ArrayList<>(tables.cases().absorbed(number));
        leads.add(number);
        return tables.transitions().of(leads).stream()
                .map(TransitionTable.Changed::transition)
                .toList();
    }

    /** Where the score of a lead comes from at an instant, from all that is known now. */
    public Optional<Explanation> explanation(long number, long at) {
        return evidence(number).map(evidence -> judge().explain(evidence, at));
    }

    /** All that is known about a lead. */
    public Optional<Evidence> evidence(long number) {
        return tables.cases()
                .find(number)
                .map(kept -> registers.open(reader()).register().evidence(number));
    }

    private Contract inForce() {
        return contracts
                .at(clock.instant())
                .map(InForce::contract)
                .orElseThrow(() -> new IllegalStateException("no contract is in force"));
    }

    private Judge judge() {
        return Judge.of(inForce());
    }

    private Function<LogEntry, Sighting> reader() {
        LoggedCalls calls = new LoggedCalls(inForce());
        return entry -> LiveJudge.read(calls, entry);
    }
}
