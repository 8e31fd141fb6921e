package io.cupel.app.identity;

import java.util.List;

/**
 * Leads that somebody held for one.
 *
 * @param number that they have, or had, as one
 * @param id of the entry that says so
 * @param position of that entry
 * @param one a key of the one lead
 * @param other a key of the other
 * @param leads numbers of those that are, or were, one by it and the merges before
 * @param holds false where it was taken back
 */
public record LeadMerge(
        long number, String id, long position, String one, String other, List<Long> leads, boolean holds) {
    public LeadMerge {
        leads = List.copyOf(leads);
    }
}
