package io.cupel.app.intake;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many calls a key, and each address with it, may send; in this instance alone. Safe for several threads. */
final class KeyRates {
    /** At once, in seconds' worth of calls: a client that was away sends what it kept. */
    static final int BURST_SECONDS = 10;
    /** Addresses that are remembered, those that were heard of last. */
    static final int ADDRESSES_MAX = 100_000;

    private final TimeMeter time;
    private final Map<Integer, Bucket> keys = new LinkedHashMap<>();
    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true);

    KeyRates(Clock clock) {
        this.time = new OfClock(clock);
    }

    /** @param clock whose whole milliseconds are told in nanoseconds */
    private record OfClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Takes the calls of a request, if they are not too many.
     *
     * @param address null where it is not known
     * @return null where they may come; else after how long they may come again
     */
    synchronized @Nullable Duration take(WriteKey key, @Nullable String address, int calls) {
        int asked = Math.max(1, calls);
        Bucket ofKey = keys.computeIfAbsent(key.number(), number -> bucket(key.callsPerSecond()));
        Bucket ofAddress = address == null
                ? null
                : addresses.computeIfAbsent(
                        key.number() + " " + address, name -> bucket(key.callsPerSecondOfAddress()));
        if (addresses.size() > ADDRESSES_MAX) {
            Iterator<Bucket> oldest = addresses.values().iterator();
            oldest.next();
            oldest.remove();
        }
        if (ofAddress != null) {
            ConsumptionProbe probe =
                    ofAddress.tryConsumeAndReturnRemaining(atMost(asked, key.callsPerSecondOfAddress()));
            if (!probe.isConsumed()) {
                return Duration.ofNanos(probe.getNanosToWaitForRefill());
            }
        }
        ConsumptionProbe probe = ofKey.tryConsumeAndReturnRemaining(atMost(asked, key.callsPerSecond()));
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** A batch that is larger than the whole bucket takes all of it: else it could never come. */
    private static long atMost(int calls, int perSecond) {
        return Math.min(calls, (long) BURST_SECONDS * perSecond);
    }

    private Bucket bucket(int perSecond) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity((long) BURST_SECONDS * perSecond)
                        .refillGreedy(perSecond, Duration.ofSeconds(1))
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
