package io.cupel.core.reference;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Truth;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions in plain Java, with the three answers of the contract's language. */
public final class Conditions {
    private Conditions() {}

    /** The six ways to compare a number with a constant. */
    public enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        OTHER_THAN("!=");

        private final String written;

        Comparison(String written) {
            this.written = written;
        }

        boolean holds(int order) {
            return switch (this) {
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
                case OTHER_THAN -> order != 0;
            };
        }
    }

    private record Written(String text, List<Read> reads, Function<Facts, Answer> asking) implements Condition {
        @Override
        public Answer ask(Facts facts) {
            return asking.apply(facts);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A number compared with a constant: missing and other types are unknown. */
    public static Condition number(String path, Comparison comparison, String constant) {
        BigDecimal cut = new BigDecimal(constant);
        return new Written(
                path + " " + comparison.written + " " + constant, List.of(new Read(path, List.of(cut))), facts -> {
                    Object value = facts.value(path);
                    if (value instanceof Range range) {
                        return ofRange(path, range, comparison, cut);
                    }
                    return value instanceof Number number
                            ? Answer.of(comparison.holds(new BigDecimal(number.toString()).compareTo(cut)))
                            : Answer.unknown(List.of(path));
                });
    }

    /**
     * Decided where every whole number of the range gives one answer: its ends do, and the constant where it lies
     * within.
     */
    private static Answer ofRange(String path, Range range, Comparison comparison, BigDecimal cut) {
        int low = new BigDecimal(range.low()).compareTo(cut);
        int high = new BigDecimal(range.high()).compareTo(cut);
        boolean first = comparison.holds(low);
        boolean across = low < 0 && high > 0 && first != comparison.holds(0);
        return across || first != comparison.holds(high) ? Answer.unknown(List.of(path)) : Answer.of(first);
    }

    public static Condition atLeast(String path, long constant) {
        return number(path, Comparison.AT_LEAST, Long.toString(constant));
    }

    public static Condition atMost(String path, long constant) {
        return number(path, Comparison.AT_MOST, Long.toString(constant));
    }

    public static Condition text(String path, String wanted) {
        return ofText(path, path + " == \"" + wanted + '"', wanted::equals);
    }

    public static Condition prefix(String path, String prefix) {
        return ofText(path, path + ".startsWith(\"" + prefix + "\")", text -> text.startsWith(prefix));
    }

    public static Condition in(String path, String... wanted) {
        List<String> list = List.of(wanted);
        return ofText(path, path + " in " + list, list::contains);
    }

    /** One of the list, without regard to case. */
    public static Condition like(String path, String... wanted) {
        List<String> list =
                Stream.of(wanted).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        return ofText(path, path + ".like(" + list + ")", text -> list.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Condition ofText(String path, String written, Predicate<String> holds) {
        return new Written(
                written,
                List.of(new Read(path, null)),
                facts -> facts.value(path) instanceof String text
                        ? Answer.of(holds.test(text))
                        : Answer.unknown(List.of(path)));
    }

    public static Condition truth(String path) {
        return new Written(
                path,
                List.of(new Read(path, null)),
                facts -> facts.value(path) instanceof Boolean truth ? Answer.of(truth) : Answer.unknown(List.of(path)));
    }

    public static Condition not(Condition condition) {
        return new Written("!(" + condition.text() + ")", condition.reads(), facts -> {
            Answer answer = condition.ask(facts);
            return answer.isUnknown() ? answer : Answer.of(!answer.isTrue());
        });
    }

    /** False where one is false, whatever the others are. */
    public static Condition all(Condition... conditions) {
        return joined(" && ", Truth.FALSE, conditions);
    }

    /** True where one is true, whatever the others are. */
    public static Condition any(Condition... conditions) {
        return joined(" || ", Truth.TRUE, conditions);
    }

    private static Condition joined(String sign, Truth deciding, Condition... conditions) {
        List<String> texts =
                Stream.of(conditions).map(one -> "(" + one.text() + ")").toList();
        return new Written(String.join(sign, texts), reads(conditions), facts -> {
            TreeSet<String> missing = new TreeSet<>();
            boolean unknown = false;
            for (Condition condition : conditions) {
                Answer answer = condition.ask(facts);
                if (answer.truth() == deciding) {
                    return answer;
                }
                unknown |= answer.isUnknown();
                missing.addAll(answer.missing());
            }
            return unknown ? Answer.unknown(missing) : Answer.of(deciding == Truth.FALSE);
        });
    }

    /** Each path once: with the cuts of all that compare it, or none where somebody reads the value itself. */
    private static List<Read> reads(Condition... conditions) {
        Map<String, Read> reads = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            for (Read read : condition.reads()) {
                reads.merge(read.path(), read, (a, b) -> new Read(a.path(), united(a.cuts(), b.cuts())));
            }
        }
        return List.copyOf(reads.values());
    }

    private static @Nullable List<BigDecimal> united(@Nullable List<BigDecimal> a, @Nullable List<BigDecimal> b) {
        if (a == null || b == null) {
            return null;
        }
        List<BigDecimal> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
