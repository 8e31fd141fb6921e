package io.cupel.app.intake;

import io.cupel.app.ground.Digests;
import io.cupel.core.evidence.Origin;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys with which calls may be sent. Only hashes are kept: a key is shown once, when it is made or rotated. Safe
 * for several threads; what another instance makes is known here at once, what it revokes within {@link #FRESH}.
 */
public final class WriteKeys {
    /** So long a key is taken as it was known. */
    static final Duration FRESH = Duration.ofSeconds(1);
    /** The longest time for which both words of a rotated key may be valid. */
    public static final Duration GRACE_MAX = Duration.ofDays(90);

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 32 letters of 62 are 190 bits. */
    private static final int LENGTH = 32;
    /** Longer words are no keys. */
    private static final int WORD_MAX = 100;

    private static final int SHOWN = 8;

    private final WriteKeyTable table;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Known known;
    private final Object reading = new Object();
    /** When the database did not answer last. */
    private long failed = System.nanoTime() - FRESH.toNanos();

    WriteKeys(WriteKeyTable table, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Known(Map<String, Entry> byHash, long nanos) {}

    private record Entry(WriteKey key, @Nullable Instant validUntil) {}

    /** All keys, also those that were revoked, in the order in which they were made. */
    public List<WriteKey> list() {
        return table.all();
    }

    /** Makes a key. */
    public WriteKey.Made make(WriteKey.Plan plan) {
        return changed(() -> {
            int number = table.add(plan, clock.instant());
            return made(number, plan.origin());
        });
    }

    /** Makes a server key and a browser key where there is no key at all; gives what it made, once. */
    public List<WriteKey.Made> makeFirst() {
        return changed(() -> {
            table.lock();
            if (!table.all().isEmpty()) {
                return List.of();
            }
            return List.of(
                    make(WriteKey.Plan.of("first server key", Origin.SERVER)),
                    make(WriteKey.Plan.of("first browser key", Origin.BROWSER)));
        });
    }

    /**
     * Gives a key a new word; the old one is valid for a while.
     *
     * @param grace from 0 to {@link #GRACE_MAX}
     * @return empty where there is no such key, or it was revoked
     */
    public Optional<WriteKey.Made> rotate(int number, Duration grace) {
        if (grace.isNegative() || grace.compareTo(GRACE_MAX) > 0) {
            throw new IllegalArgumentException("the old word of a key stays valid for 0 to 90 days");
        }
        return changed(() -> {
            table.lock();
            Optional<WriteKey> key = find(number).filter(each -> each.revokedAt() == null);
            return key.map(each -> {
                Instant now = clock.instant();
                table.endSecrets(number, now, now.plus(grace));
                return made(number, each.origin());
            });
        });
    }

    /** Takes nothing more from a key; false where there is no such key, or it was revoked before. */
    public boolean revoke(int number) {
        return changed(() -> table.revoke(number, clock.instant()));
    }

    /** The key of a word, if calls may be sent with it now. */
    public Optional<WriteKey> find(String word) {
        if (word.isEmpty() || word.length() > WORD_MAX) {
            return Optional.empty();
        }
        String hash = HexFormat.of().formatHex(Digests.sha256(word));
        long asked = System.nanoTime();
        Entry entry = known().byHash().get(hash);
        if (entry == null) {
            // another instance may have made it just now
            entry = knownSince(asked).byHash().get(hash);
        }
        if (entry == null || entry.key().revokedAt() != null) {
            return Optional.empty();
        }
        Instant until = entry.validUntil();
        return until == null || clock.instant().isBefore(until) ? Optional.of(entry.key()) : Optional.empty();
    }

    private Optional<WriteKey> find(int number) {
        return table.all().stream().filter(each -> each.number() == number).findFirst();
    }

    private WriteKey.Made made(int number, Origin origin) {
        StringBuilder word = new StringBuilder(origin == Origin.SERVER ? "sk_" : "bk_");
        for (int i = 0; i < LENGTH; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        String secret = word.toString();
        table.addSecret(number, Digests.sha256(secret), secret.substring(0, SHOWN), clock.instant());
        return new WriteKey.Made(find(number).orElseThrow(), secret);
    }

    private <T> T changed(Supplier<T> change) {
        T result = transactions.execute(status -> change.get());
        known = null;
        return Objects.requireNonNull(result);
    }

    /** While the database does not answer, keys stay what they were. */
    private Known known() {
        Known now = known;
        if (now != null && System.nanoTime() - now.nanos() < FRESH.toNanos()) {
            return now;
        }
        try {
            Known read = read();
            known = read;
            return read;
        } catch (DataAccessException e) {
            if (now == null) {
                throw new LogUnavailableException("the database does not tell the keys", e);
            }
            return now;
        }
    }

    /** As the database has it after an instant. However many ask for what nobody knows, one reads at a time for all. */
    private Known knownSince(long asked) {
        synchronized (reading) {
            Known now = known;
            if (now != null && now.nanos() - asked >= 0) {
                return now;
            }
            if (System.nanoTime() - failed < FRESH.toNanos()) {
                throw new LogUnavailableException("the database does not tell the keys");
            }
            try {
                Known read = read();
                known = read;
                return read;
            } catch (DataAccessException e) {
                failed = System.nanoTime();
                throw new LogUnavailableException("the database does not tell the keys", e);
            }
        }
    }

    private Known read() {
        long nanos = System.nanoTime();
        Map<Integer, WriteKey> keys = new HashMap<>();
        table.all().forEach(key -> keys.put(key.number(), key));
        Map<String, Entry> byHash = new HashMap<>();
        for (WriteKeyTable.Row row : table.secrets()) {
            WriteKey key = keys.get(row.key());
            if (key != null) {
                byHash.put(row.hash(), new Entry(key, row.secret().validUntil()));
            }
        }
        return new Known(byHash, nanos);
    }
}
