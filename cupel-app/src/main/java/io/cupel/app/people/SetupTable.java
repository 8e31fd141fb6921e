package io.cupel.app.people;

import io.cupel.app.ground.Times;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one-time token of the first administrator, by its hash; at most one at a time. */
@Component
final class SetupTable {
    private final JdbcClient db;

    SetupTable(JdbcClient db) {
        this.db = db;
    }

    /** Puts this one in the place of any other. */
    void put(byte[] hash, Instant expires) {
        db.sql("""
                        insert into people.setup (hash, expires_at) values (:hash, :expires)
                        on conflict (only_row) do update set hash = excluded.hash, expires_at = excluded.expires_at
                        """).param("hash", hash).param("expires", Times.written(expires)).update();
    }

    /** Uses it up; whether it was the one and still held. Of two calls at a time one is told so. */
    boolean take(byte[] hash, Instant now) {
        return db.sql("delete from people.setup where hash = :hash and expires_at > :now")
                        .param("hash", hash)
                        .param("now", Times.written(now))
                        .update()
                == 1;
    }
}
