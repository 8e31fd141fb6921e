package io.cupel.contract;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.cupel.core.contract.Read;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of a condition, and the numbers that each is compared with if it is used in no other way. */
final class ConditionReads {
    static final String IN = "@in";
    static final Set<String> EQUALITIES = Set.of("_==_", "_!=_");
    private static final Set<String> COMPARISONS = Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");

    private final Map<String, List<Object>> lists;
    /** By path; null once a fact was used otherwise. */
    private final Map<String, @Nullable List<BigDecimal>> cuts = new LinkedHashMap<>();

    private ConditionReads(Map<String, List<Object>> lists) {
        this.lists = lists;
    }

    static List<Read> of(CelExpr expr, Map<String, List<Object>> lists) {
        ConditionReads reads = new ConditionReads(lists);
        reads.walk(expr);
        List<Read> found = new ArrayList<>();
        reads.cuts.forEach((path, numbers) -> found.add(new Read(path, numbers)));
        return List.copyOf(found);
    }

    private void walk(CelExpr expr) {
        String fact = FactPaths.fact(expr);
        if (fact != null) {
            cuts.put(fact, null);
        } else if (!isComparedFact(expr)) {
            ExprParts.of(expr).forEach(this::walk);
        }
    }

    /** Whether the expression compares a single fact with constant numbers; if so, they are noted. */
    private boolean isComparedFact(CelExpr expr) {
        if (expr.getKind() != Kind.CALL || expr.call().args().size() != 2) {
            return false;
        }
        CelExpr left = expr.call().args().get(0);
        CelExpr right = expr.call().args().get(1);
        if (COMPARISONS.contains(expr.call().function())) {
            return note(left, number(right)) || note(right, number(left));
        }
        return expr.call().function().equals(IN) && note(left, numbers(right));
    }

    private boolean note(CelExpr expr, @Nullable List<BigDecimal> numbers) {
        String fact = numbers == null ? null : FactPaths.fact(expr);
        if (fact == null || numbers == null) {
            return false;
        }
        List<BigDecimal> known = cuts.containsKey(fact) ? cuts.get(fact) : new ArrayList<>();
        if (known != null) {
            known.addAll(numbers);
        }
        cuts.put(fact, known);
        return true;
    }

    private static @Nullable List<BigDecimal> number(CelExpr expr) {
        BigDecimal number = FactPaths.number(expr);
        return number == null ? null : List.of(number);
    }

    private @Nullable List<BigDecimal> numbers(CelExpr expr) {
        String list = FactPaths.list(expr);
        List<BigDecimal> numbers = new ArrayList<>();
        if (list != null) {
            for (Object entry : lists.getOrDefault(list, List.of())) {
                if (!(entry instanceof Number number)) {
                    return null;
                }
                numbers.add(new BigDecimal(number.toString()));
            }
            return numbers;
        }
        for (CelExpr element : expr.getKind() == Kind.LIST ? expr.list().elements() : List.<CelExpr>of()) {
            BigDecimal number = FactPaths.number(element);
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        return expr.getKind() == Kind.LIST ? numbers : null;
    }
}
