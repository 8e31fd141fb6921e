package io.cupel.contract;

import io.cupel.core.contract.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check came to.
 *
 * @param contract null where there are faults
 * @param findings all faults and warnings, in the order of the file
 */
public record CheckResult(@Nullable Contract contract, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
        if ((contract == null) != findings.stream().anyMatch(Finding::isFault)) {
            throw new IllegalArgumentException("there is a contract just when there is no fault");
        }
    }

    public List<Finding> faults() {
        return findings.stream().filter(Finding::isFault).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isFault()).toList();
    }

    /** The contract; a {@link ContractException} that carries all findings where there is none. */
    public Contract orThrow() {
        if (contract == null) {
            throw new ContractException(findings);
        }
        return contract;
    }
}
