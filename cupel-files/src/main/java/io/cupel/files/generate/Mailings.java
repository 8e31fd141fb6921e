package io.cupel.files.generate;

import java.util.List;

/** Mails that the made-up company sends to keep leads warm, and what becomes of them. */
final class Mailings {
    private static final double SHARE_OF_CALLS = 0.22;
    private static final double OPENED = 0.42;
    private static final double CLICKED = 0.22;
    private static final double REPLIED_BY_NEED = 0.16;
    private static final double REPLIED_BY_CHANCE = 0.004;
    private static final double UNSUBSCRIBED = 0.006;
    private static final double BOUNCES = 0.018;

    private static final int DAYS_BETWEEN_LEAST = 2;
    private static final int DAYS_BETWEEN_MOST = 9;
    private static final long OPENED_WITHIN_MILLIS = 2 * Year.DAY;
    private static final long CLICKED_WITHIN_MILLIS = 3 * Year.MINUTE;
    private static final long REPLIED_WITHIN_MILLIS = 8 * Year.HOUR;

    /** Companies of which the mail gateway follows all links of a mail: one in so many. */
    private static final int SCANNING_ONE_IN = 16;

    private static final int SCANNED_LEAST = 3;
    private static final int SCANNED_MOST = 5;
    private static final List<String> SUBJECTS =
            List.of("welcome", "three-mistakes", "the-numbers", "a-customer-tells", "whats-new", "one-question");

    private final Year year;
    private final Dice dice;
    private final Stream stream;
    private final Lead lead;
    private final long until;
    private boolean isOver;

    Mailings(Year year, Dice dice, Stream stream, Lead lead, long until) {
        this.year = year;
        this.dice = dice;
        this.stream = stream;
        this.lead = lead;
        this.until = until;
    }

    /** Sends them until the lead's time is over; answers whether the address takes none. */
    boolean send() {
        boolean bounces = dice.chance(BOUNCES);
        if (!lead.isOptedIn()) {
            return false;
        }
        int keep = (int) (stream.left() * (1 - SHARE_OF_CALLS));
        long at = lead.created() + Year.MINUTE;
        for (int number = 0; !isOver && stream.left() > keep && at < until; number++) {
            List<Fact> mail = mail(number);
            if (bounces) {
                stream.mail(at, "Email Bounced", mail);
                return true;
            }
            deliver(at, mail, keep);
            at += between(DAYS_BETWEEN_LEAST, DAYS_BETWEEN_MOST);
        }
        return false;
    }

    private void deliver(long at, List<Fact> mail, int keep) {
        stream.mail(at, "Email Delivered", mail);
        if (lead.company().number() % SCANNING_ONE_IN == 1) {
            scan(at);
        }
        long opened = at + Year.MINUTE + skewed(OPENED_WITHIN_MILLIS);
        if (stream.left() <= keep || opened >= year.end() || !dice.chance(OPENED)) {
            return;
        }
        stream.mail(opened, "Email Opened", mail);
        long clicked = opened + 5 * Year.SECOND + skewed(CLICKED_WITHIN_MILLIS);
        if (stream.left() > keep && clicked < year.end() && dice.chance(CLICKED)) {
            stream.track(clicked, "Email Link Clicked", link(mail, "/blog/post-" + dice.between(1, 12)));
        }
        long replied = opened + Year.MINUTE + skewed(REPLIED_WITHIN_MILLIS);
        double wish = REPLIED_BY_CHANCE + REPLIED_BY_NEED * lead.need();
        if (stream.left() > keep && replied < year.end() && dice.chance(wish)) {
            stream.mail(replied, "Email Replied", mail);
        }
        if (stream.left() > keep && clicked < year.end() && dice.chance(UNSUBSCRIBED)) {
            stream.mail(clicked, "Unsubscribed", mail);
            isOver = true;
        }
    }

    private void scan(long delivered) {
        int links = dice.between(SCANNED_LEAST, SCANNED_MOST);
        for (int link = 0; link < links; link++) {
            long at = delivered + Year.SECOND + link * (Year.SECOND / 2) + dice.below(400);
            if (at < year.end()) {
                stream.scanned(at, List.of(Fact.of("link_url", Site.HOST + "/l/" + link)));
            }
        }
    }

    private static List<Fact> mail(int number) {
        String subject = SUBJECTS.get(Math.min(number, SUBJECTS.size() - 1));
        return List.of(Fact.of("campaign_name", "nurture"), Fact.of("email_id", subject + "-" + (number + 1)));
    }

    private static List<Fact> link(List<Fact> mail, String path) {
        return List.of(mail.get(0), mail.get(1), Fact.of("link_url", Site.HOST + path));
    }

    private long between(int daysLeast, int daysMost) {
        return dice.between(daysLeast, daysMost) * Year.DAY + dice.below((int) Year.HOUR);
    }

    /** Soon for most, late for some. */
    private long skewed(long most) {
        double drawn = dice.uniform();
        return (long) (drawn * drawn * drawn * most);
    }
}
