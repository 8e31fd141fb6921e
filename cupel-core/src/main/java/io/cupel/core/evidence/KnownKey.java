package io.cupel.core.evidence;

import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Archive.FirstText;
import io.cupel.core.evidence.Archive.Trust;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A key in the register, whose it is, and as what it was told first. */
final class KnownKey {
    final long number;
    final String node;
    final Map<Key.Kind, FirstText> told = new EnumMap<>(Key.Kind.class);
    Person person;
    /** As in {@link Archive.Trust}. */
    boolean isMet;

    boolean isVerified;
    boolean isReached;

    @Nullable
    Long claimedSince;

    /** Of a user id: the addresses beside which browsers told it, whatever is believed of that. */
    final Set<String> claims = new TreeSet<>();

    KnownKey(long number, String node, Person person) {
        this.number = number;
        this.node = node;
        this.person = person;
    }

    /** Whether that is earlier than what was known. */
    boolean tell(Key key, long at) {
        FirstText before = told.get(key.kind());
        if (before != null && before.at() < at) {
            return false; // as nearly always
        }
        FirstText word = new FirstText(key.text(), at);
        FirstText first = before == null ? word : first(before, word);
        told.put(key.kind(), first);
        return !first.equals(before);
    }

    static FirstText first(FirstText a, FirstText b) {
        boolean isLater = a.at() != b.at() ? b.at() < a.at() : CodePointOrder.INSTANCE.compare(b.text(), a.text()) < 0;
        return isLater ? b : a;
    }

    FiledKey filed() {
        return new FiledKey(number, node, person.number, Map.copyOf(told), trust(), List.copyOf(claims));
    }

    private Trust trust() {
        return new Trust(isMet, isVerified, isReached, claimedSince);
    }

    /** As it was filed. */
    void restore(FiledKey filed) {
        told.putAll(filed.told());
        isMet = filed.trust().isMet();
        isVerified = filed.trust().isVerified();
        isReached = filed.trust().isReached();
        claimedSince = filed.trust().claimedSince();
        claims.addAll(filed.claims());
    }
}
