package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Evidence.Suspect;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a lead, oldest first, and what sales did about it, newest first. */
final class History {
    /** So many touches are shown one by one. */
    static final int TOUCHES_MAX = 10;

    private final Dossier dossier;
    private final Contract contract;
    private final Judgement judgement;
    private final Map<String, Decision> decisions = new HashMap<>();

    /** One line of the history. */
    private record Step(long at, String move, String happened) {}

    History(Dossier dossier) {
        this.dossier = dossier;
        this.contract = dossier.contract();
        this.judgement = dossier.judgement();
        dossier.decisions().forEach(decision -> decisions.put(decision.id(), decision));
    }

    boolean isEmpty() {
        return judgement.transitions().isEmpty() && decisions.isEmpty();
    }

    /** Every change of stage, and the decisions that changed nothing. */
    Table steps() {
        List<Step> steps = new ArrayList<>();
        Set<String> told = new HashSet<>();
        int cycle = 0;
        for (Transition step : judgement.transitions()) {
            boolean opened = step.cycle() > cycle;
            steps.add(new Step(
                    step.at(), step.from().written() + " → " + step.to().written(), happened(step, opened)));
            told.addAll(step.evidence());
            cycle = step.cycle();
        }
        for (Decision decision : dossier.decisions()) {
            if (!told.contains(decision.id())) {
                steps.add(new Step(decision.at(), "no change", decided(decision)));
            }
        }
        steps.sort(Comparator.comparingLong(Step::at));
        Table table = new Table(List.of(Table.Column.text(""), Table.Column.text(""), Table.Column.text("")));
        steps.forEach(step -> table.add(List.of(at(step.at()), step.move(), step.happened())));
        return table;
    }

    private String at(long instant) {
        return instant == Told.BEFORE_ALL ? "from the start" : Words.minute(instant, contract.zone());
    }

    private String happened(Transition step, boolean opened) {
        String cycle = opened ? ", cycle " + step.cycle() + " opened" : "";
        return switch (step.why()) {
            case CONTACT_KNOWN -> "contact details became known";
            case SCORE_REACHED ->
                (step.to() == Stage.PQL ? "usage " : "score ")
                        + Words.count(step.score().shown()) + " reached " + threshold(step) + cycle;
            case HAND_RAISED -> "raised hand: " + step.detail() + cycle;
            case EXCLUDED -> "excluded: " + step.detail();
            case EXCLUSION_ENDED -> "no longer excluded";
            case EXPIRED -> "nobody took it: cycle " + step.cycle() + " expired";
            case ACTIVATION_RELEASED -> released(step, "what a new version of the contract brought about", cycle);
            case IMPORT_RELEASED -> released(step, "what an import brought about", cycle);
            case MERGE_RELEASED -> released(step, "what a merge brought about", cycle);
            case CLAIM_RELEASED -> released(step, "what taking back a claim brought about", cycle);
            case ACCEPTED, REJECTED, SQL, OPPORTUNITY, WON, LOST, NURTURE, DISQUALIFIED, IMPORTED ->
                decided(step) + cycle + (opened && step.why() != Transition.Why.IMPORTED ? " by import" : "");
        };
    }

    private static String released(Transition step, String what, String cycle) {
        return (step.detail().isEmpty() ? "released " : step.detail() + " released ") + what + cycle;
    }

    private String threshold(Transition step) {
        Entry entry = step.to() == Stage.PQL
                ? contract.stages().pql()
                : contract.stages().mql();
        return entry == null ? "the threshold" : Words.count(entry.threshold());
    }

    private String decided(Transition step) {
        Decision decision =
                step.evidence().isEmpty() ? null : decisions.get(step.evidence().get(0));
        return decision == null ? step.why().written() : decided(decision);
    }

    /** "rejected by ann: no budget", "won: 12,000 USD", as far as it was told. */
    private static String decided(Decision decision) {
        String said = switch (decision.outcome()) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case SQL -> "confirmed as SQL";
            case OPPORTUNITY -> "made an opportunity";
            case WON -> "won";
            case LOST -> "lost";
            case NURTURE -> "put off";
            case DISQUALIFIED -> "disqualified";
        };
        String who = decision.by().isEmpty() ? "" : " by " + decision.by();
        String more = Stream.of(amount(decision), decision.reason())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String mark = decision.imported() ? " (imported)" : "";
        return said + who + mark + (more.isEmpty() ? "" : ": " + more);
    }

    private static String amount(Decision decision) {
        Sum amount = decision.amount();
        return amount == null ? "" : Words.sum(amount);
    }

    /** The newest touches; null where there are none. */
    @Nullable
    Table touches() {
        List<Touch> touches = dossier.touches();
        if (touches.isEmpty()) {
            return null;
        }
        Table table = new Table(List.of(Table.Column.text(""), Table.Column.text(""), Table.Column.text("")));
        int from = Math.max(0, touches.size() - TOUCHES_MAX);
        for (int i = touches.size() - 1; i >= from; i--) {
            Touch touch = touches.get(i);
            table.add(List.of(at(touch.at()), touch.direction().written() + channel(touch), told(touch)));
        }
        return table;
    }

    /** The newest suspect events with why they are; null where there are none. */
    @Nullable
    Table suspects() {
        List<Suspect> suspects = dossier.suspects();
        if (suspects.isEmpty()) {
            return null;
        }
        Table table = new Table(List.of(Table.Column.text(""), Table.Column.text(""), Table.Column.text("")));
        int from = Math.max(0, suspects.size() - TOUCHES_MAX);
        for (int i = suspects.size() - 1; i >= from; i--) {
            Suspect each = suspects.get(i);
            table.add(List.of(
                    at(each.event().at()), dossier.described(each.event().id()), String.join(", ", each.reasons())));
        }
        return table;
    }

    /** How many suspect events are too old to be shown one by one. */
    int olderSuspects() {
        return Math.max(0, dossier.suspects().size() - TOUCHES_MAX);
    }

    /** How many touches are too old to be shown one by one. */
    int olderTouches() {
        return Math.max(0, dossier.touches().size() - TOUCHES_MAX);
    }

    private static String told(Touch touch) {
        String by = touch.by().isEmpty() ? "" : "by " + touch.by();
        return Stream.of(touch.outcome(), by, touch.fromExport() ? "from export" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String channel(Touch touch) {
        return switch (touch.channel()) {
            case CALL -> " call";
            case EMAIL -> " e-mail";
            case MEETING -> " meeting";
            case MESSAGE -> " message";
            case UNKNOWN -> "";
        };
    }
}
