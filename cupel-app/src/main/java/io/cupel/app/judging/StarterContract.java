package io.cupel.app.judging;

import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The contract that is in force where nobody made another one. */
final class StarterContract {
    private static final String NAME = "/starter/b2b-workshop.yaml";

    private StarterContract() {}

    static ContractInForce read() {
        try (InputStream in = StarterContract.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + NAME);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Contract contract = ContractFile.of(NAME, text).check().orThrow();
            return new ContractInForce(contract.id(), contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
