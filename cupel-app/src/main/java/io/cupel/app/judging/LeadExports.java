package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.identity.Registers;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.files.Form;
import io.cupel.files.LeadExport;
import io.cupel.files.LoggedCalls;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the leads, as judged now, as a table. Safe for several threads. */
public final class LeadExports {
    private static final int READ_AT_ONCE = 200;

    private final JudgingTables tables;
    private final Registers registers;
    private final ContractsInForce contracts;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    LeadExports(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            Clock clock,
            TransactionTemplate snapshot) {
        this.tables = tables;
        this.registers = registers;
        this.contracts = contracts;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /**
     * Writes all leads in the order of their numbers, as one snapshot of the database has them; no more than some of
     * them are in memory at once.
     *
     * @throws IOException if they cannot be written
     */
    public void write(Form form, OutputStream to) throws IOException {
        Contract contract = contracts
                .at(clock.instant())
                .map(InForce::contract)
                .orElseThrow(() -> new IllegalStateException("no contract is in force"));
        long now = clock.millis();
        LeadColumns columns = new LeadColumns(contract);
        try {
            snapshot.executeWithoutResult(status -> {
                try {
                    LeadExport.write(columns.header(), taker -> read(contract, columns, now, taker), form, to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(Contract contract, LeadColumns columns, long now, LeadExport.Taker taker) throws IOException {
        Turning judges = new Turning(contracts, registers, tables.turns().all(), tables.words());
        long behind = 0;
        for (List<LeadRow> some = list(behind); !some.isEmpty(); some = list(behind)) {
            LoggedCalls calls = new LoggedCalls(contract);
            Register register =
                    registers.open(entry -> LiveJudge.read(calls, entry)).register();
            for (LeadRow row : some) {
                var told = register.told(row.number());
                taker.take(columns.row(judgement(row, judges, now), registers.keysOf(row.number()), told));
            }
            behind = some.get(some.size() - 1).number();
        }
    }

    private List<LeadRow> list(long behind) {
        return tables.lists()
                .list(
                        LeadQuery.ALL,
                        LeadQuery.Order.NUMBER,
                        new LeadQuery.Behind(Long.MAX_VALUE, behind),
                        clock.instant(),
                        READ_AT_ONCE);
    }

    private Judgement judgement(LeadRow row, Turning judges, long now) {
        LeadCase lead = judges.read(tables.cases().find(row.number()).orElseThrow());
        return lead.at(row.name().id(), Math.max(now, row.judgedAt().toEpochMilli()));
    }
}
