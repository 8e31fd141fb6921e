package io.cupel.app.people;

import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons of the house. Nobody is deleted, because what they did keeps their name; who left says so. */
@Component
final class PersonTable {
    private final JdbcClient db;

    PersonTable(JdbcClient db) {
        this.db = db;
    }

    long insert(String name, Set<Role> roles, Instant now) {
        return db.sql("""
                        insert into people.person (name, roles, created_at)
                        values (:name, string_to_array(:roles, ','), :now) returning id
                        """)
                .param("name", name)
                .param("roles", Written.roles(roles))
                .param("now", Times.written(now))
                .query(Long.class)
                .single();
    }

    /** Whether there was one of this revision. */
    boolean update(long id, int revision, String name, Set<Role> roles) {
        return db.sql("""
                                update people.person
                                   set name = :name, roles = string_to_array(:roles, ','), revision = revision + 1
                                 where id = :id and revision = :revision and left_at is null
                                """)
                        .param("name", name)
                        .param("roles", Written.roles(roles))
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void leave(long id, Instant now) {
        db.sql("""
                        update people.person set left_at = :now, revision = revision + 1
                         where id = :id and left_at is null
                        """).param("id", id).param("now", Times.written(now)).update();
    }

    Optional<Member> find(long id) {
        return db.sql("""
                        select id, name, array_to_string(roles, ',') as roles, revision, created_at, left_at
                          from people.person where id = :id
                        """).param("id", id).query(PersonTable::member).optional();
    }

    List<Member> after(long id, int limit) {
        return db.sql("""
                        select id, name, array_to_string(roles, ',') as roles, revision, created_at, left_at
                          from people.person where id > :id order by id limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(PersonTable::member)
                .list();
    }

    Map<Long, String> names(Set<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql("select id, name from people.person where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return names;
    }

    /** Those who work here as administrators, held until the transaction ends, so that one of them stays. */
    List<Long> administratorsForUpdate() {
        return db.sql("""
                        select id from people.person
                         where left_at is null and 'admin' = any(roles) order by id for update
                        """).query(Long.class).list();
    }

    /** Whether an administrator holds a token by which others are made. */
    boolean hasAdministrator(Instant now) {
        return db.sql("""
                        select exists (select 1 from people.person join people.token on person_id = person.id
                                        where left_at is null and 'admin' = any(roles) and revoked_at is null
                                          and expires_at > :now and :scope = any(scopes))
                        """)
                .param("now", Times.written(now))
                .param("scope", Scope.PEOPLE_WRITE.written())
                .query(Boolean.class)
                .single();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        Person person = new Person(row.getLong("id"), row.getString("name"), Written.roles(row.getString("roles")));
        return new Member(
                person, row.getInt("revision"), Times.read(row, "created_at"), Times.readNullable(row, "left_at"));
    }
}
