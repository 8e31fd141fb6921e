package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Truth;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what became of all leads, and says it in a few lines. */
final class SummaryLines {
    private final Contract contract;
    private final Map<String, Long> heldFor = new TreeMap<>();
    private final Map<String, Long> heldTooCoarse = new TreeMap<>();
    private final Map<String, Long> excludedAs = new TreeMap<>();
    private final Map<String, Long> unfitFor = new TreeMap<>();
    private long leads;
    private long idsAlone;
    private long notYet;
    private long reachedScore;
    private long reachedUsage;
    private long mql;
    private long pql;
    private long raisedHands;
    private long held;
    private long excluded;
    private long unfit;
    private long fits;
    private long unknownFit;
    private long below;
    private long withSales;
    private long customers;
    private long disqualified;
    private long nurtured;
    private long lost;

    SummaryLines(Contract contract) {
        this.contract = contract;
    }

    void add(Evidence evidence, Judgement judgement) {
        if (!Who.isReachable(judgement)) {
            if (Who.isKnownBy(judgement.asOf(), evidence)) {
                idsAlone++;
            } else {
                notYet++;
            }
            return;
        }
        leads++;
        Entry forMql = contract.stages().mql();
        Entry forPql = contract.stages().pql();
        reachedScore += forMql != null && judgement.score().score().shown() >= forMql.threshold() ? 1 : 0;
        reachedUsage += forPql != null && judgement.score().usageScore().shown() >= forPql.threshold() ? 1 : 0;
        sort(judgement);
    }

    /** Each lead is counted once, under the first cause that holds. */
    private void sort(Judgement judgement) {
        List<String> missing = judgement.held();
        String exclusion = judgement.excluded();
        if (judgement.stage().isUndecided()) {
            switch (judgement.stage()) {
                case MQL -> mql++;
                case PQL -> pql++;
                case VISITOR, LEAD, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER, LOST, NURTURE, DISQUALIFIED -> {}
            }
            raisedHands += judgement.raisedHand() ? 1 : 0;
        } else if (Decided.isSettled(judgement)) {
            settle(judgement);
            return;
        } else if (exclusion != null) {
            excluded++;
            excludedAs.merge(exclusion, 1L, Long::sum);
            return;
        } else if (missing != null) {
            held++;
            missing.forEach(path -> (judgement.profile().containsKey(path) ? heldTooCoarse : heldFor)
                    .merge(Words.attribute(path), 1L, Long::sum));
        } else if (judgement.fit().verdict() == Verdict.FAIL) {
            unfit++;
            judgement.fit().criteria().stream()
                    .filter(answer -> answer.required() && answer.answer().truth() == Truth.FALSE)
                    .map(CriterionAnswer::name)
                    .forEach(name -> unfitFor.merge(name, 1L, Long::sum));
        } else if (Decided.isSentBack(judgement)) {
            nurtured += judgement.stage() == Stage.NURTURE ? 1 : 0;
            lost += judgement.stage() == Stage.LOST ? 1 : 0;
        } else {
            below++;
        }
        switch (judgement.fit().verdict()) {
            case PASS -> fits++;
            case UNKNOWN -> unknownFit++;
            case FAIL -> {}
        }
    }

    private void settle(Judgement judgement) {
        switch (judgement.stage()) {
            case ACCEPTED, SQL, OPPORTUNITY -> withSales++;
            case CUSTOMER -> customers++;
            case DISQUALIFIED -> disqualified++;
            case VISITOR, LEAD, MQL, PQL, LOST, NURTURE -> {}
        }
    }

    long qualified() {
        return mql + pql;
    }

    long leads() {
        return leads;
    }

    List<String> lines() {
        List<String> parts = new ArrayList<>();
        Entry forMql = contract.stages().mql();
        Entry forPql = contract.stages().pql();
        if (forMql != null) {
            parts.add(Words.count(reachedScore, "lead", "leads") + " reached " + Words.count(forMql.threshold()));
        } else if (forPql != null) {
            parts.add(Words.count(reachedUsage, "lead", "leads") + " reached " + Words.count(forPql.threshold())
                    + " points of usage");
        }
        parts.add(Words.count(qualified()) + " qualified" + qualifiedHow());
        add(parts, held, "held", heldFor());
        add(parts, excluded, "excluded", tally(excludedAs, ""));
        List<String> lines = new ArrayList<>();
        lines.add(String.join("; ", parts) + ".");
        lines.add("Of " + Words.count(leads, "lead", "leads") + ": " + everybody() + ".");
        lines.addAll(unreachable());
        return lines;
    }

    private List<String> unreachable() {
        List<String> lines = new ArrayList<>();
        if (idsAlone > 0) {
            lines.add(Words.count(idsAlone) + " known by a user id alone: no e-mail, phone or CRM record yet.");
        }
        if (notYet > 0) {
            lines.add(Words.count(notYet) + " not known then: all that the files tell of them is later.");
        }
        return lines;
    }

    /** The fit alone, where no events were given. */
    List<String> fitLines() {
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(leads, "lead", "leads") + ": " + Words.count(fits) + " fit");
        add(parts, unknownFit, "unknown", "");
        add(parts, unfit, unfit == 1 ? "does not fit" : "do not fit", tally(unfitFor, ""));
        add(parts, excluded, "excluded", tally(excludedAs, ""));
        addSettled(parts);
        List<String> lines = new ArrayList<>();
        lines.add(String.join("; ", parts) + ".");
        lines.addAll(unreachable());
        lines.add(
                "Without events nobody has shown interest yet. To see who is ready for sales, add what the leads did:");
        lines.add("  --events FILE    JSON Lines of Segment calls (track, page, identify, ...), as exported or logged");
        return lines;
    }

    private String qualifiedHow() {
        List<String> how = new ArrayList<>();
        if (mql > 0 && pql > 0) {
            how.add(Words.count(mql) + " MQL");
            how.add(Words.count(pql) + " PQL");
        }
        if (raisedHands > 0) {
            how.add(Words.count(raisedHands) + " by a raised hand");
        }
        return how.isEmpty() ? "" : " (" + String.join(", ", how) + ")";
    }

    private String heldFor() {
        return Stream.of(tally(heldFor, "missing"), tally(heldTooCoarse, "too coarse"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String everybody() {
        List<String> parts = new ArrayList<>();
        add(parts, qualified(), "qualified", "");
        add(parts, held, "held", "");
        add(parts, excluded, "excluded", "");
        add(parts, unfit, unfit == 1 ? "does not fit" : "do not fit", "");
        add(parts, below, "not ready yet", "");
        add(parts, nurtured, "nurtured", "");
        add(parts, lost, "lost", "");
        addSettled(parts);
        return parts.isEmpty() ? "nobody" : String.join(", ", parts);
    }

    private void addSettled(List<String> parts) {
        add(parts, disqualified, "disqualified by a person", "");
        add(parts, withSales, "in sales' hands", "");
        add(parts, customers, customers == 1 ? "customer" : "customers", "");
    }

    private static void add(List<String> parts, long number, String what, String detail) {
        if (number > 0) {
            parts.add(Words.count(number) + " " + what + (detail.isEmpty() ? "" : ": " + detail));
        }
    }

    /** "employees missing 610, title 270": the word is said once. */
    private static String tally(Map<String, Long> counts, String word) {
        String said = Words.tally(counts);
        int space = said.lastIndexOf(' ', said.indexOf(',') < 0 ? said.length() : said.indexOf(','));
        return word.isEmpty() || space < 0 ? said : said.substring(0, space) + " " + word + said.substring(space);
    }
}
