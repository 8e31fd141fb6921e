package io.cupel.files.log;

import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What else was seen of each lead than calls: rows of tables, touches, decisions. */
final class OthersByLead {
    /** Those of a lead are those from its start to the next one's. */
    private final int[] starts;

    private final Sighting[] sorted;
    private final List<Sighting> strangers = new ArrayList<>();

    OthersByLead(List<Sighting> others, Roster roster, int leads) {
        this.starts = new int[leads + 1];
        for (int i = 0; i < others.size(); i++) {
            if (roster.place(i) >= 0) {
                starts[roster.place(i) + 1]++;
            } else {
                strangers.add(others.get(i));
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.sorted = new Sighting[others.size() - strangers.size()];
        int[] next = starts.clone();
        for (int i = 0; i < others.size(); i++) {
            int place = roster.place(i);
            if (place >= 0) {
                sorted[next[place]++] = others.get(i);
            }
        }
    }

    List<Sighting> of(int place) {
        return Collections.unmodifiableList(Arrays.asList(sorted).subList(starts[place], starts[place + 1]));
    }

    List<Sighting> strangers() {
        return strangers;
    }
}
