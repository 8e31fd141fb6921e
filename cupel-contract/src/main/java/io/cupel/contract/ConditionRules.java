package io.cupel.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a condition may not say although CEL could: the rules that keep its answer a matter of named facts. */
final class ConditionRules {
    static final Set<String> FUNCTION_NAMES = Set.of(
            "like",
            "words",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "size",
            "exists",
            "exists_one",
            "all",
            "int",
            "double",
            "string",
            "timestamp",
            "duration");
    private static final Set<String> OPERATORS = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "_?_:_",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "@in",
            "_+_",
            "_-_",
            "_*_",
            "_/_",
            "_%_",
            "-_",
            "_[_]",
            "@not_strictly_false");
    private static final Set<String> CALENDAR = Set.of(
            "getFullYear",
            "getMonth",
            "getDate",
            "getDayOfMonth",
            "getDayOfWeek",
            "getDayOfYear",
            "getHours",
            "getMinutes",
            "getSeconds");
    private static final Set<String> EXACT_PATHS = Set.of("lead.title", "company.industry");

    private final CelAbstractSyntaxTree ast;
    private final ConditionText text;
    private final Findings findings;

    ConditionRules(CelAbstractSyntaxTree ast, ConditionText text, Findings findings) {
        this.ast = ast;
        this.text = text;
        this.findings = findings;
    }

    void check() {
        check(ast.getExpr());
    }

    private void check(CelExpr expr) {
        if (FactPaths.fact(expr) != null || FactPaths.list(expr) != null) {
            return;
        }
        switch (expr.getKind()) {
            case IDENT -> checkIdent(expr);
            case CALL -> checkCall(expr);
            case COMPREHENSION -> checkVariable(expr);
            case CONSTANT -> checkConstant(expr);
            case SELECT -> {
                if (FactPaths.isMap(expr)) {
                    add(
                            Code.CONDITION_DYNAMIC,
                            expr,
                            "an event's " + expr.select().field()
                                    + " are asked one by one, by their name, such as event."
                                    + expr.select().field() + ".plan or event."
                                    + expr.select().field() + "[\"plan\"]");
                    return;
                }
            }
            case MAP, STRUCT, NOT_SET -> add(Code.CONDITION_FUNCTION, expr, "conditions have no { }");
            case LIST -> {}
        }
        ExprParts.of(expr).forEach(this::check);
    }

    private void checkIdent(CelExpr expr) {
        if (FactPaths.isStruct(expr.ident().name())) {
            add(
                    Code.CONDITION_DYNAMIC,
                    expr,
                    "'" + expr.ident().name() + "' alone is no value; name one of its fields");
        }
    }

    private void checkVariable(CelExpr expr) {
        String variable = expr.comprehension().iterVar();
        if (FactPaths.isStruct(variable)) {
            add(Code.CONDITION_NAME, expr, "'" + variable + "' has a meaning already; call the entry something else");
        }
    }

    private void checkConstant(CelExpr expr) {
        CelConstant.Kind kind = expr.constant().getKind();
        if (kind == CelConstant.Kind.NULL_VALUE) {
            add(
                    Code.CONDITION_FUNCTION,
                    expr,
                    "there is no null to compare with: what is missing makes a condition unknown by itself");
        } else if (kind == CelConstant.Kind.BYTES_VALUE || kind == CelConstant.Kind.UINT64_VALUE) {
            add(
                    Code.CONDITION_FUNCTION,
                    expr,
                    "conditions have texts, numbers and truths, not bytes or unsigned numbers");
        }
    }

    private void checkCall(CelExpr expr) {
        String function = expr.call().function();
        if (!OPERATORS.contains(function) && !FUNCTION_NAMES.contains(function) && !CALENDAR.contains(function)) {
            add(Code.CONDITION_FUNCTION, expr, "conditions have no '" + function + "'");
        }
        List<CelExpr> args = expr.call().args();
        if (function.equals("matches")) {
            CelExpr pattern = args.get(args.size() - 1);
            String written = FactPaths.text(pattern);
            String fault = written == null ? "the pattern of matches is a text in quotes" : PatternRule.fault(written);
            if (fault != null) {
                add(Code.CONDITION_PATTERN, pattern, fault);
            }
        }
        if (ConditionReads.EQUALITIES.contains(function)) {
            warnOfExactText(expr, args);
        }
    }

    private void warnOfExactText(CelExpr expr, List<CelExpr> args) {
        for (CelExpr arg : args) {
            String path = FactPaths.fact(arg);
            if (path != null && EXACT_PATHS.contains(path)) {
                add(
                        Code.EXACT_TEXT,
                        expr,
                        "'" + CelIssues.operator(expr.call().function()) + "' compares " + path
                                + " letter by letter; use " + path + ".like(...) or " + path + ".words(...)");
            }
        }
    }

    private void add(Code code, CelExpr expr, String message) {
        findings.add(code, place(expr), message);
    }

    private Place place(CelExpr expr) {
        Integer offset = offset(expr);
        return offset == null
                ? text.place(0, 0)
                : ast.getSource()
                        .getOffsetLocation(offset)
                        .map(at -> text.place(at.getLine() - 1, at.getColumn()))
                        .orElseGet(() -> text.place(0, 0));
    }

    private @Nullable Integer offset(CelExpr expr) {
        return ast.getSource().getPositionsMap().get(expr.id());
    }
}
