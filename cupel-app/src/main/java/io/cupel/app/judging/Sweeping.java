package io.cupel.app.judging;

import io.cupel.app.judging.CaseTable.Kept;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Has leads catch up that nobody touches, a slice in a transaction of the judge. Safe for several threads. */
final class Sweeping {
    /** Of one slice: how often leads hear something. */
    private static final int HEARINGS_MAX = 20_000;

    private final ProgressTable progress;
    private final TurnTable turns;
    private final WordTable words;
    private final CaseTable cases;
    private final Sweep sweep;

    Sweeping(JudgingTables tables) {
        this.progress = tables.progress();
        this.turns = tables.turns();
        this.words = tables.words();
        this.cases = tables.cases();
        this.sweep = new Sweep(tables);
    }

    /** The turn that leads are to take; 0 for none. */
    int turn() {
        return turns.running();
    }

    /** Has some leads take a turn; gives how many. */
    int take(JudgeMemory known, int turn, int most) {
        int swept = sweep.slice(known.turning, turn, most);
        if (swept > 0) {
            note(known);
        }
        return swept;
    }

    /** Has some leads take the turn that they are to take, and notes it where all had; gives how many. */
    int take(JudgeMemory known, int most, Instant now) {
        int turn = turn();
        int taken = turn == 0 ? 0 : take(known, turn, most);
        if (taken == 0 && turn != 0) {
            turns.done(turn, now);
        }
        return taken;
    }

    /** Whether anything is known about a company that not all its leads may have heard. */
    boolean isTold() {
        return words.oldest().isPresent();
    }

    /**
     * Has some leads hear what is known about their company, one company after the other.
     *
     * @return how many heard it, or 1 where it turned out that all had
     */
    int tell(JudgeMemory known, int most) {
        Optional<WordTable.Open> oldest = words.oldest();
        if (oldest.isEmpty()) {
            return 0;
        }
        WordTable.Open company = oldest.get();
        if (known.telling == null || !known.telling.company().equals(company.company())) {
            known.telling = company;
            known.told = 0;
        }
        int limit = Math.max(1, Math.min(most, HEARINGS_MAX / words.count(company.company())));
        List<Long> behind = words.behind(company, known.told, limit);
        if (!behind.isEmpty()) {
            List<Kept> kept = cases.find(behind).stream()
                    .sorted(Comparator.comparingLong(each -> each.row().number()))
                    .toList();
            int taken = sweep.take(kept, known.turning, known.turning.last());
            known.told = kept.get(taken - 1).row().number();
            known.cases.readAgain(behind);
        } else {
            // whatever was known when the first of them was told, all have heard
            words.done(company.company(), known.telling.last());
            if (known.telling.last() == company.last()) {
                known.cases.allHeard(company.company());
            }
            known.telling = null;
        }
        note(known);
        return Math.max(1, behind.size());
    }

    /** Has all leads hear all at once. */
    void tellAll(JudgeMemory known) {
        int told = tell(known, LiveJudge.TOLD_MAX);
        while (told > 0) {
            told = tell(known, LiveJudge.TOLD_MAX);
        }
    }

    private void note(JudgeMemory known) {
        progress.note();
        known.turn++;
    }
}
