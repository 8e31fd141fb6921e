package io.cupel.app.intake;

import io.cupel.app.ground.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Requests that this instance took whole of late: whoever did not get the answer sends the same again, to the byte, and
 * need not be read again to be told that all of it is in the log. What is not remembered is read, and found there by
 * its message ids. Safe for several threads.
 */
final class Resent {
    /** Requests that are remembered, some 150 bytes each. */
    static final int REQUESTS_MAX = 50_000;
    /** Who sends again after that is read again. */
    static final Duration STAYS = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<ByteBuffer, Taken> taken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Taken> eldest) {
            return size() > REQUESTS_MAX;
        }
    };

    private record Taken(int calls, Instant at) {}

    Resent(Clock clock) {
        this.clock = clock;
    }

    /** By which a request is known: whose it is, what its address says of its calls, and its body. */
    static ByteBuffer print(WriteKey key, @Nullable String type, byte[] body) {
        MessageDigest digest = Digests.sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, key.number()));
        digest.update((type == null ? "" : type).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(body));
    }

    /** All calls of a request are committed, and none of them said something else than one before. */
    synchronized void took(ByteBuffer print, int calls) {
        taken.put(print, new Taken(calls, clock.instant()));
    }

    /** How many calls a request has whose calls are all in the log; empty where that is not remembered. */
    synchronized OptionalInt calls(ByteBuffer print) {
        Taken before = taken.get(print);
        return before == null || before.at().plus(STAYS).isBefore(clock.instant())
                ? OptionalInt.empty()
                : OptionalInt.of(before.calls());
    }

    /** The database failed: what it has now only it knows. */
    synchronized void forget() {
        taken.clear();
    }
}
