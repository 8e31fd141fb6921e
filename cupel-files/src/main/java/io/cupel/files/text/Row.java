package io.cupel.files.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table behind its header.
 *
 * @param line the number of its first line, counted from 1
 * @param raw as it stands: personal
 * @param cells as many as the header has; none where the row is refused
 * @param refusal why it cannot be read; null where it can
 */
public record Row(
        long line, String raw, List<String> cells, @Nullable Refusal refusal) {
    public Row {
        cells = List.copyOf(cells);
    }
}
