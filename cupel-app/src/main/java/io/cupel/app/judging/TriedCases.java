package io.cupel.app.judging;

import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.LeadCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cases as they are kept, to try something on them: they are never written. */
final class TriedCases implements Docket.Cases {
    private final CaseTable table;
    private final Turning turning;
    private final Map<Long, LeadCase> cases = new HashMap<>();

    TriedCases(CaseTable table, Turning turning) {
        this.table = table;
        this.turning = turning;
    }

    @Override
    public LeadCase of(long number) {
        return cases.computeIfAbsent(number, each -> {
            var kept = table.find(List.of(each));
            return kept.isEmpty()
                    ? turning.judge(turning.last()).open((long) each)
                    : Objects.requireNonNull(
                                    turning.turned(kept, turning.last()).get(each))
                            .lead();
        });
    }

    @Override
    public LeadCase close(long number, long into) {
        return of(number);
    }

    @Override
    public void drop(long whole) {
        cases.remove(whole);
    }
}
