package io.cupel.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept of the keys of people who were erased: an HMAC-SHA256 with the salt of this database. Who has the salt
 * can find out whether a key that he knows is among them, and nothing else.
 */
final class SaltedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec salt;

    SaltedHash(byte[] salt) {
        this.salt = new SecretKeySpec(salt, ALGORITHM);
    }

    byte[] of(String node) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(salt);
            return mac.doFinal(node.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
