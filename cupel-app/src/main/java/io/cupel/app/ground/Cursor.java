package io.cupel.app.ground;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: behind the row of these keys, whatever was added or deleted meanwhile. Callers see an opaque
 * text. It is no secret and opens nothing: each call checks its scope anew.
 *
 * @param list name of the list, so that the cursor of one is not taken for that of another
 * @param keys of the last row shown, in the list's order
 */
public record Cursor(String list, List<String> keys) {
    private static final String SEPARATOR = "\u001F";
    private static final int WRITTEN_MAX = 1_000;

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** Of a list that is ordered by one whole number. */
    public static Cursor of(String list, long key) {
        return new Cursor(list, List.of(Long.toString(key)));
    }

    public String written() {
        String text = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number behind which a list goes on; the one given where there is no cursor. */
    public static long number(String list, @Nullable String written, long first) {
        if (written == null) {
            return first;
        }
        try {
            return Long.parseLong(read(list, written, 1).keys().get(0));
        } catch (NumberFormatException e) {
            throw strange();
        }
    }

    /** Reads a cursor of this list with so many keys; another one ends the call. */
    public static Cursor read(String list, String written, int keys) {
        if (written.length() > WRITTEN_MAX) {
            throw strange();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() != keys + 1 || !parts.get(0).equals(list)) {
                throw strange();
            }
            return new Cursor(list, parts.subList(1, parts.size()));
        } catch (IllegalArgumentException e) {
            throw strange();
        }
    }

    private static ProblemException strange() {
        return new ProblemException(Problem.CURSOR, "take the cursor from next of this list's last answer");
    }
}
