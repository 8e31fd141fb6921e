package io.cupel.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of contract files, for editors that complete and check while somebody writes. */
public final class ContractSchema {
    private static final String RESOURCE = "contract.schema.json";

    private ContractSchema() {}

    /** As published; JSON Schema draft 2020-12. */
    public static String text() {
        try (InputStream in = ContractSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
