package io.cupel.files.generate;

import java.util.ArrayList;
import java.util.List;

/** How sales takes up one lead, from the first try to the end, or to the end of the year. */
final class Pursuit {
    private static final int TRIES_MOST = 6;
    private static final double BY_CALL = 0.65;
    private static final double CONNECTED = 0.4;
    private static final double SLOW_CONNECTED = 0.28;
    private static final double VOICEMAIL = 0.6;
    private static final double REPLIED = 0.22;
    private static final double NO_SHOW = 0.15;
    private static final double BAD_DATA_IF_BOUNCED = 0.6;

    private static final int DAYS_BETWEEN_TRIES_MOST = 3;
    private static final long CALL_LENGTH_MILLIS_MOST = 25 * Year.MINUTE;
    private static final int DAYS_TO_MEETING_LEAST = 2;
    private static final int DAYS_TO_MEETING_MOST = 9;
    private static final int DAYS_TO_OPPORTUNITY_MOST = 12;
    private static final int DAYS_TO_CLOSE_LEAST = 14;
    private static final int DAYS_TO_CLOSE_MOST = 75;

    private static final double DUPLICATE = 0.05;
    private static final double WRONG_FIT = 0.7;
    /** Below it the lead says that it needs nothing. */
    private static final double NEED_OF_NOBODY = 0.25;

    private static final List<String> NOT_NOW = List.of("wrong timing", "no budget", "no need", "wrong timing");
    private static final List<String> LOST =
            List.of("chose another vendor", "no budget", "no decision", "price", "wrong timing");
    private static final int DISCOUNT_PERCENT_MOST = 10;

    /** Of a year's contract, per employee of the customer. */
    private static final double PRICE_PER_HEAD_MEDIAN = 110;

    private static final double PRICE_SIGMA = 0.4;
    private static final long PRICE_LEAST = 2_400;
    private static final long PRICE_STEP = 100;

    private final Dice dice;
    private final Lead lead;
    private final Merits merits;
    private final SalesFloor.Assignment assignment;
    private final long end;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();

    /**
     * A pursuit that has not begun.
     *
     * @param end the end of the year: what would come later is not known yet
     */
    Pursuit(Dice dice, Lead lead, Merits merits, SalesFloor.Assignment assignment, long end) {
        this.dice = dice;
        this.lead = lead;
        this.merits = merits;
        this.assignment = assignment;
        this.end = end;
    }

    SalesFloor.Assignment assignment() {
        return assignment;
    }

    /** In the order in which they happened. */
    List<Attempt> attempts() {
        return attempts;
    }

    /** In the order in which they were taken. */
    List<Ruling> rulings() {
        return rulings;
    }

    /** When sales first tried; {@link Call#UNTOLD} where that lies after the year. */
    long answeredAt() {
        return attempts.isEmpty() ? Call.UNTOLD : attempts.get(0).at();
    }

    boolean was(String decision) {
        return rulings.stream().anyMatch(ruling -> ruling.decision().equals(decision));
    }

    void run(boolean hasBounced) {
        long median = assignment.isSlow() ? Planted.SLOW_ANSWER_MEDIAN_MILLIS : Planted.ANSWER_MEDIAN_MILLIS;
        long at = Year.afterWork(assignment.at(), (long) dice.logNormal((double) median, Planted.ANSWER_SIGMA));
        if (hasBounced && dice.chance(BAD_DATA_IF_BOUNCED)) {
            attempt(at, "email", "outbound", "bounced");
            rule(at + Year.MINUTE, "rejected", "bad data");
            return;
        }
        long reached = reach(at);
        if (reached == Call.UNTOLD) {
            return;
        }
        long decided = reached + Year.MINUTE + dice.below((int) CALL_LENGTH_MILLIS_MOST);
        if (dice.chance(merits.accepted())) {
            rule(decided, "accepted", "");
            confirm(decided);
        } else {
            rule(decided, "rejected", reason());
        }
    }

