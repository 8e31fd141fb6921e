package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.files.LoggedCalls;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges two leads as the judge would now, in memory alone. Safe for several threads. */
final class MergePreviews {
    private final JudgingTables tables;
    private final Registers registers;
    private final ContractsInForce contracts;
    private final TransactionTemplate snapshot;

    /** @param snapshot sees the database as it is when it begins */
    MergePreviews(JudgingTables tables, Registers registers, ContractsInForce contracts, TransactionTemplate snapshot) {
        this.tables = tables;
        this.registers = registers;
        this.contracts = contracts;
        this.snapshot = snapshot;
    }

    /** The two by their keys. */
    MergePreview of(List<FiledKey> one, List<FiledKey> other, Instant now) {
        return Objects.requireNonNull(snapshot.execute(status -> preview(one, other, now)));
    }

    private MergePreview preview(List<FiledKey> one, List<FiledKey> other, Instant now) {
        Turning turning = new Turning(contracts, registers, tables.turns().all(), tables.words());
        Contract contract = turning.contract(turning.last());
        LoggedCalls calls = new LoggedCalls(contract);
        KeptRegister kept = registers.open(entry -> LiveJudge.read(calls, entry));
        Register register = kept.register();
        TriedCases cases = new TriedCases(tables.cases(), turning);
        long first = register.whole(one.get(0).lead());
        long second = register.whole(other.get(0).lead());
        ProgressTable.Row judged = tables.progress().read();
        long at = Math.max(now.toEpochMilli(), judged.receivedAt().toEpochMilli());
        MergePreview.Side left = side(first, register, cases, at);
        MergePreview.Side right = side(second, register, cases, at);
        Merging merging = Merging.of("preview", at, keys(one), keys(other), "");
        new Docket(register, cases).take(Long.MAX_VALUE, at, Sighting.act(Keys.NONE, merging));
        return new MergePreview(
                contract, left, right, side(register.whole(one.get(0).lead()), register, cases, at));
    }

    private static Keys keys(List<FiledKey> of) {
        return new Keys(of.get(0).node(), List.of(), null, null, null);
    }

    static MergePreview.Side side(long number, Register register, Docket.Cases cases, long at) {
        LeadCase lead = cases.of(number);
        return new MergePreview.Side(
                lead.at(register.name(number), at),
                register.told(number),
                register.events(number).size());
    }
}
