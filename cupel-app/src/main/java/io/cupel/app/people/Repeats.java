package io.cupel.app.people;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;

/*
 * The row of a key is committed before the request is acted on and completed after, so that of two requests at a time
 * only one acts, on however many instances. A server that is killed between the two leaves a row without an answer:
 * whether the request was acted on is then not known to us, and its repeats are told so, rather than acted on twice.
 */
/** Answers a POST that a caller sends again, having missed the answer, without doing it again. */
@Service
public final class Repeats {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final AnswerTable answers;
    private final Clock clock;

    Repeats(AnswerTable answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Notes the first request of a key, or gives the answer to an earlier one.
     *
     * @param request SHA-256 of what the request asks for, in hexadecimal
     * @return the answer to be given again; empty where this request is the first and is to be acted on
     */
    public Optional<Answer> begin(long token, String key, String request) {
        Instant now = clock.instant();
        answers.sweep(token, key, now.minus(KEPT));
        if (answers.begin(token, key, request, now)) {
            return Optional.empty();
        }
        Optional<AnswerTable.Row> row = answers.find(token, key);
        if (row.isPresent() && !row.get().request().equals(request)) {
            throw new ProblemException(Problem.REPEAT_DIFFERS, "send another request with a key of its own");
        }
        Answer answer = row.map(AnswerTable.Row::answer).orElse(null);
        if (answer == null) {
            throw new ProblemException(
                    Problem.REPEAT_RUNNING, "try again in some seconds; if this stays, look whether it was done");
        }
        return Optional.of(answer);
    }

    /** Keeps what was answered. */
    public void end(long token, String key, Answer answer) {
        answers.end(token, key, answer);
    }

    /** The request came to nothing: the key is free for another try. */
    public void forget(long token, String key) {
        answers.forget(token, key);
    }

    /** Forgets answers in which one of these texts stands, in large or small letters: they are not given again. */
    public void forget(Collection<String> texts) {
        answers.forget(texts);
    }
}
