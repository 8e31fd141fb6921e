package io.cupel.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.cupel.contract.Slot.Expected;
import io.cupel.core.contract.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a checked condition apart into clauses and plans its atoms. */
final class ClauseCompiler {
    private final CelRuntime runtime;
    private final CelAbstractSyntaxTree ast;
    private final Map<String, List<Object>> lists;

    ClauseCompiler(CelRuntime runtime, CelAbstractSyntaxTree ast, Map<String, List<Object>> lists) {
        this.runtime = runtime;
        this.ast = ast;
        this.lists = lists;
    }

    Clause compile() {
        return clause(ast.getExpr());
    }

    private Clause clause(CelExpr expr) {
        if (expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return new Clause.Constant(expr.constant().booleanValue() ? Truth.TRUE : Truth.FALSE);
        }
        if (expr.getKind() != Kind.CALL) {
            return new AtomCompiler().atom(expr);
        }
        List<CelExpr> args = expr.call().args();
        return switch (expr.call().function()) {
            case "_&&_" -> junction(expr, Truth.FALSE);
            case "_||_" -> junction(expr, Truth.TRUE);
            case "!_" -> new Clause.Not(clause(args.get(0)));
            case "_?_:_" -> new Clause.Choice(clause(args.get(0)), clause(args.get(1)), clause(args.get(2)));
            default -> new AtomCompiler().atom(expr);
        };
    }

    private Clause junction(CelExpr expr, Truth decisive) {
        List<Clause> parts = new ArrayList<>();
        for (CelExpr arg : expr.call().args()) {
            Clause part = clause(arg);
            if (part instanceof Clause.Junction same && same.decisive() == decisive) {
                parts.addAll(same.parts());
            } else {
                parts.add(part);
            }
        }
        return new Clause.Junction(List.copyOf(parts), decisive);
    }

    /** Makes one atom: each fact and each list becomes a variable, and the rest is left to the CEL library. */
    private final class AtomCompiler {
        private final Map<String, Slot> slots = new LinkedHashMap<>();
        private final Map<String, Optional<Object>> variables = new HashMap<>();
        private final Map<Long, CelReference> references = new HashMap<>(ast.getReferenceMap());
        private boolean isStrict = true;

        Atom atom(CelExpr expr) {
            CelExpr rewritten = rewrite(expr, null);
            CelAbstractSyntaxTree part =
                    CelAbstractSyntaxTree.newCheckedAst(rewritten, ast.getSource(), references, ast.getTypeMap());
            try {
                return new Atom(
                        runtime.createProgram(part), List.copyOf(slots.values()), Map.copyOf(variables), isStrict);
            } catch (CelEvaluationException e) {
                throw new IllegalStateException("a checked condition cannot be planned", e);
            }
        }

        private CelExpr rewrite(CelExpr expr, @Nullable CelExpr parent) {
            String fact = FactPaths.fact(expr);
            String list = FactPaths.list(expr);
            if (fact != null) {
                return variable(expr, slot(fact, expr, parent).variable());
            }
            if (list != null) {
                String name = "l" + variables.size();
                variables.put(name, Optional.of(lists.getOrDefault(list, List.of())));
                return variable(expr, name);
            }
            boolean isLenient = expr.getKind() == Kind.CALL
                    && List.of("_&&_", "_||_", "_?_:_").contains(expr.call().function());
            isStrict &= expr.getKind() != Kind.COMPREHENSION && !isLenient;
            return ExprParts.with(expr, part -> rewrite(part, expr));
        }

        private CelExpr variable(CelExpr expr, String name) {
            references.put(expr.id(), CelReference.newBuilder().setName(name).build());
            return CelExpr.ofIdent(expr.id(), name);
        }

        private Slot slot(String fact, CelExpr expr, @Nullable CelExpr parent) {
            Expected expected = expected(expr, parent);
            // A property that is compared with a number in one place and a text in another has a slot for each.
            return slots.computeIfAbsent(fact + ' ' + expected, key -> Slot.of("f" + slots.size(), fact, expected));
        }

        private Expected expected(CelExpr expr, @Nullable CelExpr parent) {
            CelType type = type(expr);
            if (type.kind() != CelKind.DYN) {
                return expected(type, Expected.WHOLE, Expected.DECIMAL);
            }
            if (parent == null || parent.getKind() != Kind.CALL) {
                return Expected.ANYTHING;
            }
            List<CelExpr> args = parent.call().args();
            if (ConditionReads.EQUALITIES.contains(parent.call().function())) {
                CelExpr other = args.get(0).id() == expr.id() ? args.get(1) : args.get(0);
                return expected(type(other), Expected.NUMBER, Expected.NUMBER);
            }
            boolean isEntry = parent.call().function().equals(ConditionReads.IN)
                    && args.get(0).id() == expr.id();
            return isEntry && type(args.get(1)) instanceof ListType list
                    ? expected(list.elemType(), Expected.NUMBER, Expected.NUMBER)
                    : Expected.ANYTHING;
        }

        private Expected expected(CelType type, Expected whole, Expected decimal) {
            return switch (type.kind()) {
                case STRING -> Expected.TEXT;
                case BOOL -> Expected.TRUTH;
                case INT -> whole;
                case DOUBLE -> decimal;
                case TIMESTAMP -> Expected.TIME;
                case LIST -> Expected.LIST;
                default -> Expected.ANYTHING;
            };
        }

        private CelType type(CelExpr expr) {
            return ast.getType(expr.id()).orElse(SimpleType.DYN);
        }
    }
}
