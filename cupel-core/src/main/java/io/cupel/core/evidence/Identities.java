package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is who, as {@link Introductions} found out. Immutable once made. */
public final class Identities {
    private final Kinship kinship;
    private final List<String> leads;
    /** The place of a lead, by the root of its keys; negative for keys that name none. */
    private final int[] places;

    private final Map<String, List<Recognition>> stays;
    private final List<FirstTold> texts;
    private final int visitors;
    private final Claims claims;

    Identities(
            Kinship kinship,
            Claims claims,
            @Nullable String[] names,
            Map<String, List<Recognition>> stays,
            List<FirstTold> texts,
            int visitors) {
        this.kinship = kinship;
        this.claims = claims;
        this.stays = stays;
        this.texts = texts;
        this.visitors = visitors;
        Named[] sorted = IntStream.range(0, names.length)
                .filter(root -> names[root] != null)
                .mapToObj(root -> new Named(Objects.requireNonNull(names[root]), root))
                .toArray(Named[]::new);
        boolean isPlain = Arrays.stream(sorted).parallel().noneMatch(Named::mayHaveSurrogate);
        Arrays.parallelSort(sorted, isPlain ? Named.BY_UNITS : Named.BY_POINTS);
        this.places = new int[names.length];
        Arrays.fill(places, -1);
        String[] ids = new String[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place].root()] = place;
            ids[place] = sorted[place].name();
        }
        this.leads = Collections.unmodifiableList(Arrays.asList(ids));
    }

    /** @param root of the keys of the lead with this name */
    private record Named(String name, int root) {
        static final Comparator<Named> BY_POINTS = Comparator.comparing(Named::name, CodePointOrder.INSTANCE);
        /** Java's own order, which is the same where no text has a surrogate, and takes less time. */
        static final Comparator<Named> BY_UNITS = (a, b) -> a.name.compareTo(b.name);

        boolean mayHaveSurrogate() {
            return CodePointOrder.mayHaveSurrogate(name);
        }
    }

    /** The ids of all leads, in code-point order. */
    public List<String> leads() {
        return leads;
    }

    /** The place of a lead among {@link #leads}, by the number that its keys got when they were met. */
    public int place(int subject) {
        return places[kinship.root(subject)];
    }

    /** The place of the lead whom an anonymous id means at an instant; negative for a visitor never identified. */
    public int place(String anonymous, long at) {
        List<Recognition> known = stays.get(anonymous);
        if (known == null) {
            return Introductions.NOBODY;
        }
        int i = known.size() - 1;
        while (i > 0 && known.get(i).at() > at) {
            i--;
        }
        return places[known.get(i).root()];
    }

    /** The id of the lead that has this user id, e-mail address or phone number. */
    public Optional<String> find(String key) {
        int number = kinship.known(nodeOf(key));
        if (number < 0) {
            number = Phone.normalised(key).map(kinship::known).orElse(-1);
        }
        int place = number < 0 ? -1 : place(number);
        return place < 0 ? Optional.empty() : Optional.of(leads.get(place));
    }

    /** Whether a user id is its lead's by a browser's word alone. */
    public boolean isClaimed(String key) {
        return claims.since(kinship.known(nodeOf(key))).isPresent();
    }

    /** The user ids and e-mail addresses nearest to a text, the nearest first, and none that is quite different. */
    public List<String> nearest(String key, int most) {
        List<String> known = new ArrayList<>();
        texts.forEach(kind -> known.addAll(kind.texts()));
        return Nearness.nearest(key, known, most);
    }

    /** How many anonymous ids were never identified. */
    public int visitors() {
        return visitors;
    }

    /** User ids that are e-mail addresses are those addresses, so that no two leads have ids that look alike. */
    static String nodeOf(String key) {
        return key.indexOf('@') < 0 ? key : MailDomains.normaliseEmail(key).orElse(key);
    }
}
