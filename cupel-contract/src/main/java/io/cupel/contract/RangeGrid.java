package io.cupel.contract;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Truth;
import io.cupel.core.evidence.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values for which a condition has to be asked where facts are known only as ranges. A number that is compared with
 * constants alone gets the same answer everywhere between two of them; so the ends, the constants inside and their
 * neighbours stand for all.
 */
final class RangeGrid {
    private final List<String> paths = new ArrayList<>();
    private final List<List<Long>> values = new ArrayList<>();
    /** What does not vary: ranges of one number, and null for those whose every number could matter. */
    private final Map<String, @Nullable Object> fixed = new HashMap<>();

    private RangeGrid() {}

    static RangeGrid of(Map<Read, Range> ranges) {
        RangeGrid grid = new RangeGrid();
        int combinations = 1;
        for (Map.Entry<Read, Range> each : ranges.entrySet()) {
            String path = each.getKey().path();
            Range range = each.getValue();
            List<BigDecimal> cuts = each.getKey().cuts();
            if (range.low() == range.high()) {
                grid.fixed.put(path, range.low());
                continue;
            }
            List<Long> values = cuts == null ? List.of() : values(range, cuts);
            if (values.isEmpty() || (long) combinations * values.size() > Limits.RANGE_COMBINATIONS_MAX) {
                grid.fixed.put(path, null);
                continue;
            }
            combinations *= values.size();
            grid.paths.add(path);
            grid.values.add(values);
        }
        return grid;
    }

    /** The one answer that all values give; unknown where they differ, naming the ranges on which it depends. */
    Answer ask(Function<Map<String, @Nullable Object>, Answer> condition) {
        int combinations = values.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        Answer[] answers = new Answer[combinations];
        Map<String, @Nullable Object> instead = new HashMap<>(fixed);
        TreeSet<String> missing = new TreeSet<>();
        boolean same = true;
        for (int i = 0; i < combinations; i++) {
            int rest = i;
            for (int d = 0; d < paths.size(); d++) {
                List<Long> line = values.get(d);
                instead.put(paths.get(d), line.get(rest % line.size()));
                rest /= line.size();
            }
            answers[i] = condition.apply(instead);
            missing.addAll(answers[i].missing());
            same &= answers[i].truth() == answers[0].truth();
        }
        if (same && answers[0].truth() != Truth.UNKNOWN) {
            return answers[0];
        }
        missing.addAll(deciding(answers));
        return Answer.unknown(missing);
    }

    /** The ranges along which alone the answer changes somewhere. */
    private List<String> deciding(Answer[] answers) {
        List<String> deciding = new ArrayList<>();
        int stride = 1;
        for (int d = 0; d < paths.size(); d++) {
            int size = values.get(d).size();
            for (int i = 0; i < answers.length; i++) {
                int first = i - i / stride % size * stride;
                if (answers[i].truth() != answers[first].truth()) {
                    deciding.add(paths.get(d));
                    break;
                }
            }
            stride *= size;
        }
        return deciding;
    }

    private static List<Long> values(Range range, List<BigDecimal> cuts) {
        TreeSet<Long> values = new TreeSet<>(List.of(range.low(), range.high()));
        BigDecimal low = BigDecimal.valueOf(range.low());
        BigDecimal high = BigDecimal.valueOf(range.high());
        for (BigDecimal cut : cuts) {
            BigDecimal floor = cut.setScale(0, RoundingMode.FLOOR);
            for (int step = -1; step <= 2; step++) {
                BigDecimal value = floor.add(BigDecimal.valueOf(step));
                if (value.compareTo(low) >= 0 && value.compareTo(high) <= 0) {
                    values.add(value.longValueExact());
                }
            }
        }
        return List.copyOf(values);
    }
}
