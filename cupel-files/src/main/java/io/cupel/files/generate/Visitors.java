package io.cupel.files.generate;

import org.jspecify.annotations.Nullable;

/** Visitors who never say who they are, people and robots. */
final class Visitors {
    /** So many for each lead. */
    private static final double PER_LEAD = 0.12;

    private static final double CRAWLERS = 0.03;
    private static final int PAGES_MOST = 5;
    private static final int PAGES_OF_CRAWLERS = 20;
    private static final long CRAWLS_EVERY_MILLIS = 700;

    private final long seed;
    private final Year year;
    private final int leads;

    Visitors(long seed, Year year, int leads) {
        this.seed = seed;
        this.year = year;
        this.leads = leads;
    }

    /** What one of them did. */
    record Visit(Stream stream, boolean isCrawler) {}

    /** The visit that stands behind the lead of this number in the log; null for most. */
    @Nullable
    Visit behind(int lead) {
        Dice dice = Dice.of(seed, Dice.Topic.VISITORS, lead);
        if (!dice.chance(PER_LEAD)) {
            return null;
        }
        boolean isCrawler = dice.chance(CRAWLERS);
        int pages = isCrawler ? PAGES_OF_CRAWLERS : 1 + dice.below(PAGES_MOST);
        String agent = isCrawler ? Agents.crawler(dice) : Agents.browser(dice);
        Stream.Actor actor = new Stream.Actor((long) leads + lead, null, Long.MAX_VALUE, agent);
        Stream stream = new Stream(seed, actor, year, pages);
        long at = year.sometime(dice, year.begin(), year.end(), Year.HOME_OFFSET_HOURS);
        for (int page = 0; page < pages; page++) {
            stream.page(at, Site.cold(dice), null);
            at += isCrawler ? CRAWLS_EVERY_MILLIS : 10 * Year.SECOND + dice.below((int) (2 * Year.MINUTE));
        }
        return new Visit(stream, isCrawler);
    }
}
