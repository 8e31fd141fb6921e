package io.cupel.contract;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises facts, lists and constants in the tree of a condition. */
final class FactPaths {
    static final String INDEX = "_[_]";
    private static final String NEGATE = "-_";

    private static final Set<String> STRUCTS =
            Set.of(ConditionScope.LEAD, ConditionScope.COMPANY, ConditionScope.EVENT, ConditionScope.LISTS);

    private FactPaths() {}

    /** The path, such as {@code event.properties.seconds}, if the expression is a single fact. */
    static @Nullable String fact(CelExpr expr) {
        CelExpr from = operand(expr);
        String field = from == null ? null : field(expr);
        if (from == null || field == null) {
            return null;
        }
        if (from.getKind() == Kind.IDENT) {
            String name = from.ident().name();
            boolean isMap = isMap(expr);
            boolean isStruct = STRUCTS.contains(name) && !name.equals(ConditionScope.LISTS);
            return isStruct && !isMap ? name + "." + field : null;
        }
        return isMap(from) ? ConditionScope.EVENT + "." + from.select().field() + "." + field : null;
    }

    /** The name of a list of the contract, if the expression is one. */
    static @Nullable String list(CelExpr expr) {
        boolean isList = expr.getKind() == Kind.SELECT && isIdent(expr.select().operand(), ConditionScope.LISTS);
        return isList ? expr.select().field() : null;
    }

    /** Whether it is {@code event.properties} or {@code event.campaign}, the maps of an event. */
    static boolean isMap(CelExpr expr) {
        return expr.getKind() == Kind.SELECT
                && isIdent(expr.select().operand(), ConditionScope.EVENT)
                && (expr.select().field().equals(ConditionScope.PROPERTIES)
                        || expr.select().field().equals(ConditionScope.CAMPAIGN));
    }

    static boolean isStruct(String name) {
        return STRUCTS.contains(name);
    }

    /** The number, if the expression is a constant one. */
    static @Nullable BigDecimal number(CelExpr expr) {
        if (expr.getKind() == Kind.CALL
                && expr.call().function().equals(NEGATE)
                && expr.call().args().size() == 1) {
            BigDecimal number = number(expr.call().args().get(0));
            return number == null ? null : number.negate();
        }
        if (expr.getKind() != Kind.CONSTANT) {
            return null;
        }
        CelConstant constant = expr.constant();
        if (constant.getKind() == CelConstant.Kind.INT64_VALUE) {
            return BigDecimal.valueOf(constant.int64Value());
        }
        boolean isDecimal =
                constant.getKind() == CelConstant.Kind.DOUBLE_VALUE && Double.isFinite(constant.doubleValue());
        return isDecimal ? BigDecimal.valueOf(constant.doubleValue()) : null;
    }

    /** The text, if the expression is a constant one. */
    static @Nullable String text(CelExpr expr) {
        boolean isText = expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return isText ? expr.constant().stringValue() : null;
    }

    private static @Nullable CelExpr operand(CelExpr expr) {
        if (expr.getKind() == Kind.SELECT) {
            return expr.select().operand();
        }
        boolean isIndex = expr.getKind() == Kind.CALL && expr.call().function().equals(INDEX);
        return isIndex && isMap(expr.call().args().get(0)) ? expr.call().args().get(0) : null;
    }

    private static @Nullable String field(CelExpr expr) {
        return expr.getKind() == Kind.SELECT
                ? expr.select().field()
                : text(expr.call().args().get(1));
    }

    private static boolean isIdent(CelExpr expr, String name) {
        return expr.getKind() == Kind.IDENT && expr.ident().name().equals(name);
    }
}
