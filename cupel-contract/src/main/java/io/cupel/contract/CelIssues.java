package io.cupel.contract;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of a contract what the CEL library objects to. */
final class CelIssues {
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'");
    private static final Pattern NAME_BEFORE = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*$");
    private static final String TOO_DEEP = "recursion limit";
    private static final int SYNTAX_MAX = 160;

    private static final Map<String, String> NOT_OFFERED = Map.of(
            "now", "there is no 'now': a condition says what is, and half-life, window and expires say for how long",
            "has", "there is no 'has': what is missing makes a condition unknown by itself, so ask for the value",
            "map", "there is no 'map'; ask with exists or all, such as company.tech.exists(t, t == \"SAP\")",
            "filter", "there is no 'filter'; ask with exists or all, such as company.tech.exists(t, t == \"SAP\")");

    private final ConditionScope scope;
    private final ConditionText text;
    private final String condition;
    private final Findings findings;

    CelIssues(ConditionScope scope, Scalar scalar, Findings findings) {
        this.scope = scope;
        this.text = new ConditionText(scalar, findings.source());
        this.condition = scalar.value();
        this.findings = findings;
    }

    void report(Collection<CelIssue> issues, boolean isSyntax) {
        if (isSyntax) {
            if (reportSlips()) {
                return;
            }
            // After the first, a parser guesses.
            issues.stream().findFirst().ifPresent(this::reportSyntax);
            return;
        }
        List<CelIssue> rest = new ArrayList<>(issues);
        for (CelIssue issue : issues) {
            Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
            if (undeclared.find() && NOT_OFFERED.containsKey(undeclared.group(1))) {
                add(Code.CONDITION_FUNCTION, issue, 0, NOT_OFFERED.get(undeclared.group(1)));
                // What follows from it is no fault of its own.
                return;
            }
        }
        rest.forEach(this::reportMeaning);
    }

    private boolean reportSlips() {
        List<ConditionSlips.Slip> slips = ConditionSlips.of(condition);
        for (ConditionSlips.Slip slip : slips) {
            String before = condition.substring(0, slip.index());
            int start = before.lastIndexOf('\n') + 1;
            int line = (int) before.chars().filter(letter -> letter == '\n').count();
            Place place = text.place(line, before.codePointCount(start, before.length()));
            findings.add(Code.CONDITION_SYNTAX, place, "not a condition: " + slip.remedy());
        }
        return !slips.isEmpty();
    }

    private void reportSyntax(CelIssue issue) {
        String said = issue.getMessage();
        if (said.contains(TOO_DEEP)) {
            add(
                    Code.CONDITION_COST,
                    issue,
                    0,
                    "the condition is nested deeper than " + Limits.CONDITION_DEPTH_MAX + " levels; make it flatter");
            return;
        }
        int expecting = said.indexOf(" expecting {");
        String shown = expecting < 0 ? said : said.substring(0, expecting);
        add(
                Code.CONDITION_SYNTAX,
                issue,
                0,
                "not a condition: " + shown.substring(0, Math.min(SYNTAX_MAX, shown.length())));
    }

    private void reportMeaning(CelIssue issue) {
        String said = issue.getMessage();
        Matcher field = UNDEFINED_FIELD.matcher(said);
        Matcher undeclared = UNDECLARED.matcher(said);
        Matcher overload = NO_OVERLOAD.matcher(said);
        if (field.find()) {
            reportField(issue, field.group(1));
        } else if (undeclared.find()) {
            reportName(issue, undeclared.group(1));
        } else if (overload.find()) {
            add(
                    Code.CONDITION_TYPE,
                    issue,
                    0,
                    "'" + operator(overload.group(1)) + "' does not go with " + types(overload.group(2)));
        } else {
            add(Code.CONDITION_TYPE, issue, 0, types(said));
        }
    }

    private void reportField(CelIssue issue, String field) {
        Matcher before = NAME_BEFORE.matcher(condition.substring(0, unitsBefore(issue)));
        String path = (before.find() ? before.group() + "." : "") + field;
        add(
                Code.CONDITION_NAME,
                issue,
                1,
                "there is no '" + path + "'" + Nearest.question(path, scope.paths())
                        + (path.startsWith(ConditionScope.EVENT + ".")
                                ? "; what a call's properties tell is event.properties." + field
                                : ""));
    }

    private void reportName(CelIssue issue, String name) {
        String slip = ConditionSlips.WORDS.get(name.toLowerCase(Locale.ROOT));
        if (slip != null) {
            add(Code.CONDITION_NAME, issue, 0, "'" + name + "' is not known here; " + slip);
            return;
        }
        boolean isEventScope = scope.structs().containsKey(ConditionScope.EVENT);
        if (isEventScope && Set.of(ConditionScope.LEAD, ConditionScope.COMPANY).contains(name)) {
            add(
                    Code.CONDITION_SCOPE,
                    issue,
                    0,
                    "whether an event counts does not depend on who did it: '" + name
                            + "' belongs into fit or exclude; a signal knows event and lists");
        } else if (!isEventScope && name.equals(ConditionScope.EVENT)) {
            add(
                    Code.CONDITION_SCOPE,
                    issue,
                    0,
                    "'event' belongs into the when of a signal; here lead, company and lists are known");
        } else {
            TreeSet<String> known = new TreeSet<>(scope.structs().keySet());
            known.addAll(ConditionRules.FUNCTION_NAMES);
            add(Code.CONDITION_NAME, issue, 0, "'" + name + "' is not known here" + Nearest.question(name, known));
        }
    }

    private int unitsBefore(CelIssue issue) {
        int line = 0;
        int at = 0;
        while (line < issue.getSourceLocation().getLine() - 1) {
            int end = condition.indexOf('\n', at);
            if (end < 0) {
                break;
            }
            at = end + 1;
            line++;
        }
        int left = condition.codePointCount(at, condition.length());
        return condition.offsetByCodePoints(
                at, Math.max(0, Math.min(left, issue.getSourceLocation().getColumn())));
    }

    private void add(Code code, CelIssue issue, int shift, String message) {
        int line = Math.max(0, issue.getSourceLocation().getLine() - 1);
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        findings.add(code, text.place(line, column + shift), message);
    }

    /** {@code _>=_} as conditions write it. */
    static String operator(String function) {
        return switch (function) {
            case "_?_:_" -> "? :";
            case FactPaths.INDEX -> "[ ]";
            case ConditionReads.IN -> "in";
            default -> function.replace("_", "");
        };
    }

    /** CEL's names of types in the words of contracts. */
    static String types(String said) {
        return said.replace("google.protobuf.Timestamp", "instant")
                .replace("google.protobuf.Duration", "duration")
                .replace("string", "text")
                .replace("cupel.", "");
    }
}
