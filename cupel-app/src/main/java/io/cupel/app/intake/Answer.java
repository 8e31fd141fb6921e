package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a door answers. */
public sealed interface Answer {
    /**
     * All that the request brought is committed: calls in the log, refused ones beside it.
     *
     * @param accepted how many calls are in the log, those among them that were there before
     */
    record Taken(int accepted, List<LiveCall.Refused> refused) implements Answer {
        public Taken {
            refused = List.copyOf(refused);
        }
    }

    /** The key is missing, unknown or revoked. */
    record NoKey() implements Answer {}

    /** The key exists, but this door is not open to it. */
    record NoMapping() implements Answer {}

    /** More calls than the key or the address may send; none was taken. */
    record TooMany(Duration pause) implements Answer {}

    /**
     * The body as a whole cannot be used; it is kept as a refusal where the key is known.
     *
     * @param told the reason as a sentence whose subject is the body
     */
    record Unusable(String told) implements Answer {}

    /**
     * A form was taken.
     *
     * @param taken what became of it
     * @param next the address to go on to
     */
    record Posted(Taken taken, Optional<String> next) implements Answer {}
}
