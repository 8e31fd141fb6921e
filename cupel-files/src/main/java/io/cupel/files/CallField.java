package io.cupel.files;

import io.cupel.files.text.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column of a table tells about the call that its row is. */
@FunctionalInterface
interface CallField {
    /**
     * Puts what a cell tells into the call.
     *
     * @param cell not blank
     */
    void put(Map<String, @Nullable Object> call, String cell) throws Refusal;
}
