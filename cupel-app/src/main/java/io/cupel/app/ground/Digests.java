package io.cupel.app.ground;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256 of contents. */
public final class Digests {
    /** Looking for it among all that a Java has takes as long as it takes for a short text. */
    private static final MessageDigest FRESH = found();

    private Digests() {}

    /** One that has read nothing yet. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return found();
        }
    }

    public static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a text that may be long the first 16 bytes of its SHA-256, by which it is found. */
    public static UUID half(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A short name for contents. */
    static String shortOf(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 6);
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
