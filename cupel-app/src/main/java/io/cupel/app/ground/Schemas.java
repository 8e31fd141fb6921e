package io.cupel.app.ground;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the state that this version needs. Each package has a schema of its own name, its scripts in
 * {@code db/migration/<package>} and its history in that schema.
 */
final class Schemas {
    /** In this order, because a later package may refer to an earlier one. */
    static final List<String> PACKAGES = List.of("people", "intake", "identity", "contracts", "judging");

    private Schemas() {}

    /** Says what was done. Of several servers that start at once one migrates, the others wait for it. */
    static String migrate(DataSource database) {
        int done = PACKAGES.stream()
                .mapToInt(name -> migration(database, name).migrate().migrationsExecuted)
                .sum();
        return done == 0 ? "none needed" : done + " applied";
    }

    private static Flyway migration(DataSource database, String name) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(name)
                .defaultSchema(name)
                .table("migration")
                .locations("classpath:db/migration/" + name)
                .load();
    }
}
