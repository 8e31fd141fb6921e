package io.cupel.app.judging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the leads that are behind, slice by slice, each within a transaction of the caller's making, in which
 * they are nobody else's: those that others have in hand are left out, and are found again where these did not have
 * them catch up. Not for several threads at once.
 */
final class Slices {
    /** Of one slice: how often leads hear something. */
    private static final int HEARINGS_MAX = 20_000;

    private final CaseTable cases;
    private final WordTable words;
    private final Sweep sweep;

    private final TurnQueue queue;
    /** Leads that take their turn at once: fewer where not all that were taken could. */
    private int atOnce = Sweeping.TURNED_MAX;

    /** The company of which leads are told, with its last word when the first of them was, and the last of them. */
    private WordTable.@Nullable Open telling;

    private long told;

    Slices(JudgingTables tables, TurnQueue queue) {
        this.queue = queue;
        this.cases = tables.cases();
        this.words = tables.words();
        this.sweep = new Sweep(tables);
    }

    /**
     * Has the next leads take all turns up to one.
     *
     * @param most of them
     * @return how many these were: 0 where all took it, or others have the rest in hand
     */
    int take(Turning turning, int upTo, int most) {
        List<Kept> behind = queue.take(this, upTo, Math.min(most, atOnce));
        if (behind.isEmpty()) {
            return 0;
        }
        int taken = sweep.take(behind, turning, upTo);
        atOnce = taken < behind.size() ? taken : Math.min(2 * atOnce, Sweeping.TURNED_MAX);
        return taken;
    }

    /** The transaction ended. */
    void leave() {
        queue.leave(this);
    }

    /**
     * Has the next leads hear what is known about their company, one company after the other.
     *
     * @param most of them
     * @return how many these were: 0 where all heard all, or others have the rest of the leads of a company in hand
     */
    int tell(Turning turning, int most) {
        for (Optional<WordTable.Open> next = words.oldest(); next.isPresent(); next = words.oldest()) {
            WordTable.Open company = next.get();
            WordTable.Open pass = telling;
            if (pass == null || !pass.company().equals(company.company())) {
                pass = company;
                telling = company;
                told = 0;
            }
            int heard = tell(company, turning, most);
            if (heard > 0) {
                return heard;
            }
            telling = null;
            if (words.isAnyBehind(pass)) {
                return 0;
            }
            // whatever was known when the first of them was told, all have heard
            words.done(pass);
        }
        return 0;
    }

    private int tell(WordTable.Open company, Turning turning, int most) {
        int limit = Math.max(1, Math.min(most, HEARINGS_MAX / words.count(company.company())));
        List<Long> behind = words.lease(company, told, limit);
        if (behind.isEmpty()) {
            return 0;
        }
        List<Kept> kept = find(behind);
        int taken = sweep.take(kept, turning, turning.last());
        told = kept.get(taken - 1).row().number();
        return taken;
    }

    private List<Kept> find(List<Long> numbers) {
        return cases.find(numbers).stream()
                .sorted(Comparator.comparingLong(each -> each.row().number()))
                .toList();
    }

    /** Has all leads hear all at once, where nobody else has any in hand. */
    void tellAll(Turning turning) {
        int heard = tell(turning, Sweeping.TOLD_MAX);
        while (heard > 0) {
            heard = tell(turning, Sweeping.TOLD_MAX);
        }
    }
}
