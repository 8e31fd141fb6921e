package io.cupel.app.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/*
 * Nearly every entry is another lead's, so that there are as many of these as entries, and each of them is asked about
 * with each entry: what is kept about one stands with it, and the lists are brought into their order when it is asked
 * for.
 */
/** The cases that were asked for since the last writing. Not for several threads at once. */
final class Touched {
    private static final Comparator<HeldCase> BY_NUMBER = Comparator.comparingLong(held -> held.number);

    private final List<HeldCase> all = new ArrayList<>();
    /** Those that were asked for at the present position: many times a few, so that looking at all would be dear. */
    private final List<HeldCase> present = new ArrayList<>();

    /** A case is to be written as of a position of the log. */
    void add(HeldCase held, long position) {
        if (!held.isTouched) {
            held.isTouched = true;
            all.add(held);
        }
        held.position = position;
    }

    /** The same of one that is asked for at the present position. */
    void addPresent(HeldCase held, long position) {
        add(held, position);
        if (!held.isPresent) {
            held.isPresent = true;
            present.add(held);
        }
    }

    /** A case is not to be written. */
    void remove(HeldCase held) {
        held.isTouched = false;
        held.isPresent = false;
    }

    /** In the order of their numbers. */
    List<HeldCase> all() {
        all.removeIf(held -> !held.isTouched);
        all.sort(BY_NUMBER);
        return all;
    }

    /** Those of the present position, in the order of their numbers; there is none from now on. */
    List<HeldCase> takePresent() {
        if (present.isEmpty()) {
            return List.of();
        }
        List<HeldCase> taken = new ArrayList<>(present.size());
        for (HeldCase held : present) {
            if (held.isPresent) {
                held.isPresent = false;
                taken.add(held);
            }
        }
        present.clear();
        taken.sort(BY_NUMBER);
        return taken;
    }

    /** All is written. */
    void clear() {
        all.forEach(held -> held.isTouched = false);
        all.clear();
    }
}
