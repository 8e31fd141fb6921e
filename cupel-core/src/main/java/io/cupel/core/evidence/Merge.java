package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledMerge;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Two leads that people hold for one, with all that they held for one with either of them before. */
final class Merge {
    /** That of the lead which they are together. */
    final long number;

    final String id;
    final long position;
    /** A key of each: whose it is now is what is merged. */
    final String one;

    final String other;
    /** Those that are one by this merge and the ones before it. */
    private Set<Long> leads = Set.of();

    Merge(long number, String id, long position, String one, String other) {
        this.number = number;
        this.id = id;
        this.position = position;
        this.one = one;
        this.other = other;
    }

    static Merge of(FiledMerge filed) {
        Merge merge = new Merge(filed.number(), filed.id(), filed.position(), filed.one(), filed.other());
        merge.join(filed.leads());
        return merge;
    }

    FiledMerge filed() {
        return new FiledMerge(number, id, position, one, other, List.copyOf(leads));
    }

    /** Their numbers, in ascending order. */
    Set<Long> leads() {
        return leads;
    }

    void join(Iterable<Long> numbers) {
        Set<Long> all = new TreeSet<>();
        numbers.forEach(all::add);
        leads = all;
    }
}
