package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.LeadKey;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import io.cupel.files.LoggedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Where leads stand, to be read: each answer from one state of the database. Safe for several threads. */
public final class Leads {
    /** Answers made at once for which all events of a lead are read. */
    private static final int WHOLE_AT_ONCE = 4;

    private final JudgingTables tables;
    private final Registers registers;
    private final ContractsInForce contracts;
    private final EventLog log;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final Semaphore whole = new Semaphore(WHOLE_AT_ONCE, true);

    /** @param snapshot sees the database as it is when it begins */
    Leads(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            EventLog log,
            Clock clock,
            TransactionTemplate snapshot) {
        this.tables = tables;
        this.registers = registers;
        this.contracts = contracts;
        this.log = log;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /**
     * A change of stage.
     *
     * @param lead the number that the lead had then
     * @param position up to which the log was judged then
     * @param contract by which it was decided
     */
    public record Step(long lead, long position, Transition transition, String contract) {}

    /**
     * A lead as it stands.
     *
     * @param steps every change of stage, of those too that turned out to be it, oldest first
     * @param enough what would be enough to qualify
     * @param suspects message ids of events that led to one of the steps, and are suspect now
     * @param occurred when the events occurred that led to the steps, by their message ids
     */
    public record Found(
            LeadRow row,
            Judgement judgement,
            Contract contract,
            List<LeadKey> keys,
            List<Step> steps,
            List<Enough.Way> enough,
            Set<String> suspects,
            Map<String, Instant> occurred) {
        /** Later than that after what led to it a change of stage is told to be late. */
        private static final Duration LATE = Duration.ofMinutes(1);

        /** By how much what led to a change of stage was received late; empty where it was not. */
        public Optional<Duration> late(Step step) {
            Transition change = step.transition();
            return change.evidence().stream()
                    .map(occurred::get)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(last -> Duration.between(last, Instant.ofEpochMilli(change.at())))
                    .filter(late -> late.compareTo(LATE) >= 0);
        }

        /** From each handing over to what became of it. */
        public List<Cycle> cycles() {
            return Cycle.of(steps);
        }
    }

    /** Leads as they were judged last, with what time did since. */
    public List<LeadRow> list(LeadQuery query, LeadQuery.Order order, LeadQuery.Behind behind, int limit) {
        return tables.lists().list(query, order, behind, clock.instant(), limit);
    }

    /** The number of the lead that has a key. */
    public Optional<Long> withKey(String key) {
        return registers.leadOf(key).map(tables.parts()::whole);
    }

    /** The number that a lead has now, where it turned out to be another one, or is merged with others. */
    public long present(long number) {
        return tables.parts().whole(tables.cases().present(number));
    }

    /** What holds of a lead now; empty where there is none of this number. */
    public Optional<Found> find(long number) {
        return read(() -> tables.cases().find(number).map(kept -> {
            Reading reading = new Reading(contract(kept));
            Judgement now = reading.judgement(kept, clock.instant().toEpochMilli());
            List<Step> steps = steps(number, kept.row(), now);
            Judgement whole =
                    now.withTransitions(steps.stream().map(Step::transition).toList());
            List<Enough.Way> enough = Enough.of(reading.judge, now, () -> reading.open(kept));
            LeadRow row = kept.row().at(Instant.ofEpochMilli(now.asOf()));
            List<String> evidence = evidence(steps);
            Set<String> suspects = Suspects.among(tables.suspects(), evidence);
            return new Found(
                    row, whole, reading.contract, registers.keys(number), steps, enough, suspects, occurred(evidence));
        }));
    }

    private static List<String> evidence(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.transition().evidence().stream())
                .distinct()
                .toList();
    }

    private Map<String, Instant> occurred(List<String> events) {
        Map<String, Instant> occurred = new HashMap<>();
        log.of(events).forEach((id, entry) -> occurred.put(id, entry.occurredAt()));
        return occurred;
    }

    /**
     * What holds of a lead at an instant.
     *
     * @param asOf in milliseconds since 1970 UTC; what was judged later counts as of then
     */
    public Optional<Judgement> judgement(long number, long asOf) {
        return read(() -> tables.cases().find(number).map(kept -> {
            Judgement now = new Reading(contract(kept)).judgement(kept, asOf);
            return now.withTransitions(steps(number, kept.row(), now).stream()
                    .map(Step::transition)
                    .toList());
        }));
    }

    /** Every change of stage of a lead that is written down, and of those that turned out to be it, oldest first. */
    List<Step> written(long number) {
        return tables.transitions().history(number).stream()
                .map(each -> new Step(each.lead(), each.position(), each.transition(), each.contract()))
                .toList();
    }

