package io.cupel.files.generate;

import java.util.List;

/** What a lead does in the year: visits, forms, mails and trials, as its need and its source make likely. */
final class Activity {
    /** How often somebody had been there before telling who it is. */
    private static final double CAME_BEFORE = 0.5;

    private static final int DAYS_BEFORE_MOST = 21;
    private static final int DAYS_LEAST = 5;
    private static final int DAYS_BY_CHANCE = 110;
    private static final int DAYS_BY_NEED = 260;

    private static final double DEMO_BY_CHANCE = 0.012;
    private static final double DEMO_BY_NEED = 0.5;
    /** Below it nobody asks for a demo but by chance. */
    private static final double NEED_OF_DEMO = 0.45;

    private static final int CALLS_OF_DEMO = 4;

    private static final double WEBINAR_SHARE = 0.07;
    private static final double WEBINAR_SHARE_OF_SOURCE = 0.75;
    private static final int CALLS_OF_WEBINAR = 3;

    private final Year year;
    private final long seed;

    Activity(Year year, long seed) {
        this.year = year;
        this.seed = seed;
    }

    /**
     * What became of it.
     *
     * @param stream all calls
     * @param demoAt when the lead asked for a demo; {@link Call#UNTOLD} where it did not
     * @param lastAt when it last did something
     * @param hasBounced whether its address takes no mail
     */
    record Done(Stream stream, long demoAt, long lastAt, boolean hasBounced) {}

    /**
     * The stream of a lead.
     *
     * @param calls how many there are to be, at least one
     */
    Done of(Lead lead, int calls) {
        Dice dice = Dice.of(seed, Dice.Topic.ACTIVITY, lead.number());
        Stream.Actor actor = new Stream.Actor(lead.number(), lead.user(), lead.created(), Agents.browser(dice));
        Stream stream = new Stream(seed, actor, year, calls);
        int days = DAYS_LEAST + (int) (DAYS_BY_CHANCE * dice.uniform() + DAYS_BY_NEED * lead.need() * dice.uniform());
        long until = Math.min(year.end(), lead.created() + days * Year.DAY);
        Visits visits = new Visits(year, dice, stream, lead, until);
        stream.identify(lead.created(), Traits.of(dice, lead), lead.source().isOnline() ? lead.campaign() : null);
        boolean wantsPlaybook = dice.chance(Planted.PLAYBOOK_SHARE);
        if (wantsPlaybook && stream.left() > 0) {
            visits.downloadPlaybook();
        }
        long demoAt = demo(dice, lead, stream, visits);
        double webinar = lead.source() == Source.WEBINAR ? WEBINAR_SHARE_OF_SOURCE : WEBINAR_SHARE;
        if (dice.chance(webinar) && stream.left() >= CALLS_OF_WEBINAR) {
            visits.attendWebinar();
        }
        Trial.of(year, dice, stream, lead, until);
        boolean hasBounced = new Mailings(year, dice, stream, lead, until).send();
        if (lead.source().isOnline() && dice.chance(CAME_BEFORE)) {
            long from = lead.created() - (1 + dice.below(DAYS_BEFORE_MOST)) * Year.DAY;
            visits.before(Math.max(year.begin(), from));
        }
        while (stream.left() > 0) {
            visits.session();
        }
        List<Call> all = stream.calls();
        return new Done(stream, demoAt, all.get(all.size() - 1).at(), hasBounced);
    }

    private long demo(Dice dice, Lead lead, Stream stream, Visits visits) {
        double wish = DEMO_BY_CHANCE + (lead.need() > NEED_OF_DEMO ? DEMO_BY_NEED * lead.need() : 0);
        boolean asks = dice.chance(lead.company().isRival() ? 0 : wish);
        return asks && stream.left() >= CALLS_OF_DEMO ? visits.askForDemo() : Call.UNTOLD;
    }
}
