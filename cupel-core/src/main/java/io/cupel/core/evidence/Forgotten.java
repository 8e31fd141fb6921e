package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * What was a lead's and is forgotten.
 *
 * @param positions of the entries that were its
 * @param nodes its keys
 * @param devices anonymous ids that were recognised as nobody else
 * @param losers numbers of other leads that lost entries with it
 * @param informed numbers of leads about whose company something else is known now
 * @param words about companies of so many leads that none of these stands among the informed
 * @param merged merges in which it had a part are none any more
 */
public record Forgotten(
        List<Long> positions,
        List<String> nodes,
        List<String> devices,
        List<Long> losers,
        List<Long> informed,
        List<CompanyWord> words,
        Merged merged) {
    public Forgotten {
        positions = List.copyOf(positions);
        nodes = List.copyOf(nodes);
        devices = List.copyOf(devices);
        losers = List.copyOf(losers);
        informed = List.copyOf(informed);
        words = List.copyOf(words);
    }

    /** The same with more entries. */
    public Forgotten with(List<Long> more) {
        List<Long> all = new ArrayList<>(positions);
        all.addAll(more);
        return new Forgotten(all, nodes, devices, losers, informed, words, merged);
    }

    Forgotten with(Merged found) {
        return new Forgotten(positions, nodes, devices, losers, informed, words, found);
    }
}
