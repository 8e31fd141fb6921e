package io.cupel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rounds gave for one thing: told by its median, with the least and the most. */
final class Spread {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** Forgets the rounds so far, which warmed up. */
    void clear() {
        values.clear();
    }

    double median() {
        return share(0.5);
    }

    /** The value that this share of all is not above: 0.99 for the 99th percentile. */
    double share(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    /** Every value times this. */
    Spread scaled(double factor) {
        Spread scaled = new Spread();
        values.forEach(value -> scaled.add(factor * value));
        return scaled;
    }

    /** How many of something a second, where the values are the seconds that all of it took. */
    Spread inverse(long units) {
        Spread inverse = new Spread();
        values.forEach(value -> inverse.add(units / value));
        return inverse;
    }

    /** This one over the other, round by round. */
    Spread over(Spread other) {
        Spread ratios = new Spread();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios;
    }

    /** @param form of each number, as {@code %.1f} */
    String text(String form) {
        return String.format(Locale.ROOT, form + " [" + form + "–" + form + "]", median(), share(0), share(1));
    }
}
