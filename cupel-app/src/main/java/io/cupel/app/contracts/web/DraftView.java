package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Draft;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the API shows it.
 *
 * @param version what it stands proposed as; null where nobody proposed it since its last edit
 * @param text as it was written; null in lists
 */
record DraftView(
        long id,
        int revision,
        Instant created,
        Instant edited,
        long editedBy,
        String editedByName,
        @Nullable Integer version,
        @Nullable String text) {
    static DraftView of(Draft draft, Map<Long, String> names, boolean withText) {
        return new DraftView(
                draft.id(),
                draft.revision(),
                draft.created(),
                draft.edited(),
                draft.editedBy(),
                names.getOrDefault(draft.editedBy(), ""),
                draft.version(),
                withText ? draft.text() : null);
    }
}
