package io.cupel.files.generate;

import java.io.IOException;

/** A file of calls in one of the formats. */
interface CallFile extends AutoCloseable {
    void write(Call call) throws IOException;

    /** Writes half of a call; answers whether the format can have such lines. */
    boolean tear(Call call) throws IOException;

    /** How many calls were written, without torn ones. */
    long calls();

    /** To be called when all calls are written; without it the file is of no use. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
