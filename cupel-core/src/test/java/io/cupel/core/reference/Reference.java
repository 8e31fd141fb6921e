package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judgement;
import java.util.Map;

/** The judgement of a lead, plain and slow: every question reads the whole evidence again. Its profile is empty. */
public final class Reference {
    private final Contract contract;
    private final Evidence evidence;

    public Reference(Contract contract, Evidence evidence) {
        this.contract = contract;
        this.evidence = evidence;
    }

    public Judgement judge(long asOf) {
        ReferenceWalk walk = new ReferenceWalk(contract, evidence, asOf);
        ReferenceScores scores = new ReferenceScores(contract, evidence);
        return new Judgement(
                evidence.lead(),
                asOf,
                walk.stage,
                walk.sinceShown(),
                walk.opened.size(),
                walk.inHandTier(asOf),
                scores.score(Moment.at(asOf)),
                walk.fit(asOf),
                new Judgement.Exclusions(walk.exclusion(asOf), walk.unknownExclusions(asOf)),
                walk.held(asOf),
                null,
                walk.obstacles(asOf),
                walk.alsoHolds(asOf),
                scores.reasons(Moment.at(asOf)),
                walk.transitions,
                Map.of());
    }
}
