package io.cupel.contract;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The direct parts of an expression, and the same expression with other parts. */
final class ExprParts {
    private ExprParts() {}

    static List<CelExpr> of(CelExpr expr) {
        return switch (expr.getKind()) {
            case SELECT -> List.of(expr.select().operand());
            case CALL -> operands(expr.call());
            case LIST -> expr.list().elements();
            case COMPREHENSION -> {
                CelComprehension each = expr.comprehension();
                yield List.of(each.iterRange(), each.accuInit(), each.loopCondition(), each.loopStep(), each.result());
            }
            case MAP -> {
                List<CelExpr> parts = new ArrayList<>();
                expr.map().entries().forEach(entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                });
                yield parts;
            }
            case STRUCT ->
                expr.struct().entries().stream()
                        .map(CelExpr.CelStruct.Entry::value)
                        .toList();
            case CONSTANT, IDENT, NOT_SET -> List.of();
        };
    }

    /** What a call works on: its target first, if it has one. */
    static List<CelExpr> operands(CelCall call) {
        List<CelExpr> operands = new ArrayList<>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        return operands;
    }

    /** The expression with each direct part replaced. Struct and map literals, which conditions cannot have, stay. */
    static CelExpr with(CelExpr expr, UnaryOperator<CelExpr> change) {
        return switch (expr.getKind()) {
            case SELECT ->
                CelExpr.ofSelect(
                        expr.id(),
                        change.apply(expr.select().operand()),
                        expr.select().field(),
                        expr.select().testOnly());
            case CALL -> {
                CelCall call = expr.call();
                CelCall.Builder changed = call.toBuilder().clearArgs();
                call.target().ifPresent(target -> changed.setTarget(change.apply(target)));
                call.args().forEach(arg -> changed.addArgs(change.apply(arg)));
                yield expr.toBuilder().setCall(changed.build()).build();
            }
            case LIST -> {
                CelExpr.CelList.Builder changed = CelExpr.CelList.newBuilder();
                expr.list().elements().forEach(element -> changed.addElements(change.apply(element)));
                yield expr.toBuilder().setList(changed.build()).build();
            }
            case COMPREHENSION -> {
                CelComprehension each = expr.comprehension();
                yield expr.toBuilder()
                        .setComprehension(each.toBuilder()
                                .setIterRange(change.apply(each.iterRange()))
                                .setAccuInit(change.apply(each.accuInit()))
                                .setLoopCondition(change.apply(each.loopCondition()))
                                .setLoopStep(change.apply(each.loopStep()))
                                .setResult(change.apply(each.result()))
                                .build())
                        .build();
            }
            case CONSTANT, IDENT, MAP, STRUCT, NOT_SET -> expr;
        };
    }
}
