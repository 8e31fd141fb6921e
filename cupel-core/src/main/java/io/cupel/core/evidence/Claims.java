package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
        static final Comparator<Claim> ORDER =
                Comparator.comparingLong(Claim::at).thenComparing(Claim::text, CodePointOrder.INSTANCE);
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
        return Claim.ORDER.compare(b, a) < 0 ? b : a;
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
        join(visitors);
    }

    /**
     * The earliest first. A claim of an address that is the same lead's already says nothing: somebody else joined
     * them, or claims go round in a circle, of which the latest one is left out. So every lead has a key that is its
     * own.
     */
    private void join(Map<Integer, Claim> visitors) {
        int[] roots = IntStream.range(0, kinship.size()).map(kinship::root).toArray();
        List<Map.Entry<Integer, Claim>> inOrder = new ArrayList<>(visitors.entrySet());
        inOrder.sort(Map.Entry.<Integer, Claim>comparingByValue(Claim.ORDER).thenComparing(Map.Entry.comparingByKey()));
        Map<Integer, Claim> joining = new HashMap<>();
        for (Map.Entry<Integer, Claim> each : inOrder) {
            int root = each.getKey();
            Claim claim = each.getValue();
            if (kinship.root(root) != kinship.root(claim.address)) {
                kinship.join(root, claim.address);
                joining.put(root, claim);
            }
        }
        for (int key = 0; key < roots.length; key++) {
            @Nullable Claim claim = joining.get(roots[key]);
            if (claim != null) {
                since.put(key, claim.at);
            }
        }
    }

    /** Since when a key is its lead's by a claim alone; empty where it is by more than that. */
    OptionalLong since(int key) {
        Long at = since.get(key);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }
}
