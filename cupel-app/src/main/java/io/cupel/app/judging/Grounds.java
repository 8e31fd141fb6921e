package io.cupel.app.judging;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Evidence.Suspect;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a lead has its score and its fit at an instant.
 *
 * @param judgement of what is known now about up to then, in the order in which it occurred
 * @param fromExport ids of events that were made of dated columns of an export
 * @param suspects events up to then that count for nothing, oldest first
 */
public record Grounds(
        Contract contract,
        Judgement judgement,
        Explanation explanation,
        Set<String> fromExport,
        List<Suspect> suspects) {
    static Grounds of(Contract contract, Evidence evidence, long at) {
        Judge judge = Judge.of(contract);
        return new Grounds(
                contract,
                judge.judge(evidence, at),
                judge.explain(evidence, at),
                evidence.events().stream()
                        .filter(Event::fromExport)
                        .map(Event::id)
                        .collect(Collectors.toUnmodifiableSet()),
                evidence.suspects().stream()
                        .filter(each -> each.event().at() <= at)
                        .toList());
    }
}
