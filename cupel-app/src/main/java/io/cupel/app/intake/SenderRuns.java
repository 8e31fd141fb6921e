package io.cupel.app.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From where entries of the log were sent: one row for those behind each other that came at once from one sender. */
final class SenderRuns {
    /** For these few rows COPY takes longer: it is planned anew each time. */
    private static final String WRITE = """
            insert into intake.sender (position, until, received_at, ip, user_agent)
            select position, until, timestamptz 'epoch' + received * interval '1 millisecond', ip, user_agent
              from unnest(?, ?, ?, ?, ?) as run (position, until, received, ip, user_agent)
            """;

    private final List<Run> runs = new ArrayList<>();
    private @Nullable Run run;

    /** Entries behind each other that came from one sender. */
    private record Run(long from, long until, long receivedAt, Sender sender) {
        boolean goesOnWith(LogEntry entry, Sender next) {
            return entry.position() == until + 1
                    && sender.equals(next)
                    && receivedAt == entry.receivedAt().toEpochMilli();
        }

        Run with(LogEntry entry) {
            return new Run(from, entry.position(), receivedAt, sender);
        }
    }

    /** Takes in the next entry of the log. */
    void add(LogEntry entry, Sender sender) {
        Run last = run;
        if (last != null && last.goesOnWith(entry, sender)) {
            run = last.with(entry);
            return;
        }
        finish();
        run = new Run(entry.position(), entry.position(), entry.receivedAt().toEpochMilli(), sender);
    }

    private void finish() {
        Run done = run;
        if (done != null && !done.sender.isUnknown()) {
            runs.add(done);
        }
    }

    void write(Connection connection) throws SQLException {
        finish();
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setArray(1, column(connection, "int8", Run::from));
            statement.setArray(2, column(connection, "int8", Run::until));
            statement.setArray(3, column(connection, "int8", Run::receivedAt));
            statement.setArray(4, column(connection, "text", each -> each.sender.ip()));
            statement.setArray(5, column(connection, "text", each -> each.sender.userAgent()));
            statement.executeUpdate();
        }
    }

    private Array column(Connection connection, String type, Function<Run, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, runs.stream().map(value).toArray());
    }
}
