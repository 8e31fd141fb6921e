package io.cupel.core.engine;

import io.cupel.core.evidence.Facts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers by the cells of the facts they depend on: each is worked out once, not once for each event or lead. Safe for
 * any number of threads, for an answer worked out twice is the same.
 */
final class Remembered<A> {
    /** When so many are known, all are forgotten: a bound on memory that costs no bookkeeping. */
    private static final int ANSWERS_MAX = 1 << 16;

    private final Cells cells;
    private final Function<Facts, A> question;
    private final ConcurrentHashMap<Object, A> answers = new ConcurrentHashMap<>();

    Remembered(Cells cells, Function<Facts, A> question) {
        this.cells = cells;
        this.question = question;
    }

    A of(Facts facts) {
        Object key = cells.key(facts);
        if (key == null) {
            return question.apply(facts);
        }
        A known = answers.get(key);
        if (known != null) {
            return known;
        }
        A answer = question.apply(facts);
        if (answers.size() >= ANSWERS_MAX) {
            answers.clear();
        }
        answers.put(key, answer);
        return answer;
    }
}
