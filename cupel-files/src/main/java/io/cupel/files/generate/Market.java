package io.cupel.files.generate;

import org.jspecify.annotations.Nullable;

/** Everybody who becomes a lead in the year. Each is a function of seed and number; none is kept. */
final class Market {
    /** Of so many leads each, dealt to the companies as the next constant says. */
    private static final int BLOCK = 20;

    /** How many leads the companies of a block have: most have one, a few have many. */
    private static final int[] LEADS_OF_COMPANY = {1, 1, 1, 1, 1, 1, 2, 2, 3, 7};

    private static final double RIVAL_SHARE = 0.008;
    private static final double USER_NOT_IN_TABLE = 0.15;
    private static final double OPTED_IN = 0.72;
    private static final double SECOND_ROW = 0.02;
    private static final int SECOND_ROW_DAYS_MOST = 60;
    /** More leads come in later months than in earlier ones. */
    private static final double GROWTH_EXPONENT = 0.6;

    /** Small for most and large for few. */
    private static final double NEED_EXPONENT = 1.9;

    private static final int USER_DIGITS = 6;
    /** Who would have written at a weekend mostly writes after it. */
    private static final int DAYS_TO_ASK = 3;

    private final long seed;
    private final int leads;
    private final Year year;
    private final Companies companies;
    private final People people;
    private final long stride;
    private final long first;

    Market(long seed, int leads, Year year) {
        this.seed = seed;
        this.leads = leads;
        this.year = year;
        this.companies = new Companies(seed);
        this.people = new People(seed);
        Dice dice = Dice.of(seed, Dice.Topic.PLANTED, 1);
        this.first = dice.below(leads);
        this.stride = strideFrom(leads / 2 + dice.below(leads / 2 + 1), leads);
    }

    int leads() {
        return leads;
    }

    /** How much the lead of a number wants it; cheap, because it is also asked when activity is shared out. */
    double need(Dice ofWeight) {
        return StrictMath.pow(ofWeight.uniform(), NEED_EXPONENT);
    }

    Lead lead(int number) {
        Dice dice = Dice.of(seed, Dice.Topic.PERSON, number);
        long seat = (first + number * stride) % leads;
        int inBlock = (int) (seat % BLOCK);
        int group = 0;
        while (inBlock >= LEADS_OF_COMPANY[group]) {
            inBlock -= LEADS_OF_COMPANY[group];
            group++;
        }
        boolean isRival = dice.chance(RIVAL_SHARE);
        Company company = isRival
                ? Companies.rival(dice)
                : companies.company((int) (seat / BLOCK) * LEADS_OF_COMPANY.length + group, LEADS_OF_COMPANY[group]);
        Person person = people.person(dice, new People.Seat(number, company, inBlock));
        Source source = Source.draw(dice);
        long day = (long) (StrictMath.pow(dice.uniform(), GROWTH_EXPONENT) * year.days());
        long from = year.begin() + day * Year.DAY;
        long created = year.sometime(
                dice,
                from,
                Math.min(from + DAYS_TO_ASK * Year.DAY, year.end()),
                company.country().offsetHours());
        return new Lead(
                number,
                user(number),
                !dice.chance(USER_NOT_IN_TABLE) || person.isShared(),
                person,
                company,
                Card.of(dice, person, company),
                source,
                dice.pick(source.campaigns()),
                dice.chance(OPTED_IN),
                created,
                need(Dice.of(seed, Dice.Topic.WEIGHT, number)),
                second(dice, created, person));
    }

    private Lead.@Nullable SecondRow second(Dice dice, long created, Person person) {
        boolean comes = dice.chance(SECOND_ROW);
        long at = created + (1 + dice.below(SECOND_ROW_DAYS_MOST)) * Year.DAY;
        String title = dice.chance(0.5) ? person.title() : "";
        return comes && !person.isShared() && at < year.end() ? new Lead.SecondRow(at, title) : null;
    }

    /** How many companies the market has. */
    int companies() {
        int whole = leads / BLOCK * LEADS_OF_COMPANY.length;
        int rest = leads % BLOCK;
        int group = 0;
        while (rest > 0) {
            rest -= LEADS_OF_COMPANY[group];
            group++;
        }
        return whole + group;
    }

    Company company(int number) {
        return companies.company(number, LEADS_OF_COMPANY[number % LEADS_OF_COMPANY.length]);
    }

    private static String user(int number) {
        String digits = Integer.toString(number + 1);
        return "u-" + "0".repeat(Math.max(0, USER_DIGITS - digits.length())) + digits;
    }

    /** The next number that has no divisor in common with the other: steps of it visit every seat once. */
    private static long strideFrom(int least, int other) {
        int stride = Math.max(1, least);
        while (divisor(stride, other) > 1) {
            stride++;
        }
        return stride;
    }

    private static int divisor(int one, int other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
