package io.cupel.files;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Sighting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every call once. Of copies with one message id that do not say the same, the least by time and then by content
 * counts.
 *
 * <p>The content itself is not kept, only 128 bits of its hash. Copies of one time that differ are therefore told apart
 * in a second reading: {@link #tied()} says for which ids it is needed, {@link #settle} takes the copies.
 */
final class CallLog {
    /** What is known about one message id. */
    private static final class Slot {
        private Sighting sighting;
        private long high;
        private long low;
        private @Nullable String content;

        Slot(Sighting sighting, ByteBuffer hash) {
            this.sighting = sighting;
            this.high = hash.getLong(0);
            this.low = hash.getLong(8);
        }
    }

    private final Map<String, Slot> slots = new HashMap<>();
    private final Set<String> differing = new HashSet<>();
    private final Set<String> tied = new HashSet<>();
    private final MessageDigest digest = sha256();
    private long duplicates;

    byte[] hash(String content) {
        return digest.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The message id of a call that tells none. */
    static String idOf(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    void add(Sighting sighting, byte[] contentHash) {
        ByteBuffer hash = ByteBuffer.wrap(contentHash);
        Slot slot = slots.get(sighting.order());
        if (slot == null) {
            slots.put(sighting.order(), new Slot(sighting, hash));
            return;
        }
        duplicates++;
        boolean same = slot.high == hash.getLong(0) && slot.low == hash.getLong(8);
        if (!same) {
            differing.add(sighting.order());
            if (sighting.at() == slot.sighting.at()) {
                tied.add(sighting.order());
            }
        }
        if (sighting.at() < slot.sighting.at()) {
            slot.sighting = sighting;
            slot.high = hash.getLong(0);
            slot.low = hash.getLong(8);
        }
    }

    /** The ids of which the copies are needed once more. */
    Set<String> tied() {
        return Collections.unmodifiableSet(tied);
    }

    /** One copy of a tied id, of the second reading. */
    void settle(Sighting sighting, String content) {
        Slot slot = slots.get(sighting.order());
        if (slot == null || sighting.at() != slot.sighting.at()) {
            return;
        }
        if (slot.content == null || CodePointOrder.INSTANCE.compare(content, slot.content) < 0) {
            slot.content = content;
            slot.sighting = sighting;
        }
    }

    Collection<Sighting> calls() {
        return slots.values().stream().map(slot -> slot.sighting).toList();
    }

    /** Calls that were seen before. */
    long duplicates() {
        return duplicates;
    }

    /** Message ids of which the copies do not all say the same. */
    long differing() {
        return differing.size();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
