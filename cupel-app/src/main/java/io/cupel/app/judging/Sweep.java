package io.cupel.app.judging;

import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.lifecycle.Glance;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Has leads catch up that are the caller's, and writes them. Safe for several threads. */
final class Sweep {
    /** About as many of which events are read in one transaction: entries that concern them wait for it. */
    private static final int READ_MAX = 500;
    /** Leads that are judged while those before are written. */
    private static final int PART = 500;

    private final CaseTable cases;
    private final StateTable states;
    private final TransitionTable transitions;

    Sweep(JudgingTables tables) {
        this.cases = tables.cases();
        this.states = tables.states();
        this.transitions = tables.transitions();
    }

    /** Leads next to each other: as they were, and as they are where no events had to be read for that. */
    private static final class Part {
        final List<Kept> before;
        final Map<Long, Judged> judged = new HashMap<>();

        Part(List<Kept> before, Map<Long, List<WordTable.Row>> unheard, Turning turning, int turn) {
            this.before = before;
            for (Kept kept : before) {
                CatchingUp after = turning.carried(kept, unheard.getOrDefault(number(kept), List.of()), turn);
                if (after != null) {
                    judged.put(number(kept), Judged.of(after, turning, turn));
                }
            }
        }

        List<Kept> left() {
            return before.stream()
                    .filter(kept -> !judged.containsKey(number(kept)))
                    .toList();
        }
    }

    private static long number(Kept kept) {
        return kept.row().number();
    }

    /** A lead after its turns. */
    private record Judged(Kept now, boolean looksOther, List<Changed> changes) {
        static Judged of(CatchingUp after, Turning turning, int turn) {
            Instant at = later(after.at(), turning.row(turn).at());
            Glance glance = after.lead().glance(at.toEpochMilli());
            Shown.Place place = new Shown.Place(after.number(), after.position(), at);
            LeadRow.Name name = after.kept().row().name().withCompany(JudgementJson.company(glance.profile()));
            LeadRow row = Shown.row(
                    place, after.lead(), glance, name, turning.contract(turn).id());
            CaseTable.Heard heard =
                    new CaseTable.Heard(after.told(), after.word(), after.kept().under());
            Kept now = new Kept(row, after.lead().written(), turn, heard);
            return new Judged(now, !Shown.of(after.kept()).isOf(now), after.changes());
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /**
     * Has leads take all turns up to one, and hear what became known about their companies until the next.
     *
     * @return how many of them, from the first: fewer where the events of very many have to be read
     */
    int take(List<Kept> behind, Turning turning, int turn) {
        Map<Long, List<WordTable.Row>> unheard = turning.unheard(behind);
        int taken = 0;
        int read = 0;
        CompletableFuture<Part> next = judged(behind, taken, unheard, turning, turn);
        while (taken < behind.size() && read < READ_MAX) {
            Part part = next.join();
            taken += part.before.size();
            next = judged(behind, taken, unheard, turning, turn);
            List<Kept> left = part.left();
            read += left.size();
            turning.turned(left, turn)
                    .forEach((number, after) -> part.judged.put(number, Judged.of(after, turning, turn)));
            write(part);
        }
        return taken;
    }

    /** The part that begins at a place, judged on another core. */
    private static CompletableFuture<Part> judged(
            List<Kept> behind, int from, Map<Long, List<WordTable.Row>> unheard, Turning turning, int turn) {
        List<Kept> some = behind.subList(from, Math.min(from + PART, behind.size()));
        return CompletableFuture.supplyAsync(() -> new Part(some, unheard, turning, turn));
    }

    private void write(Part part) {
        List<Kept> all = new ArrayList<>(part.before.size());
        List<Kept> others = new ArrayList<>();
        List<Changed> happened = new ArrayList<>();
        for (Kept before : part.before) {
            Judged judged = Objects.requireNonNull(part.judged.get(number(before)));
            all.add(judged.now);
            happened.addAll(judged.changes);
            if (judged.looksOther) {
                others.add(judged.now);
            }
        }
        states.rewrite(StateRows.of(all));
        cases.write(others);
        transitions.write(happened);
    }
}
