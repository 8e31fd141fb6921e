package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An anonymous id turned out, at an instant, to be a lead's: of the keys with this root. */
record Recognition(long at, String order, int root) {
    static final Comparator<Recognition> ORDER =
            Comparator.comparingLong(Recognition::at).thenComparing(Recognition::order, CodePointOrder.INSTANCE);

    /** In order of time, and of several in a row as the same lead only the first. */
    static List<Recognition> stays(List<Recognition> all) {
        all.sort(ORDER);
        List<Recognition> stays = new ArrayList<>(1);
        for (Recognition next : all) {
            if (stays.isEmpty() || stays.get(stays.size() - 1).root() != next.root()) {
                stays.add(next);
            }
        }
        return List.copyOf(stays);
    }
}
