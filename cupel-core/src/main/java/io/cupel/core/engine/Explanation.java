package io.cupel.core.engine;

import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import java.util.List;

/**
 * Where a score comes from, in lines that add up exactly: the lines of a signal to its value, the values of a kind's
 * signals and its clamps to the kind's sum, and engagement, intent and their clamp to the score.
 *
 * @param kinds engagement, intent and usage, those that the contract has signals of
 * @param clamps the floor at 0 under the score or under usage, where it bites
 */
public record Explanation(Score score, List<KindPart> kinds, List<Line> clamps) {
    public Explanation {
        kinds = List.copyOf(kinds);
        clamps = List.copyOf(clamps);
    }

    /** One kind's signals that have counted events, and the group caps that bite. */
    public record KindPart(Kind kind, Points sum, List<SignalPart> signals, List<Line> clamps) {
        public KindPart {
            signals = List.copyOf(signals);
            clamps = List.copyOf(clamps);
        }
    }

    /**
     * One signal.
     *
     * @param events how many events counted
     * @param limited whether the limit of 100 kept events bit
     * @param lines one for each counted event, newest first, and for rounding and caps
     */
    public record SignalPart(String signal, Points value, int events, boolean limited, List<Line> lines) {
        public SignalPart {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param text what it stands for: the event's message id, the clamp's name, or how many older events
     * @param at when the event occurred, in milliseconds since 1970 UTC; 0 for lines that are no event
     * @param credited the points given then: at the cap less than the signal's points
     * @param now what is left of them at the instant
     */
    public record Line(What what, String text, long at, Points credited, Points now) {}

    /** What a line stands for. */
    public enum What {
        EVENT,
        OLDER,
        ROUNDING,
        CAP,
        FLOOR
    }
}
