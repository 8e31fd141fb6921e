package io.cupel.app.contracts;

import io.cupel.app.ground.Fault;
import io.cupel.contract.CheckResult;
import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import java.util.List;

/** Texts turned into contracts, by the reader of contract files and nothing else. */
final class Checked {
    /** What findings call the text. */
    private static final String NAME = "contract.yaml";

    private Checked() {}

    static CheckResult check(String text) {
        return ContractFile.of(NAME, text).check();
    }

    /** The contract of a text; ends the call with all faults where it has some. */
    static Contract orRefused(String text) {
        CheckResult result = check(text);
        Contract contract = result.contract();
        if (contract == null) {
            List<Fault> faults = result.faults().stream()
                    .map(each -> new Fault(
                            each.line() + ":" + each.column(), each.code().id() + ": " + each.message()))
                    .toList();
            throw new StepRefusedException(Refusal.FAULTS, faults);
        }
        return contract;
    }
}
