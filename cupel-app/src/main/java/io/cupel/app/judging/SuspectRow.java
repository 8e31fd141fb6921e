package io.cupel.app.judging;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.evidence.Suspicion.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said about whether an event is suspect.
 *
 * @param number rises with each event of which something is said; 0 before it is written
 * @param event its message id
 * @param who the hash of the name by which the mark names its lead
 * @param mark the newest mark; null where nobody marked it
 * @param isDetected whether the detector marked it
 * @param word the newest word of a person; null where none said anything
 */
record SuspectRow(
        long number,
        String event,
        UUID who,
        @Nullable Mark mark,
        List<String> reasons,
        boolean isDetected,
        @Nullable Word word) {
    /** A mark, by its position in the log. */
    record Mark(long position, Instant at) {}

    /**
     * A word of a person.
     *
     * @param at when it was said, in milliseconds since 1970 UTC
     */
    record Word(long at, String id, Verdict verdict, String by, Instant received) {
        private Suspicion as(String event) {
            return new Suspicion(id, at, verdict, List.of(event), List.of(), by);
        }
    }

    SuspectRow {
        reasons = List.copyOf(reasons);
    }

    static SuspectRow unheard(String event, UUID who) {
        return new SuspectRow(0, event, who, null, List.of(), false, null);
    }

    /** Whether it counts for nothing, as {@code Suspicions} of the core says. */
    boolean isMarked() {
        return word == null ? isDetected : word.verdict() == Verdict.MARK;
    }

    /** The same after one more word. */
    SuspectRow with(Suspicion said, UUID whose, long position, Instant received) {
        boolean isMark = said.verdict() == Verdict.MARK;
        boolean isByDetector = isMark && said.by().isEmpty();
        TreeSet<String> all = new TreeSet<>(reasons);
        if (isMark) {
            all.addAll(said.reasons());
        }
        boolean isNewest = !isByDetector && (word == null || Act.ORDER.compare(word.as(event), said) < 0);
        return new SuspectRow(
                number,
                event,
                isMark ? whose : who,
                isMark ? new Mark(position, received) : mark,
                List.copyOf(all),
                isDetected || isByDetector,
                isNewest ? new Word(said.at(), said.id(), said.verdict(), said.by(), received) : word);
    }
}
