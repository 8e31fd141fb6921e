package io.cupel.app.judging;

import io.cupel.app.judging.CaseTable.Kept;
import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.lifecycle.Glance;
import io.cupel.files.answers.JudgementJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through all leads in the order of their numbers, and has those take their turns that nobody touched since. By
 * one at a time, within a transaction of its making.
 */
final class Sweep {
    /** Leads that take their turn in one transaction. */
    static final int LEADS_MAX = 5_000;

    private final TurnTable turns;
    private final CaseTable cases;
    private final StateTable states;
    private final TransitionTable transitions;

    Sweep(JudgingTables tables) {
        this.turns = tables.turns();
        this.cases = tables.cases();
        this.states = tables.states();
        this.transitions = tables.transitions();
    }

    /**
     * Has the next leads take all turns up to one.
     *
     * @param most of them
     * @return how many these were: 0 where all took it
     */
    int slice(Turning turning, int turn, int most) {
        long swept = turns.swept(turn);
        List<Kept> behind = states.behind(turn, swept, most);
        if (behind.isEmpty() && swept > 0) {
            behind = states.behind(turn, 0, most); // none, unless something else than a judge wrote
        }
        if (!behind.isEmpty()) {
            take(behind, turning, turn);
            turns.sweep(turn, behind.get(behind.size() - 1).row().number());
        }
        return behind.size();
    }

    /** Has leads take all turns up to one, and hear what became known about their companies. */
    void take(List<Kept> behind, Turning turning, int turn) {
        List<Kept> judged = new ArrayList<>(behind.size());
        List<Kept> changed = new ArrayList<>();
        List<Changed> happened = new ArrayList<>();
        String contract = turning.contract(turn).id();
        for (CatchingUp after : turning.turned(behind, turn).values()) {
            Kept now = kept(after, contract, turn);
            judged.add(now);
            happened.addAll(after.changes());
            if (!LiveCases.Shown.of(after.kept()).isOf(now)) {
                changed.add(now);
            }
        }
        states.write(judged);
        cases.write(changed);
        transitions.write(happened);
    }

    private static Kept kept(CatchingUp after, String contract, int turn) {
        Glance now = after.lead().glance(after.at().toEpochMilli());
        LiveCases.Place place = new LiveCases.Place(after.number(), after.position(), after.at());
        LeadRow.Name name = after.kept().row().name().withCompany(JudgementJson.company(now.profile()));
        LeadRow row = LiveCases.row(place, after.lead(), now, name, contract);
        CaseTable.Heard heard =
                new CaseTable.Heard(after.told(), after.word(), after.kept().under());
        return new Kept(row, after.lead().written(), turn, heard);
    }
}
