package io.cupel.app.contracts;

import io.cupel.app.ground.Fault;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.contract.ContractDiff;
import io.cupel.core.contract.Contract;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** What changes from one version or draft to another, in words that both who sign can read. */
@Service
public final class Comparison {
    private static final Pattern NAMED = Pattern.compile("(draft-)?([1-9][0-9]{0,8})");

    private final Versions versions;
    private final ContractsInForce contracts;
    private final Drafts drafts;

    Comparison(Versions versions, ContractsInForce contracts, Drafts drafts) {
        this.versions = versions;
        this.contracts = contracts;
        this.drafts = drafts;
    }

    /** Line by line; empty just when both mean the same. Each is a version's number or {@code draft-} and a number. */
    public List<String> between(String from, String to) {
        return ContractDiff.between(contract("from", from), contract("to", to));
    }

    private Contract contract(String parameter, String named) {
        Matcher matcher = NAMED.matcher(named);
        if (!matcher.matches()) {
            throw new ProblemException(
                    Problem.PARAMETER,
                    "the parameter " + parameter + " is not right",
                    List.of(new Fault(parameter, "name a version, as 3, or a draft, as draft-2")));
        }
        int number = Integer.parseInt(matcher.group(2));
        if (matcher.group(1) != null) {
            return Checked.orRefused(drafts.one(number).text());
        }
        return contracts.contract(versions.one(number).number());
    }
}
