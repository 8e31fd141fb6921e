package io.cupel.app.intake;

import io.cupel.app.ground.BinaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** From where entries of the log were sent: one row for those behind each other that came at once from one sender. */
final class SenderRuns {
    private final BinaryRows rows = new BinaryRows();
    private boolean isEmpty = true;
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
            isEmpty = false;
            rows.row(5)
                    .bigint(done.from)
                    .bigint(done.until)
                    .instant(done.receivedAt)
                    .text(done.sender.ip())
                    .text(done.sender.userAgent());
        }
    }

    void write(Connection connection) throws SQLException {
        finish();
        if (!isEmpty) {
            LogTable.writeSenders(connection, rows);
        }
    }
}