    /** Tries until the lead answers; gives up in the end, which is a decision too. */
    private long reach(long first) {
        double connected = assignment.isSlow() ? SLOW_CONNECTED : CONNECTED;
        long at = first;
        for (int tries = 0; tries < TRIES_MOST && at < end; tries++) {
            if (dice.chance(BY_CALL)) {
                boolean answers = dice.chance(connected);
                attempt(
                        at,
                        "call",
                        "outbound",
                        answers ? "connected" : dice.chance(VOICEMAIL) ? "voicemail" : "no answer");
                if (answers) {
                    return at;
                }
            } else {
                attempt(at, "email", "outbound", "sent");
                if (dice.chance(REPLIED)) {
                    long replied = at + Year.HOUR + dice.below((int) (8 * Year.HOUR));
                    attempt(replied, "email", "inbound", "replied");
                    return replied;
                }
            }
            at = Year.atWork(at + dice.between(1, DAYS_BETWEEN_TRIES_MOST) * Year.DAY + dice.below((int) Year.HOUR));
        }
        rule(at, "rejected", "unreachable");
        return Call.UNTOLD;
    }

    private void confirm(long accepted) {
        long at = days(accepted, DAYS_TO_MEETING_LEAST, DAYS_TO_MEETING_MOST);
        if (dice.chance(NO_SHOW)) {
            attempt(at, "meeting", "outbound", "no show");
            at = days(at, 1, DAYS_TO_MEETING_LEAST + 1);
        }
        attempt(at, "meeting", "outbound", "held");
        long after = at + Year.HOUR;
        if (!dice.chance(merits.sql())) {
            rule(after, "lost", dice.pick(NOT_NOW));
            return;
        }
        rule(after, "sql", "");
        long next = days(after, 1, DAYS_TO_OPPORTUNITY_MOST);
        if (!dice.chance(merits.opportunity())) {
            rule(next, "lost", dice.pick(NOT_NOW));
            return;
        }
        deal(next);
    }

    private void deal(long opened) {
        double price = lead.company().employees() * dice.logNormal(PRICE_PER_HEAD_MEDIAN, PRICE_SIGMA);
        long amount = Math.max(PRICE_LEAST, (long) price / PRICE_STEP * PRICE_STEP);
        rule(opened, "opportunity", "", amount);
        long half = days(opened, DAYS_TO_CLOSE_LEAST / 2, DAYS_TO_CLOSE_MOST / 2);
        attempt(half, "meeting", "outbound", "held");
        long closed = days(half, DAYS_TO_CLOSE_LEAST / 2, DAYS_TO_CLOSE_MOST / 2);
        if (dice.chance(merits.won())) {
            long discount = dice.below(DISCOUNT_PERCENT_MOST + 1);
            rule(closed, "won", "", amount * (100 - discount) / 100);
        } else {
            rule(closed, "lost", dice.pick(LOST), amount);
        }
    }

    /** A reason of the closed list, as the lead gives cause for it. */
    private String reason() {
        if (lead.company().isRival()
                || lead.person().role() == Role.STUDENT
                || lead.person().role() == Role.JOB_SEEKER) {
            return "competitor / student / job seeker";
        }
        double drawn = dice.uniform();
        if (drawn < DUPLICATE) {
            return lead.second() == null ? "bad data" : "duplicate";
        }
        boolean fits =
                lead.company().isOfTheRightSize() && lead.company().industry().isTarget();
        if (!fits && drawn < WRONG_FIT) {
            return "wrong fit";
        }
        return lead.need() < NEED_OF_NOBODY ? "no need" : dice.pick(NOT_NOW);
    }

    private long days(long from, int least, int most) {
        return Year.atWork(from + dice.between(least, most) * Year.DAY + dice.below((int) (2 * Year.HOUR)));
    }

    private void attempt(long at, String channel, String direction, String outcome) {
        if (at < end) {
            attempts.add(new Attempt(at, assignment.rep(), channel, direction, outcome));
        }
    }

    private void rule(long at, String decision, String reason) {
        rule(at, decision, reason, 0);
    }

    private void rule(long at, String decision, String reason, long amount) {
        if (at < end) {
            String currency = amount == 0 ? "" : lead.company().country().currency();
            rulings.add(new Ruling(at, assignment.rep(), decision, reason, amount, currency));
        }
    }
}
