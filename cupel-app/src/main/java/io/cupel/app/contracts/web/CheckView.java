package io.cupel.app.contracts.web;

import io.cupel.contract.CheckResult;
import io.cupel.contract.Finding;
import io.cupel.core.contract.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a text came to.
 *
 * @param name of the contract; null where it has faults
 * @param hash of the canonical content; null where it has faults
 */
record CheckView(
        int faults,
        int warnings,
        @Nullable String name,
        @Nullable String hash,
        List<FindingView> findings) {
    /**
     * One finding, as a program reads it and as a person does.
     *
     * @param rendered place, code and message, the line of the text and a caret below what is meant
     */
    record FindingView(
            String code, String severity, int line, int column, String message, String sourceLine, String rendered) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.code().id(),
                    finding.isFault() ? "fault" : "warning",
                    finding.line(),
                    finding.column(),
                    finding.message(),
                    finding.sourceLine(),
                    finding.rendered());
        }
    }

    static CheckView of(CheckResult result) {
        Contract contract = result.contract();
        return new CheckView(
                result.faults().size(),
                result.warnings().size(),
                contract == null ? null : contract.name(),
                contract == null ? null : contract.hash(),
                result.findings().stream().map(FindingView::of).toList());
    }
}
