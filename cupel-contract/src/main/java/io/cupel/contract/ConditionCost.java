package io.cupel.contract;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;

/** Counts the steps that asking a condition once can take at most. */
final class ConditionCost {
    /** Entries reckoned for a list whose length the contract does not know, such as {@code company.tech}. */
    private static final long UNKNOWN_LENGTH = 100;

    private final Map<String, List<Object>> lists;

    /** Of a list that could be any. */
    private final long longest;

    ConditionCost(Map<String, List<Object>> lists) {
        this.lists = lists;
        this.longest = Math.max(
                UNKNOWN_LENGTH,
                lists.values().stream().mapToLong(List::size).max().orElse(0));
    }

    /** At most {@link Limits#CONDITION_COST_MAX} + 1, so that nothing overflows. */
    long of(CelExpr expr) {
        return switch (expr.getKind()) {
            case COMPREHENSION -> {
                var each = expr.comprehension();
                long turn = plus(of(each.loopCondition()), of(each.loopStep()));
                long turns = bounded(turn * length(each.iterRange()));
                yield plus(plus(of(each.iterRange()), turns), plus(of(each.accuInit()), of(each.result())));
            }
            case CALL -> {
                long cost = 1;
                for (CelExpr operand : ExprParts.operands(expr.call())) {
                    // A call may have to go through each of its lists.
                    cost = plus(cost, plus(of(operand), isList(operand) ? length(operand) : 0));
                }
                yield cost;
            }
            case SELECT, LIST, MAP, STRUCT, CONSTANT, IDENT, NOT_SET -> {
                long cost = 1;
                for (CelExpr part : ExprParts.of(expr)) {
                    cost = plus(cost, of(part));
                }
                yield cost;
            }
        };
    }

    private static boolean isList(CelExpr expr) {
        return FactPaths.list(expr) != null;
    }

    private long length(CelExpr expr) {
        String list = FactPaths.list(expr);
        if (list != null) {
            return lists.getOrDefault(list, List.of()).size();
        }
        if (FactPaths.fact(expr) != null) {
            return UNKNOWN_LENGTH;
        }
        return switch (expr.getKind()) {
            case LIST -> expr.list().elements().size();
            case CALL -> {
                // Lists can be added, or chosen between.
                long length = 0;
                for (CelExpr operand : ExprParts.operands(expr.call())) {
                    length = plus(length, length(operand));
                }
                yield length;
            }
            case SELECT, COMPREHENSION, MAP, STRUCT, CONSTANT, IDENT, NOT_SET -> longest;
        };
    }

    private static long plus(long a, long b) {
        return bounded(a + b);
    }

    private static long bounded(long cost) {
        return Math.min(cost, Limits.CONDITION_COST_MAX + 1);
    }
}
