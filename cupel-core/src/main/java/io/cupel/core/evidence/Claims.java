package io.cupel.core.evidence;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * User ids that browsers told beside addresses. A user whom no server told how to reach is a visitor by another name:
 * what it did is that address's with which it was told first. One whom a server told how to reach is a lead, and what
 * browsers say of it joins nobody.
 */
final class Claims {
    private final Kinship kinship;
    /** By number of the user id: the address with which it was told first. */
    private final Map<Integer, Claim> first = new HashMap<>();
    /** Numbers of keys of which a server told how to reach them. */
    private final BitSet reached = new BitSet();
    /** By number of the key, after settling, of those that are a lead's by a claim alone: since when. */
    private final Map<Integer, Long> since = new HashMap<>();

    /** @param address its number */
    private record Claim(long at, int address, String text) {
        boolean isBefore(Claim other) {
            return at != other.at ? at < other.at : CodePointOrder.INSTANCE.compare(text, other.text) < 0;
        }
    }

    Claims(Kinship kinship) {
        this.kinship = kinship;
    }

    /** A server told how to reach whom a key names. */
    void reach(int key) {
        reached.set(key);
    }

    /** A browser told a user id beside an address. */
    void claim(int user, long at, int address, String text) {
        first.merge(user, new Claim(at, address, text), Claims::earlier);
    }

    private static Claim earlier(Claim a, Claim b) {
        return b.isBefore(a) ? b : a;
    }

    /** After all keys were met and joined: joins what is claimed. */
    void settle() {
        if (first.isEmpty()) {
            return;
        }
        BitSet leads = new BitSet();
        reached.stream().map(kinship::root).forEach(leads::set);
        Map<Integer, Claim> visitors = new HashMap<>();
        first.forEach((user, claim) -> {
            int root = kinship.root(user);
            if (!leads.get(root)) {
                visitors.merge(root, claim, Claims::earlier);
            }
        });
        for (int key = 0; key < kinship.size(); key++) {
            @Nullable Claim claim = visitors.get(kinship.root(key));
            if (claim != null) {
                since.put(key, claim.at);
            }
        }
        visitors.forEach((root, claim) -> kinship.join(root, claim.address));
    }

    /** Since when a key is its lead's by a claim alone; empty where it is by more than that. */
    OptionalLong since(int key) {
        Long at = since.get(key);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }
}
