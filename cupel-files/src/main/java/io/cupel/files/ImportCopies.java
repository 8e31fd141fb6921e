package io.cupel.files;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets each message id of some files count once, as reading them does: of copies that differ the least by time, then by
 * canonical JSON. So many ids are remembered and no more: of others the log of the server takes the first.
 */
final class ImportCopies {
    static final int REMEMBERED_MAX = 4_000_000;
    private static final int FIRST_SLOTS = 1 << 12;

    private final int most;
    /** Ids of which an earlier reading found copies that differ. */
    private final Set<String> tied;

    private final Set<String> differing = new HashSet<>();
    private final Map<String, Copy> least = new HashMap<>();
    /** The hash of an id and that of what its first call says; open addressing, at most half full. */
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int count;

    private record Copy(ImportFiles.Call call, long at, String content) {
        boolean isBefore(Copy other) {
            return at != other.at ? at < other.at : CodePointOrder.INSTANCE.compare(content, other.content) < 0;
        }
    }

    ImportCopies(Set<String> tied, int most) {
        this.tied = Set.copyOf(tied);
        this.most = most;
    }

    /** Whether the message is new, as far as is remembered. */
    boolean isNew(String id, Map<String, @Nullable Object> call, long at) {
        long hash = Fingerprint.of(id) | 1; // a slot of zeros is empty
        long content = CallReader.fingerprint(call) * 31 + at;
        int slot = find(hash);
        if (slots[slot] != 0) {
            if (slots[slot + 1] != content) {
                differing.add(id);
            }
            return false;
        }
        if (count < most) {
            slots[slot] = hash;
            slots[slot + 1] = content;
            count++;
            if (4L * count > slots.length) {
                grow();
            }
        }
        return true;
    }

    /** Keeps of a message of which copies differ the one that counts; false for any other message. */
    boolean keeps(ImportFiles.Call call, Map<String, @Nullable Object> told, Sighting sighting) {
        if (!tied.contains(call.messageId())) {
            return false;
        }
        Copy copy = new Copy(call, sighting.at(), CallReader.content(told));
        least.merge(call.messageId(), copy, (a, b) -> b.isBefore(a) ? b : a);
        return true;
    }

    /** Those that count of the messages of which copies differ. */
    List<ImportFiles.Call> kept() {
        List<ImportFiles.Call> calls = new ArrayList<>();
        least.values().forEach(copy -> calls.add(copy.call()));
        calls.sort((a, b) -> CodePointOrder.INSTANCE.compare(a.messageId(), b.messageId()));
        return calls;
    }

    /** Messages of which copies differ. */
    Set<String> differing() {
        return Set.copyOf(differing);
    }

    private int find(long hash) {
        int mask = slots.length / 2 - 1;
        int slot = (int) (hash >>> 1) & mask;
        while (slots[2 * slot] != 0 && slots[2 * slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != 0) {
                int at = find(before[i]);
                slots[at] = before[i];
                slots[at + 1] = before[i + 1];
            }
        }
    }
}
