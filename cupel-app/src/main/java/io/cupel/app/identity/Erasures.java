package io.cupel.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was erased, as far as that may be known. Safe for several threads. */
public final class Erasures {
    private final ErasureTable table;

    Erasures(JdbcClient db) {
        this.table = new ErasureTable(db);
    }

    /**
     * Bars keys: calls that name one are refused from now on, in all instances. Within a transaction in which the log
     * is held.
     *
     * @param by number of the person who has it done
     * @param nodes keys and anonymous ids
     * @param entries how many of the log become tombstones
     */
    public Erasure bar(Instant at, long by, Collection<String> nodes, int entries) {
        SaltedHash salted = new SaltedHash(table.salt());
        List<byte[]> hashes = new ArrayList<>();
        nodes.forEach(node -> hashes.add(salted.of(node)));
        Erasure erasure = table.insert(at, by, hashes.size(), entries);
        table.bar(erasure.number(), hashes);
        return erasure;
    }

    /** The erasures before one, the newest first. */
    public List<Erasure> before(long number, int limit) {
        return table.before(number, limit);
    }
}
