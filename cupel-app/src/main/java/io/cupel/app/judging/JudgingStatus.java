package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the log is judged. Safe for several threads. */
public final class JudgingStatus {
    private final ProgressTable progress;
    private final TurnTable turns;
    private final MailTable mails;
    private final WordTable words;
    private final EventLog log;
    private final ContractsInForce contracts;
    private final Clock clock;

    JudgingStatus(JudgingTables tables, EventLog log, ContractsInForce contracts, Clock clock) {
        this.progress = tables.progress();
        this.turns = tables.turns();
        this.mails = tables.mails();
        this.words = tables.words();
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
     * @param inForce version of the contract in force, by which is judged what was received since; 0 for none
     * @param turn the number of the last turn; 0 before the first
     * @param turning leads that did not take it yet
     * @param watched up to which position it was looked through for what machines did
     * @param hearing leads that did not hear yet what is known about their company
     */
    public record Now(
            long head,
            long judged,
            Duration lag,
            int judgedBy,
            int inForce,
            int turn,
            long turning,
            long watched,
            long hearing) {}

    public Now now() {
        Instant now = clock.instant();
        ProgressTable.Row row = progress.read();
        List<LogEntry> next = log.after(row.position(), 1);
        Duration lag =
                next.isEmpty() ? Duration.ZERO : Duration.between(next.get(0).receivedAt(), now);
        Optional<Turn> last = turns.before(Integer.MAX_VALUE, 1).stream().findFirst();
        return new Now(
                Math.max(row.position(), log.head()),
                row.position(),
                lag.isNegative() ? Duration.ZERO : lag,
                row.version(),
                contracts.at(now).map(each -> each.version()).orElse(0),
                last.map(Turn::number).orElse(0),
                last.map(Turn::left).orElse(0L),
                mails.position(),
                words.leadsBehind());
    }
}
