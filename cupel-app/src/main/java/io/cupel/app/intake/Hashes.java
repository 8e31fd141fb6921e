package io.cupel.app.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Hashes of words that are long, or not to be kept. */
final class Hashes {
    private Hashes() {}

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** By which the log knows a message id: the first 16 bytes of its SHA-256. */
    static UUID ofMessage(String messageId) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(messageId));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
