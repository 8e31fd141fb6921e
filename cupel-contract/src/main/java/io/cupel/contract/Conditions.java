package io.cupel.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.cupel.core.contract.Condition;
import io.cupel.core.evidence.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the conditions of one kind in one contract and makes them ready to ask. */
final class Conditions {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(Limits.CONDITION_MAX)
            .maxParseRecursionDepth(Limits.CONDITION_DEPTH_MAX)
            .maxParseErrorRecoveryLimit(1)
            .maxRegexProgramSize(Limits.PATTERN_PROGRAM_MAX)
            .comprehensionMaxIterations((int) Limits.CONDITION_COST_MAX)
            .populateMacroCalls(false)
            .build();

    private final ConditionScope scope;
    private final Findings findings;
    private final CelCompiler compiler;
    private final UsedLists used;
    private final Map<String, List<Object>> lists;

    Conditions(ConditionScope scope, Map<String, List<Object>> lists, UsedLists used, Findings findings) {
        this.lists = lists;
        this.scope = scope;
        this.used = used;
        this.findings = findings;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(scope)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
                .addFunctionDeclarations(textFunction("like"), textFunction("words"));
        scope.structs().forEach(builder::addVar);
        this.compiler = builder.build();
    }

    /** The condition that the value of a key is; null where it is at fault. */
    @Nullable
    Condition compile(Scalar scalar) {
        String written = scalar.value();
        int length = written.codePointCount(0, written.length());
        if (length > Limits.CONDITION_MAX) {
            findings.add(
                    Code.CONDITION_TOO_LONG,
                    scalar.place(),
                    "the condition has " + length + " characters; " + Limits.CONDITION_MAX + " are allowed");
            return null;
        }
        CelAbstractSyntaxTree ast = check(scalar);
        return ast == null ? null : condition(scalar, ast);
    }

    private @Nullable CelAbstractSyntaxTree check(Scalar scalar) {
        CelIssues issues = new CelIssues(scope, scalar, findings);
        CelValidationResult parsed = compiler.parse(scalar.value());
        if (parsed.hasError()) {
            issues.report(parsed.getErrors(), true);
            return null;
        }
        try {
            CelValidationResult checked = compiler.check(parsed.getAst());
            if (checked.hasError()) {
                issues.report(checked.getErrors(), false);
                return null;
            }
            return checked.getAst();
        } catch (CelValidationException e) {
            issues.report(e.getErrors(), true);
            return null;
        }
    }

    private @Nullable Condition condition(Scalar scalar, CelAbstractSyntaxTree ast) {
        ConditionText text = new ConditionText(scalar, findings.source());
        Findings own = new Findings(findings.source());
        new ConditionRules(ast, text, own).check();
        if (ast.getResultType().kind() != CelKind.BOOL && ast.getResultType().kind() != CelKind.DYN) {
            own.add(
                    Code.CONDITION_NO_ANSWER,
                    scalar.place(),
                    "a condition is true or false; this is a "
                            + CelIssues.types(ast.getResultType().name()));
        }
        if (new ConditionCost(lists).of(ast.getExpr()) > Limits.CONDITION_COST_MAX) {
            own.add(
                    Code.CONDITION_COST,
                    scalar.place(),
                    "asking this could take more than " + Limits.CONDITION_COST_MAX
                            + " steps; shorten its lists or do not nest exists and all");
        }
        findings.addAll(own);
        used.note(ast.getExpr());
        if (own.hasFaults()) {
            return null;
        }
        return new CelCondition(
                scalar.value().strip(),
                ConditionReads.of(ast.getExpr(), lists),
                new ClauseCompiler(Shared.RUNTIME, ast, lists).compile());
    }

    private static CelFunctionDecl textFunction(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newMemberOverload(
                        name + "_list", SimpleType.BOOL, SimpleType.STRING, ListType.create(SimpleType.STRING)),
                CelOverloadDecl.newMemberOverload(
                        name + "_text", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING));
    }

    /** Holds no contract, so one is enough; made when the first condition is. */
    private static final class Shared {
        static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "like",
                        CelFunctionBinding.from(
                                "like_list", String.class, List.class, (text, list) -> Words.like(text, texts(list))),
                        CelFunctionBinding.from(
                                "like_text",
                                String.class,
                                String.class,
                                (text, one) -> Words.like(text, List.of(one)))))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "words",
                        CelFunctionBinding.from(
                                "words_list", String.class, List.class, (text, list) -> Words.words(text, texts(list))),
                        CelFunctionBinding.from(
                                "words_text",
                                String.class,
                                String.class,
                                (text, one) -> Words.words(text, List.of(one)))))
                .build();

        private static List<String> texts(List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
    }
}
