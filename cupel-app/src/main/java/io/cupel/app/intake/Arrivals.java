package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import io.cupel.files.text.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes part in the transaction in which calls enter the log: whoever knows whose they are. Its methods are called by
 * one thread at a time in all instances of one database, in the order of the log.
 */
public interface Arrivals {
    /** Nobody takes part. */
    Arrivals NONE = new Arrivals() {};

    /**
     * Which calls may not be logged.
     *
     * @param calls that are not in the log yet
     * @return the reason of each that is barred, by its place in the list
     */
    default Map<Integer, Reason> barred(Connection connection, List<LiveCall.Accepted> calls) throws SQLException {
        return Map.of();
    }

    /**
     * Which texts may not be kept, for they may name somebody who is not to be named.
     *
     * @param texts of calls that could not be used
     * @return the places in the list
     */
    default Set<Integer> unmentionable(Connection connection, List<String> texts) throws SQLException {
        return Set.of();
    }

    /** Hears of calls that enter the log, before they are committed. */
    default void logged(Connection connection, List<Arrival> arrivals) throws SQLException {}

    /**
     * A call that enters the log.
     *
     * @param call with what it says; {@link LiveCall.Accepted#sighting} has the time of the door, the entry that of the
     *     log
     */
    record Arrival(LogEntry entry, LiveCall.Accepted call) {}
}
