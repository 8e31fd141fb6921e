package io.cupel.core.reference;

import io.cupel.core.consent.Basis;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Teller;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody agreed to at an instant, found by looking at all that was said, as docs/consent.md tells it. */
final class SlowConsent {
    /**
     * What holds.
     *
     * @param since from when on the same was so, told by the same on the same basis
     */
    record Holding(boolean isGiven, @Nullable Basis basis, Teller teller, long since, ConsentWord word) {}

    private SlowConsent() {}

    /** Of one lead; null where nothing was said by then. */
    static @Nullable Holding at(Collection<ConsentWord> words, Purpose purpose, long instant) {
        List<ConsentWord> said = new ArrayList<>();
        for (ConsentWord word : words) {
            if (word.said().purpose() == purpose && word.at() <= instant) {
                said.add(word);
            }
        }
        said.sort((a, b) -> a.at() != b.at()
                ? Long.compare(a.at(), b.at())
                : a.fromRow() != b.fromRow()
                        ? (a.fromRow() ? -1 : 1)
                        : CodePointOrder.INSTANCE.compare(a.order(), b.order()));
        return holding(said, said.size());
    }

    /** Of the first so many words, in their order. */
    private static @Nullable Holding holding(List<ConsentWord> said, int count) {
        if (count == 0) {
            return null;
        }
        ConsentWord last = said.get(count - 1);
        Holding before = holding(said, count - 1);
        boolean isNews = before == null
                || last.said().isGiven() != before.isGiven
                || (!isBrowser(last) && !isSame(last, before.word));
        if (!isNews || (isBrowser(last) && last.said().isGiven() && isWithheldByOthers(said, count))) {
            return before;
        }
        return new Holding(last.said().isGiven(), last.said().basis(), last.teller(), last.at(), last);
    }

    private static boolean isSame(ConsentWord one, ConsentWord other) {
        return one.said().equals(other.said()) && one.teller().equals(other.teller());
    }

    private static boolean isBrowser(ConsentWord word) {
        return word.teller().origin() == Origin.BROWSER;
    }

    private static boolean isWithheldByOthers(List<ConsentWord> said, int count) {
        for (int i = count - 1; i >= 0; i--) {
            if (!isBrowser(said.get(i))) {
                return !said.get(i).said().isGiven();
            }
        }
        return false;
    }

    /** Of several leads that are one: withheld if any withholds, else given if any gives. */
    static @Nullable Boolean together(Collection<? extends Collection<ConsentWord>> parts, Purpose purpose, long at) {
        Boolean strictest = null;
        for (Collection<ConsentWord> part : parts) {
            Holding holding = at(part, purpose, at);
            if (holding != null) {
                strictest = (strictest == null || strictest) && holding.isGiven;
            }
        }
        return strictest;
    }
}
