package io.cupel.core.contract;

import io.cupel.core.time.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sales confirms in conversation before a lead is SQL.
 *
 * @param checklist its name: {@code bant}, {@code meddic}, {@code gpctba-ci} or {@code own}
 * @param confirm how many answers must be yes: a quorum, no rigid gate
 * @param must names of questions whose answer must be yes
 * @param intentWithin how recent a counted intent must be
 */
public record SalesGate(String checklist, List<Question> questions, int confirm, List<String> must, Span intentWithin) {
    public SalesGate {
        questions = List.copyOf(questions);
        must = List.copyOf(must);
        if (confirm < 0 || confirm > questions.size()) {
            throw new IllegalArgumentException(
                    "confirm is 0 to " + questions.size() + ", the questions of the checklist; was " + confirm);
        }
    }

    /**
     * One question of the checklist.
     *
     * @param suggest a condition over lead and company that proposes yes for the rep to confirm; null for none
     */
    public record Question(
            String name, String ask, @Nullable Condition suggest) {}
}
