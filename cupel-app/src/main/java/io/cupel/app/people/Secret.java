package io.cupel.app.people;

import io.cupel.app.ground.Digests;
import java.security.SecureRandom;
import java.util.Base64;

/*
 * Why one SHA-256 is enough: a slow, salted hash (bcrypt, Argon2) buys time against guessing what people choose. Nobody
 * chooses these: they are 256 random bits, so that guessing one is as hard as inverting the hash, and two are never the
 * same, so that a salt tells nothing apart. A fast hash lets every call be checked by one look-up of an index, in which
 * a comparison byte by byte leaks only bytes of a hash.
 */
/** A secret that is shown once: 256 random bits, of which only the SHA-256 is kept. */
final class Secret {
    private static final int BYTES = 32;
    /** Longer texts are no secrets of ours and are not hashed. */
    static final int LENGTH_MAX = 100;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** A new one; the prefix tells people, and scanners of repositories, what it is. */
    static Secret fresh(String prefix, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The text, to be shown once and stored nowhere. */
    String shown() {
        return text;
    }

    byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        return Digests.sha256(text);
    }

    /** Never the secret: objects end up in logs. */
    @Override
    public String toString() {
        return "a secret";
    }
}
