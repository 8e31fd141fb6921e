package io.cupel.app.contracts;

import io.cupel.contract.CheckResult;
import io.cupel.core.contract.Contract;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/*
 * Which version is in force is read from the database at each question, because another instance may have activated
 * one; it is one small look-up. What takes time is turning the text into a contract: that is done once a version, whose
 * content never changes.
 */
/** The contract by which leads are judged at an instant. */
@Service
public final class ContractsInForce {
    /** Contracts that are kept ready; a judge needs one or two, a comparison some more. */
    private static final int KEPT_MAX = 16;

    private final VersionTable versions;
    private final SignatureTable signatures;
    private final Map<Integer, Contract> ready = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

    ContractsInForce(VersionTable versions, SignatureTable signatures) {
        this.versions = versions;
        this.signatures = signatures;
    }

    /** The version in force at an instant, with its contract; none before the first was activated. */
    public Optional<InForce> at(Instant instant) {
        return schedule().at(instant).map(turn -> {
            Contract contract = contract(turn.version());
            Life life = new Life(
                    contract.hash(),
                    signatures.of(List.of(turn.version())).getOrDefault(turn.version(), List.of()),
                    false,
                    turn.from(),
                    null);
            return new InForce(turn.version(), contract.hash(), turn.from(), life.isSigned(), contract);
        });
    }

    /** All activations, also those to come. */
    public Schedule schedule() {
        return versions.schedule();
    }

    /** Whether there is a version of this number. */
    public boolean has(int version) {
        return versions.find(version).isPresent();
    }

    /** The contract of a version, whether it ever was in force or not. */
    public Contract contract(int version) {
        synchronized (ready) {
            Contract known = ready.get(version);
            if (known != null) {
                return known;
            }
        }
        Contract contract = read(version);
        synchronized (ready) {
            ready.put(version, contract);
            if (ready.size() > KEPT_MAX) {
                ready.remove(ready.keySet().iterator().next());
            }
        }
        return contract;
    }

    private Contract read(int version) {
        VersionTable.Row row = versions.find(version)
                .orElseThrow(() -> new IllegalArgumentException("there is no version " + version));
        CheckResult result = Checked.check(row.text());
        Contract contract = result.contract();
        if (contract == null || !contract.hash().equals(row.hash())) {
            throw new IllegalStateException("version " + version + " does not read as what was signed;"
                    + " this server reads contracts otherwise than the one that took it in");
        }
        return contract;
    }
}
