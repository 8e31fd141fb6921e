package io.cupel.core.evidence;

import io.cupel.core.consent.Said;
import java.util.List;

/**
 * A word on what somebody agreed to, and on nothing else. It tells nothing about the lead that a contract could ask
 * for, and is no instant at which the lead is judged.
 *
 * @param said about each purpose at most once; nothing where only categories were told that mean nothing to us
 * @param by the person who says so, as the source writes it; empty where a program does
 */
public record Consenting(String id, long at, List<Said> said, String by) implements Act {
    public Consenting {
        said = List.copyOf(said);
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Consenting withId(String other) {
        return new Consenting(other, at, said, by);
    }
}
