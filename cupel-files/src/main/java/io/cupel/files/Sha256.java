package io.cupel.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a text can be known again and not be read. */
final class Sha256 {
    private static final int HALF = 16;

    private Sha256() {}

    /** The first 16 bytes of the hash, in hexadecimal: as the log keeps message ids of what is erased. */
    static String half(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HALF);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
