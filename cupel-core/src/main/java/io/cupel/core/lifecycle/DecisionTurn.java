package io.cupel.core.lifecycle;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Decision;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import org.jspecify.annotations.Nullable;

/** The place of a decision among the acts about a lead, as in {@link Act#ORDER}. */
record DecisionTurn(long at, int turn, String id) {
    static DecisionTurn of(Decision decision) {
        return new DecisionTurn(decision.at(), decision.turn(), decision.id());
    }

    boolean isBefore(DecisionTurn other) {
        if (at != other.at || turn != other.turn) {
            return at != other.at ? at < other.at : turn < other.turn;
        }
        return CodePointOrder.INSTANCE.compare(id, other.id) < 0;
    }

    static @Nullable DecisionTurn later(@Nullable DecisionTurn one, @Nullable DecisionTurn other) {
        return one == null || (other != null && one.isBefore(other)) ? other : one;
    }

    static void write(@Nullable DecisionTurn last, StateWriter out) {
        out.number(last == null ? 0 : 1L + last.turn);
        if (last != null) {
            out.instant(last.at);
            out.text(last.id);
        }
    }

    static @Nullable DecisionTurn read(StateReader in) throws UnreadableState {
        long turn = in.number(1L + Act.TURNS_MAX);
        return turn == 0 ? null : new DecisionTurn(in.instantOrNever(), (int) turn - 1, in.text());
    }
}
