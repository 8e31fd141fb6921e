package io.cupel.contract;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Truth;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition that the CEL library checked. */
final class CelCondition implements Condition {
    private final String text;
    private final List<Read> reads;
    private final Clause clause;

    CelCondition(String text, List<Read> reads, Clause clause) {
        this.text = text;
        this.reads = reads;
        this.clause = clause;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<Read> reads() {
        return reads;
    }

    @Override
    public Answer ask(Facts facts) {
        Map<Read, Range> ranges = null;
        for (Read read : reads) {
            if (facts.value(read.path()) instanceof Range range) {
                ranges = ranges == null ? new LinkedHashMap<>() : ranges;
                ranges.put(read, range);
            }
        }
        return ranges == null ? ask(facts, Map.of()) : RangeGrid.of(ranges).ask(instead -> ask(facts, instead));
    }

    private Answer ask(Facts facts, Map<String, @Nullable Object> instead) {
        Asking asking = new Asking(facts, instead);
        Truth truth = clause.ask(asking);
        return truth == Truth.UNKNOWN ? Answer.unknown(asking.missing()) : Answer.of(truth == Truth.TRUE);
    }

    @Override
    public String toString() {
        return text;
    }
}
