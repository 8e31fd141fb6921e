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
    static final List<String> PACKAGES = List.of("people", "intake", "contracts", "judging");

    private Schemas() {}

    static void migrate(DataSource database) {
        PACKAGES.forEach(name -> Flyway.configure()
                .dataSource(database)
                .schemas(name)
                .defaultSchema(name)
                .table("migration")
                .locations("classpath:db/migration/" + name)
                .load()
                .migrate());
    }
}