    private List<Step> steps(long number, LeadRow row, Judgement now) {
        List<Step> steps = new ArrayList<>(written(number));
        now.transitions().forEach(each -> steps.add(new Step(number, row.position(), each, row.contract())));
        return steps;
    }

    /**
     * Where the score of a lead comes from at an instant, by any contract, from all that is known now.
     *
     * @param at in milliseconds since 1970 UTC
     */
    public Optional<Grounds> grounds(long number, long at, Contract contract) {
        return readWhole(() -> tables.cases()
                .find(number)
                .map(kept -> Grounds.of(contract, new Reading(contract).evidence(number), at)));
    }

    /** All that is known about a lead, as a contract looks at it. */
    public Optional<Evidence> evidence(long number, Contract contract) {
        return readWhole(() -> tables.cases().find(number).map(kept -> new Reading(contract).evidence(number)));
    }

    /** Entries of the log that are a lead's as known now, before a position, the newest first; empty for no lead. */
    public Optional<List<LogEntry>> entries(long number, long before, int limit) {
        return read(() -> tables.cases().find(number).map(kept -> {
            List<Long> positions = new Reading(inForce()).register.positions(number, before, limit);
            List<LogEntry> found = new ArrayList<>(log.at(positions));
            found.sort((one, other) -> Long.compare(other.position(), one.position()));
            return found;
        }));
    }

    /** Which of these entries of a lead are suspect events, and why, by their positions. */
    public Map<Long, List<String>> suspects(long number, List<LogEntry> entries) {
        return read(() -> {
            Reading reading = new Reading(inForce());
            Map<String, List<String>> suspects = reading.register.register().suspects(number);
            Map<Long, List<String>> found = new HashMap<>();
            for (LogEntry entry : suspects.isEmpty() ? List.<LogEntry>of() : entries) {
                Event event = reading.reader.apply(entry).event();
                List<String> reasons = event == null ? null : suspects.get(event.id());
                if (reasons != null) {
                    found.put(entry.position(), reasons);
                }
            }
            return found;
        });
    }

    /** Companies behind a domain, in the order of their domains. */
    public List<CompanyRow> companies(String behind, int limit) {
        return tables.lists().companies(behind, limit);
    }

    /** A company with its leads; empty where no lead belongs to it. */
    public Optional<Company> company(String domain, int leadsMax) {
        return read(() -> tables.lists().company(domain).map(row -> {
            LeadQuery of = new LeadQuery(Set.of(), null, domain, null, null, null, null, null, null, null);
            return new Company(
                    row,
                    new Reading(inForce()).register.register().known(domain),
                    tables.lists().stages(domain, clock.instant()),
                    list(of, LeadQuery.Order.SCORE, LeadQuery.Behind.NONE, leadsMax));
        }));
    }

    /**
     * A company as far as it is known.
     *
     * @param known by path
     * @param leads those of the highest scores
     */
    public record Company(
            CompanyRow row, Map<String, Object> known, List<CompanyRow.InStage> stages, List<LeadRow> leads) {}

    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(snapshot.execute(status -> reading.get()));
    }

    /** A lead may have a hundred thousand events: only some such answers are made at once, the others wait. */
    private <T> T readWhole(Supplier<T> reading) {
        whole.acquireUninterruptibly();
        try {
            return read(reading);
        } finally {
            whole.release();
        }
    }

    /** By which a lead was judged last: not the one in force where it did not take its turn yet. */
    private Contract contract(Kept kept) {
        return contracts.contract(tables.turns().row(kept.turn()).orElseThrow().version());
    }

    private Contract inForce() {
        return contracts
                .at(clock.instant())
                .map(InForce::contract)
                .orElseThrow(() -> new IllegalStateException("no contract is in force"));
    }

    /** One look into the register, the log read as a contract wants it. */
    private final class Reading {
        final Contract contract;
        final Judge judge;
        final KeptRegister register;
        final Function<LogEntry, Sighting> reader;

        Reading(Contract contract) {
            this.contract = contract;
            this.judge = Judge.of(contract);
            LoggedCalls calls = new LoggedCalls(contract);
            this.reader = entry -> LiveJudge.read(calls, entry);
            this.register = registers.open(reader);
        }

        /** With the transitions alone that are written down nowhere yet. */
        Judgement judgement(Kept kept, long asOf) {
            long at = Math.max(asOf, kept.row().judgedAt().toEpochMilli());
            return open(kept).at(kept.row().name().id(), at);
        }

        LeadCase open(Kept kept) {
            long number = kept.row().number();
            try {
                LeadCase lead = judge.read(number, kept.written());
                lead.tellAgain(kept.told());
                return lead;
            } catch (UnreadableState e) {
                throw new IllegalStateException("the state of lead " + number + " cannot be read", e);
            }
        }

        Evidence evidence(long number) {
            return register.register().evidence(number);
        }
    }
}
