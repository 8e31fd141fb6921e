package io.cupel.app.people;

import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens, by the hash of their secret. */
@Component
final class TokenTable {
    /** The last use is written at most so often, so that reading does not turn into writing. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;

    TokenTable(JdbcClient db) {
        this.db = db;
    }

    /** Who calls, and whether that is worth a note. */
    record Found(Caller caller, boolean noteUse) {}

    long insert(Token token, byte[] hash) {
        return db.sql("""
                        insert into people.token (person_id, name, hash, scopes, created_at, expires_at)
                        values (:person, :name, :hash, string_to_array(:scopes, ','), :created, :expires)
                        returning id
                        """)
                .param("person", token.person())
                .param("name", token.name())
                .param("hash", hash)
                .param("scopes", Written.scopes(token.scopes()))
                .param("created", Times.written(token.created()))
                .param("expires", Times.written(token.expires()))
                .query(Long.class)
                .single();
    }

    /** The caller of a token that is neither expired nor revoked, and whose person works here. */
    Optional<Found> find(byte[] hash, Instant now) {
        return db.sql("""
                        select t.id, t.person_id, p.name, array_to_string(p.roles, ',') as roles,
                               array_to_string(t.scopes, ',') as scopes, t.last_used_at
                          from people.token t join people.person p on p.id = t.person_id
                         where t.hash = :hash and t.expires_at > :now
                           and t.revoked_at is null and p.left_at is null
                        """)
                .param("hash", hash)
                .param("now", Times.written(now))
                .query((row, number) -> found(row, now))
                .optional();
    }

    private static Found found(ResultSet row, Instant now) throws SQLException {
        Set<Role> roles = Written.roles(row.getString("roles"));
        Set<Scope> scopes = Written.scopes(row.getString("scopes"));
        scopes.retainAll(Scope.allowedTo(roles));
        Instant used = Times.readNullable(row, "last_used_at");
        Person person = new Person(row.getLong("person_id"), row.getString("name"), roles);
        return new Found(
                new Caller(row.getLong("id"), person, scopes),
                used == null || used.plus(USE_NOTED_EVERY).isBefore(now));
    }

    void noteUse(long id, Instant now) {
        db.sql("update people.token set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", Times.written(now))
                .update();
    }

    Optional<Token> find(long id) {
        return db.sql("""
                        select id, person_id, name, array_to_string(scopes, ',') as scopes,
                               created_at, expires_at, revoked_at, last_used_at
                          from people.token where id = :id
                        """).param("id", id).query(TokenTable::token).optional();
    }

    List<Token> after(long person, long id, int limit) {
        return db.sql("""
                        select id, person_id, name, array_to_string(scopes, ',') as scopes,
                               created_at, expires_at, revoked_at, last_used_at
                          from people.token where person_id = :person and id > :id order by id limit :limit
                        """)
                .param("person", person)
                .param("id", id)
                .param("limit", limit)
                .query(TokenTable::token)
                .list();
    }

    /** How many of a person's tokens let somebody in now. */
    int valid(long person, Instant now) {
        return db.sql("""
                        select count(*) from people.token
                         where person_id = :person and revoked_at is null and expires_at > :now
                        """)
                .param("person", person)
                .param("now", Times.written(now))
                .query(Integer.class)
                .single();
    }

    void revoke(long id, Instant now) {
        db.sql("update people.token set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", Times.written(now))
                .update();
    }

    void revokeAll(long person, Instant now) {
        db.sql("update people.token set revoked_at = :now where person_id = :person and revoked_at is null")
                .param("person", person)
                .param("now", Times.written(now))
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("name"),
                Written.scopes(row.getString("scopes")),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"),
                Times.readNullable(row, "revoked_at"),
                Times.readNullable(row, "last_used_at"));
    }
}
