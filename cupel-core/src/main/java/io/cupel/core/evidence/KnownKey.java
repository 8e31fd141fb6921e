package io.cupel.core.evidence;

import java.util.EnumMap;
import java.util.Map;

/** A key in the register, whose it is, and as what it was told first. */
final class KnownKey {
    final Map<Key.Kind, First> told = new EnumMap<>(Key.Kind.class);
    Person person;

    /** A text, and when it was told first. */
    record First(String text, long at) {
        boolean isBefore(First other) {
            return at != other.at ? at < other.at : CodePointOrder.INSTANCE.compare(text, other.text) < 0;
        }
    }

    KnownKey(Person person) {
        this.person = person;
    }

    void tell(Key key, long at) {
        told.merge(key.kind(), new First(key.text(), at), KnownKey::first);
    }

    static First first(First a, First b) {
        return a.isBefore(b) ? a : b;
    }
}
