package io.cupel.files.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead's visits to the site: sessions of several pages within minutes, and the forms it fills in. */
final class Visits {
    private static final long PAGE_MILLIS_LEAST = 8 * Year.SECOND;
    private static final long PAGE_MILLIS_MOST = 4 * Year.MINUTE;
    /** The chance that one more page follows, and that of those who come very often. */
    private static final double ONE_MORE = 0.68;

    private static final double ONE_MORE_OF_MANY = 0.9;
    private static final int MANY = 80;

    /** How a lead's need shows in the pages it chooses. Who comes very often comes to read documents and posts. */
    private static final double WARM_BY_CHANCE = 0.03;

    private static final double WARM_BY_NEED = 0.85;
    private static final double STORY_DOWNLOADED = 0.2;

    /** Somebody who seeks a job looks for one. */
    private static final double CAREERS = 0.5;

    private static final long WEBINAR_LENGTH_MILLIS = 50 * Year.MINUTE;
    private static final int PLAYBOOK_AT_ONCE_PERCENT = 50;

    private final Year year;
    private final Dice dice;
    private final Stream stream;
    private final Lead lead;
    private final long until;
    private final double onePageMore;
    private final double warm;

    Visits(Year year, Dice dice, Stream stream, Lead lead, long until) {
        this.year = year;
        this.dice = dice;
        this.stream = stream;
        this.lead = lead;
        this.until = until;
        this.onePageMore = stream.left() > MANY ? ONE_MORE_OF_MANY : ONE_MORE;
        double wish = WARM_BY_CHANCE + WARM_BY_NEED * lead.need() * lead.need();
        this.warm = wish * Math.min(1, (double) MANY / Math.max(1, stream.left()));
    }

    /** A session at some time after the lead became known. */
    void session() {
        session(sometime(), null);
    }

    /** The first sessions, before anybody knows who it is. */
    void before(long from) {
        int sessions = 1 + dice.below(2);
        for (int i = 0; i < sessions && stream.left() > 0 && from < lead.created(); i++) {
            long at = year.sometime(dice, from, lead.created(), lead.offsetHours());
            session(at, i == 0 ? lead.campaign() : null);
        }
    }

    void downloadPlaybook() {
        boolean atOnce = dice.below(100) < PLAYBOOK_AT_ONCE_PERCENT;
        long at = atOnce ? lead.created() + 2 * Year.SECOND : sometime();
        stream.track(at, "Playbook Downloaded", List.of(Fact.of("asset", "revenue-playbook")));
        if (stream.left() > 0) {
            stream.page(at - Year.SECOND, Site.PLAYBOOK, null);
        }
    }

    /** A form that raises a hand; answers when. */
    long askForDemo() {
        long at = sometime();
        stream.page(at, Site.PRICING, null);
        stream.page(at + 40 * Year.SECOND, Site.DEMO, null);
        long asked = at + 40 * Year.SECOND + pause();
        stream.track(asked, "Demo Requested", List.of(Fact.of("form", "demo")));
        return asked;
    }

    void attendWebinar() {
        long at = sometime();
        stream.page(at, Site.WEBINARS, null);
        stream.track(at + pause(), "Webinar Registered", List.of(Fact.of("webinar", "pipeline-live")));
        long starts = at + (1 + dice.below(7)) * Year.DAY;
        long minutes = 5L + dice.below((int) (WEBINAR_LENGTH_MILLIS / Year.MINUTE));
        if (starts < year.end()) {
            stream.track(
                    starts,
                    "Webinar Attended",
                    List.of(Fact.of("webinar", "pipeline-live"), Fact.of("minutes", minutes)));
        }
    }

    private long sometime() {
        return year.sometime(dice, lead.created(), until, lead.offsetHours());
    }

    private void session(long begin, Source.@Nullable Campaign campaign) {
        long at = begin;
        Source.@Nullable Campaign by = campaign;
        do {
            Site.Page page = page();
            stream.page(at, page, by);
            by = null;
            if (page.isStory() && stream.left() > 0 && dice.chance(STORY_DOWNLOADED)) {
                stream.track(at + 1 + pause() / 2, "Case Study Downloaded", List.of(Fact.of("asset", page.path())));
            }
            at += pause();
        } while (stream.left() > 0 && at < year.end() && dice.chance(onePageMore));
    }

    private Site.Page page() {
        if (lead.person().role() == Role.JOB_SEEKER && dice.chance(CAREERS)) {
            return Site.CAREERS;
        }
        return dice.chance(warm) ? Site.warm(dice) : Site.cold(dice);
    }

    /** Short for most pages, long for some. */
    private long pause() {
        double drawn = dice.uniform();
        return PAGE_MILLIS_LEAST + (long) (drawn * drawn * drawn * (PAGE_MILLIS_MOST - PAGE_MILLIS_LEAST));
    }
}
