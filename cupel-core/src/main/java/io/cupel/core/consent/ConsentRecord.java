package io.cupel.core.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one person agreed to over time. Computed from all that was said, in whatever order it was heard. Immutable.
 *
 * <p>For each purpose the newest word holds, with one exception: what a browser tells may withhold, and give where
 * nothing was said or a browser had withheld; it gives nothing that anybody else withheld.
 */
public final class ConsentRecord {
    /** Of nobody who said anything. */
    public static final ConsentRecord EMPTY = new ConsentRecord(Map.of());

    private final Map<Purpose, List<Step>> steps;

    /**
     * From an instant on a word holds.
     *
     * @param from in milliseconds since 1970 UTC; later than the word itself where, of several leads that are one,
     *     another's was the stricter until then
     */
    public record Step(long from, ConsentWord word) {}

    private ConsentRecord(Map<Purpose, List<Step>> steps) {
        this.steps = steps;
    }

    /** The record of what was said of one lead. */
    public static ConsentRecord of(Collection<ConsentWord> words) {
        Map<Purpose, Fold> folds = new EnumMap<>(Purpose.class);
        words.stream()
                .sorted(ConsentWord.ORDER)
                .forEach(word -> folds.computeIfAbsent(word.said().purpose(), purpose -> new Fold())
                        .take(word));
        Map<Purpose, List<Step>> steps = new EnumMap<>(Purpose.class);
        folds.forEach((purpose, fold) -> steps.put(purpose, List.copyOf(fold.steps)));
        return new ConsentRecord(steps);
    }

    /** What was said about one purpose, taken in word by word in its order. */
    private static final class Fold {
        private final List<Step> steps = new ArrayList<>();
        private @Nullable ConsentWord holding;
        /** Whether the newest word of others than browsers withholds. */
        private boolean isBarred;

        private void take(ConsentWord word) {
            if (counts(word, holding)) {
                steps.add(new Step(word.at(), word));
                holding = word;
            }
            isBarred = word.teller().isBelieved() ? !word.said().isGiven() : isBarred;
        }

        private boolean counts(ConsentWord word, @Nullable ConsentWord before) {
            if (word.teller().isBelieved()) {
                return before == null || !word.repeats(before);
            }
            boolean isOther =
                    before == null || before.said().isGiven() != word.said().isGiven();
            return isOther && !(word.said().isGiven() && isBarred);
        }
    }

    /**
     * The record of leads that are one: at each instant the strictest of theirs. Withheld is stricter than given, and
     * given than unknown; of several that say the same the one that was said first is shown.
     */
    public static ConsentRecord strictest(Collection<ConsentRecord> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        Map<Purpose, List<Step>> all = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            TreeSet<Long> instants = new TreeSet<>();
            parts.forEach(part -> part.steps(purpose).forEach(step -> instants.add(step.from())));
            List<Step> steps = new ArrayList<>();
            ConsentWord holding = null;
            for (long instant : instants) {
                ConsentWord strictest = parts.stream()
                        .flatMap(part -> part.at(purpose, instant).stream())
                        .min(STRICTEST)
                        .orElseThrow();
                if (!strictest.equals(holding)) {
                    steps.add(new Step(instant, strictest));
                    holding = strictest;
                }
            }
            if (!steps.isEmpty()) {
                all.put(purpose, List.copyOf(steps));
            }
        }
        return new ConsentRecord(all);
    }

    private static final Comparator<ConsentWord> STRICTEST =
            Comparator.comparing((ConsentWord word) -> word.said().isGiven()).thenComparing(ConsentWord.ORDER);

    /** The words that held, one after the other; empty where nothing was said. */
    public List<Step> steps(Purpose purpose) {
        return Objects.requireNonNullElse(steps.get(purpose), List.of());
    }

    /** The word that holds at an instant, in milliseconds since 1970 UTC; empty where nothing was said by then. */
    public Optional<ConsentWord> at(Purpose purpose, long instant) {
        ConsentWord holding = null;
        for (Step step : steps(purpose)) {
            if (step.from() > instant) {
                break;
            }
            holding = step.word();
        }
        return Optional.ofNullable(holding);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentRecord record && steps.equals(record.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
