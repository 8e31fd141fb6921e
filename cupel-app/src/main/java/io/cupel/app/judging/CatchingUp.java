package io.cupel.app.judging;

import io.cupel.app.judging.TransitionTable.Changed;
import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One lead on its way through the turns that it did not take yet and the words about its company that it did not hear
 * yet, in their order. Not for several threads at once.
 */
final class CatchingUp {
    private final Kept kept;
    /** About its company, which it did not hear when it set out. */
    private final List<WordTable.Row> words;

    private final List<Changed> changes = new ArrayList<>(0);
    private LeadCase lead;
    private Map<String, Object> told;
    private int heard;
    private long position;
    private Instant at;

    /** @param read the case of the row */
    CatchingUp(Kept kept, LeadCase read, List<WordTable.Row> words) {
        this.kept = kept;
        this.words = words;
        this.lead = read;
        this.told = kept.told();
        this.position = kept.row().position();
        this.at = kept.row().judgedAt();
    }

    /**
     * Hears what became known up to a position of the log.
     *
     * @param contract by which it is judged
     */
    void hear(long until, String contract) {
        while (heard < words.size() && words.get(heard).position() <= until) {
            WordTable.Row word = words.get(heard);
            Map<String, Object> known = CompanyWord.told(told, kept.under(), word.known());
            if (!known.equals(told)) {
                Docket.hear(lead, word.received().toEpochMilli(), known);
                told = known;
                position = Math.max(position, word.position());
                at = later(at, word.received());
                keep(contract);
            }
            heard++;
        }
    }

    /** What fell due by an instant, with which a turn begins. */
    void arrive(Instant turn, String contract) {
        lead.arrive(turn.toEpochMilli());
        keep(contract);
    }

    /**
     * Took a turn.
     *
     * @param after its case from then on
     * @param as what it had been told, as the contract of that turn reads it
     */
    void took(Instant turn, LeadCase after, Map<String, Object> as, String contract) {
        lead = after;
        told = as;
        at = later(at, turn);
        keep(contract);
    }

    private void keep(String contract) {
        for (Transition each : lead.takeTransitions()) {
            changes.add(new Changed(number(), position, each, contract));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    long number() {
        return kept.row().number();
    }

    Kept kept() {
        return kept;
    }

    LeadCase lead() {
        return lead;
    }

    Map<String, Object> told() {
        return told;
    }

    List<Changed> changes() {
        return changes;
    }

    /** Of the last entry that concerned the lead. */
    long position() {
        return position;
    }

    /** When it was judged last. */
    Instant at() {
        return at;
    }

    /** The number of the last word that it heard. */
    long word() {
        return heard == 0 ? kept.word() : words.get(heard - 1).number();
    }
}
