package io.cupel.app.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Sees before anything else that the database can be entered and is new enough. */
final class FirstContact {
    /** The oldest PostgreSQL that the tests run on. */
    static final int OLDEST = 15;

    private FirstContact() {}

    /**
     * Enters once.
     *
     * @throws StartFault with the remedy
     */
    static void check(DatabaseAddress address) {
        Properties properties = new Properties();
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        properties.setProperty("loginTimeout", "15");
        try (Connection connection = DriverManager.getConnection(address.url(), properties)) {
            mustBeNewEnough(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new StartFault("The database of database-url " + reason(e));
        }
    }

    static void mustBeNewEnough(int version) {
        if (version < OLDEST) {
            throw new StartFault(
                    "The database of database-url is PostgreSQL " + version + "; Cupel needs " + OLDEST + " or later");
        }
    }

    /** By the state, because the driver's own words can quote the address with the password in it. */
    private static String reason(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("08")) {
            return "does not answer; see that it runs, and that host and port are right";
        }
        if (state.startsWith("28")) {
            return "does not take this user and password; see database-user and database-password";
        }
        if (state.equals("3D000")) {
            return "is not there: the server has no database of that name; make it with create database";
        }
        return "cannot be used (SQL state " + state + ")";
    }
}
