package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far the log is judged. Safe for several threads. */
public final class JudgingStatus {
    private final ProgressTable progress;
    private final EventLog log;
    private final ContractsInForce contracts;
    private final Clock clock;

    JudgingStatus(ProgressTable progress, EventLog log, ContractsInForce contracts, Clock clock) {
        this.progress = progress;
        this.log = log;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * At an instant.
     *
     * @param head position of the last entry of the log
     * @param judged up to which position it is judged
     * @param lag how long the oldest entry that is not judged waits; zero where none does
     * @param judgedBy version of the contract by which it is judged; 0 before the first
     * @param inForce version of the contract in force; while another one judges, all is judged anew; 0 for none
     */
    public record Now(long head, long judged, Duration lag, int judgedBy, int inForce) {}

    public Now now() {
        Instant now = clock.instant();
        ProgressTable.Row row = progress.read();
        List<LogEntry> next = log.after(row.position(), 1);
        Duration lag =
                next.isEmpty() ? Duration.ZERO : Duration.between(next.get(0).receivedAt(), now);
        return new Now(
                Math.max(row.position(), log.head()),
                row.position(),
                lag.isNegative() ? Duration.ZERO : lag,
                row.version(),
                contracts.at(now).map(each -> each.version()).orElse(0));
    }
}
