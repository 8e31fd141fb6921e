package io.cupel.files;

import io.cupel.files.text.Refusal;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the calls of a file one by one. */
interface CallVisitor {
    /** Where the next call stands, counted from 1. */
    default void at(String file, long line) {}

    /**
     * Takes rows of a table of events together that it need not have one by one; the table gives the others afterwards.
     */
    default void ahead(Table table, CallRows rows) throws IOException {}

    /**
     * One call, as a tree of {@link JsonTree}.
     *
     * @throws Refusal if it cannot be used
     * @throws IOException if what is made of it cannot be written
     */
    void call(Map<String, @Nullable Object> call) throws Refusal, IOException;
}
