package io.cupel.app.intake.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.ResponseEntity;

/**
 * Waits for answers that come within moments, as most commits end, so that a request is answered by the thread that
 * read it: passing it on to another one takes as long as reading a call. Answers that take longer come when they come,
 * and no thread waits for them. Safe for several threads.
 */
final class Patience {
    /** Requests that are waited for at once: half of what the server has threads for. */
    private static final int WAITING_MAX = 100;

    private static final long MILLIS_MAX = 100;

    private final Semaphore places = new Semaphore(WAITING_MAX);

    /** The answer, or where it takes longer the promise of it: Spring takes both. */
    Object await(CompletableFuture<ResponseEntity<Object>> answer) {
        if (!answer.isDone() && places.tryAcquire()) {
            try {
                return answer.get(MILLIS_MAX, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return promise(answer); // it says itself what became of it
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return promise(answer);
            } finally {
                places.release();
            }
        }
        return answer.isDone() && !answer.isCompletedExceptionally() ? answer.join() : promise(answer);
    }

    private static CompletionStage<ResponseEntity<Object>> promise(CompletableFuture<ResponseEntity<Object>> answer) {
        return answer;
    }
}
