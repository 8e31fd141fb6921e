package io.cupel.app.ground;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to the state that this version needs. Each package has a schema of its own name, its scripts in
 * {@code db/migration/<package>} and its history in that schema.
 */
final class Schemas {
    /** In this order, because a later package may refer to an earlier one. */
    static final List<String> PACKAGES = List.of("people", "intake", "contracts", "judging");

    private Schemas() {}

    /**
     * Says what was done. Of several servers that start at once one migrates, the others wait for it.
     *
     * @throws StartFault where the database does not allow it
     */
    static String migrate(DataSource database) {
        int done = PACKAGES.stream().mapToInt(name -> migrate(database, name)).sum();
        return done == 0 ? "none needed" : done + " applied";
    }

    private static int migrate(DataSource database, String name) {
        try {
            return migration(database, name).migrate().migrationsExecuted;
        } catch (FlywayException e) {
            String said = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            throw new StartFault(
                    "The schema " + name + " of the database cannot be brought to what this version needs: " + said
                            + "; see that the role may create schemas, and that no newer Cupel has used this database");
        }
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
