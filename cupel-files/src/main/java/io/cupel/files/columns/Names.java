package io.cupel.files.columns;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Known names of columns, for finding what somebody probably meant; never for reading. */
public final class Names {
    /** Of what nobody wrote for this place, fewer slips are believed. */
    private static final int LETTERS_PER_SLIP = 6;

    private Names() {}

    /** The known normal name that is nearest to a name; null where none is near. */
    public static @Nullable String near(TableKind kind, String name) {
        Set<String> names = new TreeSet<>();
        for (Origin origin : List.of(Origin.PLAIN, Origin.ADDRESS_BOOK)) {
            names.addAll(origin.book().names(kind));
        }
        names.removeIf(each -> each.length() < 4);
        return NormalName.of(name).length() < 4 ? null : Nearest.of(name, names, LETTERS_PER_SLIP);
    }

    /** What a known normal name tells; null for nothing. */
    public static @Nullable Target target(TableKind kind, String name) {
        for (Origin origin : List.of(Origin.PLAIN, Origin.ADDRESS_BOOK)) {
            List<NameBook.Meaning> meanings = origin.book().of(kind, name);
            if (!meanings.isEmpty()) {
                return meanings.get(0).target();
            }
        }
        return null;
    }
}
