package io.cupel.files.generate;

import java.util.List;
import java.util.Locale;

/**
 * All companies of the market. Each is a function of its number, so that none needs to be kept. Names are built of two
 * or three parts; all domains end in {@code .example}, which nobody can own.
 */
final class Companies {
    private static final List<String> BEGINNINGS = ByConstant.words("""
            Alder Amber Aspen Beacon Birch Blue Bramble Bright Canyon Cedar Clear Clover Cobalt Copper Coral
            Crest Delta Ember Fern Flint Fox Garnet Glen Granite Harbor Hazel Heron High Iron Ivory Jade Juniper
            Kite Lark Laurel Lumen Maple Meridian Mint Moss North Oak Onyx Opal Orchard Pine Quartz Raven Reed
            Ridge Sage Silver Slate Spruce Stone Summit Swift Tide Vale Willow""");
    private static final List<String> ENDINGS = ByConstant.words("""
            bank bay bell bridge brook cliff core creek dale desk edge falls field forge gate grove haven hill
            hollow house lake land leaf line loft mark meadow mill mont park path peak point pond port reach ring
            rock run shore side spring star stead tower trail view way well wood works yard""");
    private static final List<String> KINDS = ByConstant.words("""
            Analytics Labs Systems Partners Group Cloud Software Digital Solutions Networks Holdings Industries
            Logistics Health Capital Media Retail Supply Studio Consulting""");

    /** Names without a number; more companies get one behind their name. */
    private static final int NAMES = BEGINNINGS.size() * ENDINGS.size() * KINDS.size();

    /** Coprime to the number of names: neighbours in the file do not have neighbouring names. */
    private static final int STRIDE = 37_717;

    static final List<String> RIVALS = List.of("rivalsoft.example", "otherpipe.example");

    private static final double EMPLOYEES_MEDIAN = 90;
    private static final double EMPLOYEES_SIGMA = 1.05;
    private static final int EMPLOYEES_MOST = 60_000;
    /** A company has more people than those who are leads. */
    private static final int EMPLOYEES_PER_LEAD = 3;

    private static final double REVENUE_PER_HEAD_MEDIAN = 140_000;
    private static final double REVENUE_SIGMA = 0.55;
    private static final long REVENUE_STEP = 100_000;

    private final long seed;
    private final int firstName;

    Companies(long seed) {
        this.seed = seed;
        this.firstName = Dice.of(seed, Dice.Topic.COMPANY, -1).below(NAMES);
    }

    /**
     * The company of a number.
     *
     * @param leads how many of its people are leads
     */
    Company company(int number, int leads) {
        Dice dice = Dice.of(seed, Dice.Topic.COMPANY, number);
        Country country = Country.draw(dice);
        Industry industry = Industry.draw(dice);
        double median = EMPLOYEES_MEDIAN * StrictMath.sqrt(StrictMath.sqrt(leads));
        int employees = (int) Math.min(EMPLOYEES_MOST, dice.logNormal(median, EMPLOYEES_SIGMA));
        employees = Math.max(employees, leads * EMPLOYEES_PER_LEAD - 2);
        long perHead = (long) dice.logNormal(REVENUE_PER_HEAD_MEDIAN, REVENUE_SIGMA);
        long revenue = Math.max(REVENUE_STEP, employees * perHead / REVENUE_STEP * REVENUE_STEP);
        int place = (int) ((firstName + (long) number * STRIDE) % NAMES);
        String first = BEGINNINGS.get(place % BEGINNINGS.size());
        int rest = place / BEGINNINGS.size();
        String stem = first + ENDINGS.get(rest % ENDINGS.size());
        String kind = KINDS.get(rest / ENDINGS.size());
        String repeat = number < NAMES ? "" : " " + (number / NAMES + 1);
        String domain = (stem + "-" + kind).toLowerCase(Locale.ROOT) + repeat.strip() + ".example";
        return new Company(number, stem + " " + kind + repeat, domain, employees, revenue, industry, country, false);
    }

    /** A competitor, whose people look at what the others do. */
    static Company rival(Dice dice) {
        boolean first = dice.chance(0.6);
        return new Company(
                -1,
                first ? "Rivalsoft" : "Otherpipe",
                RIVALS.get(first ? 0 : 1),
                first ? 320 : 140,
                first ? 48_000_000 : 19_000_000,
                Industry.SAAS,
                Country.US,
                true);
    }
}
