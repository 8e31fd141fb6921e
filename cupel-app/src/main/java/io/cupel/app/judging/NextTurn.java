package io.cupel.app.judging;

import io.cupel.app.contracts.Schedule;
import io.cupel.app.intake.Recent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The turn that comes next.
 *
 * @param at from when on it judges: where entries received later are judged already, from behind these
 */
record NextTurn(Schedule.Turn turn, Instant at) {
    static NextTurn of(Schedule.Turn turn, TurnTable.Row last, ProgressTable.Row judged) {
        return new NextTurn(turn, from(wholeMillis(turn.from()), last, judged));
    }

    private static Instant from(Instant active, TurnTable.Row last, ProgressTable.Row judged) {
        if (active.isAfter(judged.receivedAt())) {
            return active;
        }
        boolean isNothingSince =
                last.position() == judged.position() && last.at().equals(judged.receivedAt());
        return isNothingSince ? last.at() : judged.receivedAt().plusMillis(1);
    }

    /** Entries are received at whole milliseconds: the first that is not before it. */
    private static Instant wholeMillis(Instant instant) {
        Instant whole = instant.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(instant) ? whole : whole.plusMillis(1);
    }

    /** Those that were received before it. */
    List<Recent.Entry> before(List<Recent.Entry> all) {
        int count = 0;
        while (count < all.size() && all.get(count).entry().receivedAt().isBefore(at)) {
            count++;
        }
        return all.subList(0, count);
    }
}
