package io.cupel.app.ground;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the database to the state that this version needs. Each package has a schema of its own name, its scripts in
 * {@code db/migration/<package>} and its history in that schema.
 */
final class Schemas {
    /** In this order, because a later package may refer to an earlier one. */
    static final List<String> PACKAGES = List.of("people", "intake", "identity", "contracts", "judging");

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

    /**
     * Brings an empty database to the state in which schemas were, by the versions of their scripts.
     *
     * @throws StartFault where the database does not allow it
     */
    static void migrateTo(DataSource database, Map<String, String> versions) {
        for (String name : PACKAGES) {
            String version = versions.get(name);
            if (version != null) {
                migrate(() -> migration(database, name, version), name);
            }
        }
    }

    /** The newest version of each schema that this program knows. */
    static Map<String, String> newest(DataSource database) {
        Map<String, String> newest = new TreeMap<>();
        for (String name : PACKAGES) {
            for (MigrationInfo each : migration(database, name, "latest").info().all()) {
                newest.put(name, String.valueOf(each.getVersion()));
            }
        }
        return newest;
    }

    private static int migrate(DataSource database, String name) {
        return migrate(() -> migration(database, name, "latest"), name);
    }

    private static int migrate(Supplier<Flyway> flyway, String name) {
        try {
            return flyway.get().migrate().migrationsExecuted;
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

    private static Flyway migration(DataSource database, String name, String target) {
        return Flyway.configure()
                .target(target)
                .dataSource(database)
                .schemas(name)
                .defaultSchema(name)
                .table("migration")
                .locations("classpath:db/migration/" + name)
                .load();
    }
}
