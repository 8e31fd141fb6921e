package io.cupel.app.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What schemas, tables and sequences of ours a database has, as it says itself. */
final class Catalogue {
    private static final String OURS = "(select schemaname from pg_tables where tablename = 'migration')";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /**
     * A table.
     *
     * @param name with its schema, both as SQL quotes them
     * @param columns that hold what was written, in their order, as SQL quotes them
     */
    record Table(String name, List<String> columns) {}

    /** The version of each schema that is made by migrations. */
    Map<String, String> versions() throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        for (String schema : texts("select distinct schemaname from pg_tables where tablename = 'migration'")) {
            List<String> version = texts("select version from " + quoted(schema)
                    + ".migration where success and version is not null order by installed_rank desc limit 1");
            version.forEach(each -> versions.put(schema, each));
        }
        return versions;
    }

    /** All tables but the histories of migrations, each behind those to which it refers. */
    List<Table> tables() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        String sql = "select format('%I.%I', n.nspname, c.relname), format('%I', a.attname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
                + " where c.relkind = 'r' and n.nspname in " + OURS + " and c.relname <> 'migration' and a.attnum > 0"
                + " and not a.attisdropped and a.attgenerated = '' order by n.nspname, c.relname, a.attnum";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        Map<String, Set<String>> references = references();
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> left = new TreeSet<>(columns.keySet());
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(name -> references.getOrDefault(name, Set.of()).stream()
                            .allMatch(other -> other.equals(name) || ordered.contains(other)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        List<Table> tables = new ArrayList<>();
        for (String name : ordered) {
            tables.add(new Table(name, columns.getOrDefault(name, List.of())));
        }
        return tables;
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        String sql = "select format('%I.%I', n.nspname, c.relname), format('%I.%I', tn.nspname, t.relname)"
                + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
                + " join pg_namespace n on n.oid = c.relnamespace join pg_class t on t.oid = k.confrelid"
                + " join pg_namespace tn on tn.oid = t.relnamespace where k.contype = 'f'";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                references
                        .computeIfAbsent(row.getString(1), name -> new TreeSet<>())
                        .add(row.getString(2));
            }
        }
        return references;
    }

    /** The last number that each sequence gave; of those that gave one. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        String sql = "select format('%I.%I', schemaname, sequencename), last_value from pg_sequences"
                + " where last_value is not null and schemaname in " + OURS;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.put(row.getString(1), row.getLong(2));
            }
        }
        return sequences;
    }

    /** Whether somebody else is in the database. */
    boolean isUsed() throws SQLException {
        return !texts("select pid::text from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and backend_type = 'client backend'")
                .isEmpty();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
