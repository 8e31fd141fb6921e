package io.cupel.app.backup;

import io.cupel.app.ground.Digests;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256. */
final class Sums {
    private Sums() {}

    static MessageDigest begin() {
        return Digests.sha256();
    }

    static String end(MessageDigest sum) {
        return HexFormat.of().formatHex(sum.digest());
    }
}
