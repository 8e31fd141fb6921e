package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Claimed;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Docket;
import io.cupel.files.LoggedCalls;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what browsers claim of a lead, and tries what it would be without. Safe for several threads. */
final class ClaimReader {
    private final JudgingTables tables;
    private final Registers registers;
    private final ContractsInForce contracts;
    private final TransactionTemplate snapshot;

    /** @param snapshot sees the database as it is when it begins */
    ClaimReader(JudgingTables tables, Registers registers, ContractsInForce contracts, TransactionTemplate snapshot) {
        this.tables = tables;
        this.registers = registers;
        this.contracts = contracts;
        this.snapshot = snapshot;
    }

    /** The register as it is kept, and what a case is read by. */
    private record Open(Register register, Turning turning, Contract contract) {}

    private <T> T read(long lead, Function<Open, T> reading) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            Turning turning = new Turning(contracts, registers, tables.turns().all(), tables.words());
            Contract contract = turning.contract(turning.last());
            LoggedCalls calls = new LoggedCalls(contract);
            KeptRegister kept = registers.open(entry -> LiveJudge.read(calls, entry));
            kept.expectWhole(List.of(lead));
            return reading.apply(new Open(kept.register(), turning, contract));
        }));
    }

    List<Claimed> claims(long lead) {
        return read(lead, open -> open.register.claims(lead));
    }

    ClaimPreview preview(long lead, String visitor, String address, Instant now) {
        return read(lead, open -> preview(open, lead, visitor, address, now));
    }

    private ClaimPreview preview(Open open, long lead, String visitor, String address, Instant now) {
        Register register = open.register;
        TriedCases cases = new TriedCases(tables.cases(), open.turning);
        long at = Math.max(
                now.toEpochMilli(), tables.progress().read().receivedAt().toEpochMilli());
        ClaimPreview.Side before = side(lead, register, cases, at);
        Denial denial = Denial.of("preview", now.toEpochMilli(), visitor, address, "");
        new Docket(register, cases).take(Long.MAX_VALUE, at, Sighting.act(Keys.NONE, denial));
        ClaimPreview.Side after = side(lead, register, cases, at);
        OptionalLong user = register.leadOf(visitor);
        long other = user.isPresent() ? register.whole(user.getAsLong()) : lead;
        return new ClaimPreview(open.contract, before, after, other == lead ? null : side(other, register, cases, at));
    }

    private static ClaimPreview.Side side(long number, Register register, Docket.Cases cases, long at) {
        return new ClaimPreview.Side(
                cases.of(number).at(register.name(number), at),
                register.told(number),
                register.events(number).size());
    }
}
