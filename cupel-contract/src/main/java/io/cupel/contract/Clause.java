package io.cupel.contract;

import io.cupel.core.contract.Truth;
import java.util.List;

/**
 * A condition taken apart at {@code &&}, {@code ||}, {@code !} and {@code ?:}, which are asked here in three values;
 * what is left, the atoms, the CEL library asks. So a failing part is unknown at its place, and its facts can be named.
 */
sealed interface Clause permits Clause.Constant, Clause.Junction, Clause.Not, Clause.Choice, Atom {
    Truth ask(Asking asking);

    record Constant(Truth truth) implements Clause {
        @Override
        public Truth ask(Asking asking) {
            return truth;
        }
    }

    /**
     * Parts joined by {@code &&} or {@code ||}.
     *
     * @param decisive the answer of one part that decides the whole: FALSE for {@code &&}, TRUE for {@code ||}
     */
    record Junction(List<Clause> parts, Truth decisive) implements Clause {
        @Override
        public Truth ask(Asking asking) {
            int mark = asking.mark();
            boolean isUnknown = false;
            for (Clause part : parts) {
                Truth truth = part.ask(asking);
                if (truth == decisive) {
                    asking.forget(mark);
                    return decisive;
                }
                isUnknown |= truth == Truth.UNKNOWN;
            }
            return isUnknown ? Truth.UNKNOWN : decisive == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
        }
    }

    record Not(Clause part) implements Clause {
        @Override
        public Truth ask(Asking asking) {
            return switch (part.ask(asking)) {
                case TRUE -> Truth.FALSE;
                case FALSE -> Truth.TRUE;
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }
    }

    /** {@code test ? yes : no}; with an unknown test it is known only where both sides say the same. */
    record Choice(Clause test, Clause yes, Clause no) implements Clause {
        @Override
        public Truth ask(Asking asking) {
            int mark = asking.mark();
            return switch (test.ask(asking)) {
                case TRUE -> yes.ask(asking);
                case FALSE -> no.ask(asking);
                case UNKNOWN -> {
                    Truth ifYes = yes.ask(asking);
                    Truth ifNo = no.ask(asking);
                    if (ifYes == ifNo && ifYes != Truth.UNKNOWN) {
                        asking.forget(mark);
                        yield ifYes;
                    }
                    yield Truth.UNKNOWN;
                }
            };
        }
    }
}
