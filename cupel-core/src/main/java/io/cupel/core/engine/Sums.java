package io.cupel.core.engine;

import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;

/** Adds up signals to groups, groups to kinds: a group is at most its cap and has no floor. In micro-points. */
final class Sums {
    private final long[] groupCaps;
    private final Kind[] groupKinds;
    private final long[] groups;
    private long engagement;
    private long intent;
    private long usage;

    Sums(long[] groupCaps, Kind[] groupKinds) {
        this.groupCaps = groupCaps;
        this.groupKinds = groupKinds;
        this.groups = new long[groupCaps.length];
    }

    void add(Kind kind, int group, long value) {
        if (group >= 0) {
            groups[group] += value;
        } else {
            addToKind(kind, value);
        }
    }

    private void addToKind(Kind kind, long value) {
        switch (kind) {
            case ENGAGEMENT -> engagement += value;
            case INTENT -> intent += value;
            case USAGE -> usage += value;
        }
    }

    Score score() {
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] != 0) {
                addToKind(groupKinds[group], Math.min(groups[group], groupCaps[group]));
            }
        }
        return new Score(new Points(engagement), new Points(intent), new Points(usage));
    }
}
