package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract with one part exchanged. */
record Parts(Contract contract) {
    Contract withFit(@Nullable FitRule fit) {
        return with(fit, contract.exclusions(), contract.signals(), contract.groups());
    }

    Contract withExclusions(List<Exclusion> exclusions) {
        return with(contract.fit(), exclusions, contract.signals(), contract.groups());
    }

    Contract withSignals(List<Signal> signals) {
        return with(contract.fit(), contract.exclusions(), signals, contract.groups());
    }

    Contract withGroups(List<Group> groups) {
        return with(contract.fit(), contract.exclusions(), contract.signals(), groups);
    }

    private Contract with(@Nullable FitRule fit, List<Exclusion> exclusions, List<Signal> signals, List<Group> groups) {
        return new Contract(
                contract.name(),
                contract.hash(),
                contract.zone(),
                contract.lists(),
                contract.attributes(),
                contract.currency(),
                fit,
                exclusions,
                signals,
                groups,
                contract.stages(),
                contract.sla(),
                contract.alarm());
    }
}
