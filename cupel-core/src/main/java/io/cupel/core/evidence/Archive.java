package io.cupel.core.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Register} filed, for when it does not have it in memory. Every subject (a key or a device) and every
 * lead has a number above 0 that no other has.
 */
public interface Archive {
    /** For a register that keeps all in memory. */
    Archive NONE = new NoArchive();

    /** As what a key was told first, and when. */
    record FirstText(String text, long at) {}

    /**
     * How far it is believed whose a key is.
     *
     * @param isMet whether any call was known by it, and not only beside it
     * @param isVerified whether others than browsers told it
     * @param isReached whether these told with it how to reach whom it names
     * @param claimedSince of a key that is its lead's by a browser's word alone: since when at the latest; else null
     */
    record Trust(
            boolean isMet,
            boolean isVerified,
            boolean isReached,
            @Nullable Long claimedSince) {}

    /**
     * A key and whose it is.
     *
     * @param claims of a user id: the addresses beside which browsers told it
     */
    record FiledKey(
            long number, String node, long lead, Map<Key.Kind, FirstText> told, Trust trust, List<String> claims) {}

    /** A lead's keys, and its entries that tell something; entries of devices are not among them. */
    record FiledLead(long number, List<FiledKey> keys, List<FiledEntry> telling) {}

    /**
     * An entry of the log, as that has it.
     *
     * @param about the company that it is taken to tell about; null for none
     */
    record FiledEntry(
            long position,
            long subject,
            Sighting sighting,
            @Nullable String about) {}

    /** A call named a key beside an anonymous id. */
    record FiledSeen(long device, long at, String order, String node) {}

    /**
     * A device.
     *
     * @param isWhole whether nothing was left out of {@code seen} because it said the same again
     */
    record FiledDevice(long number, String anonymous, boolean isWhole, List<FiledSeen> seen) {}

    /**
     * Leads that people hold for one.
     *
     * @param number under which they are one
     * @param id of the entry that says so
     * @param one a key of the one lead
     * @param other a key of the other
     * @param leads those that are one by this merge and the ones before it
     */
    record FiledMerge(long number, String id, long position, String one, String other, List<Long> leads) {}

    /** What people said not to be true of what browsers claimed, and what of that they took back. */
    List<Denial> denials();

    /** All that hold, in the order of their numbers. */
    List<FiledMerge> merges();

    /** The one with a number; null for none. */
    @Nullable
    FiledMerge merge(long number);

    /** The lead that has a key; null where none has. */
    @Nullable
    FiledLead leadOf(String node);

    /** The lead with a number; null where it became another's. */
    @Nullable
    FiledLead lead(long number);

    /** The leads with these numbers, as far as they did not become others. */
    List<FiledLead> leads(Collection<Long> numbers);

    /** Null for one not seen before. */
    @Nullable
    FiledDevice device(String anonymous);

    /** The anonymous ids that were recognised as one of these keys. */
    List<String> devicesOf(Collection<String> nodes);

    /** All entries of subjects. */
    List<FiledEntry> entries(Collection<Long> subjects);

    /** Of these the entries behind a position of the log. */
    List<FiledEntry> entries(Collection<Long> subjects, long behind);

    /** All entries that are taken to tell about a company. */
    List<FiledEntry> about(String company);

    /** The leads that belong to a company as last told. */
    List<Long> members(String company);

    /** Keys that an alias joins with what was no key then. */
    List<String> aliases(String previous);
}
