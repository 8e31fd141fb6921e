package io.cupel.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a contract has faults, to callers that cannot go on without one. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    ContractException(List<Finding> findings) {
        super(findings.stream().map(Finding::rendered).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** All of them, warnings too, in the order of the file. */
    public List<Finding> findings() {
        return findings;
    }
}
