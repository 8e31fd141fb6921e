package io.cupel.files.generate;

import java.util.List;
import java.util.Locale;

/** A team of sales. Leads are dealt to the teams by lot, whatever they are like. */
enum Team {
    NORTH(Culture.ENGLISH),
    CENTRAL(Culture.GERMAN),
    COAST(Culture.SPANISH);

    static final List<Team> ALL = List.of(values());

    /** One rep more for so many leads a year, within bounds. */
    private static final long LEADS_PER_REP = 1_200;

    private static final int REPS_LEAST = 3;
    private static final int REPS_MOST = 20;

    private final Culture culture;

    Team(Culture culture) {
        this.culture = culture;
    }

    /** How many reps a team has in a company with so many leads. */
    static int reps(long leads) {
        return (int) Math.max(REPS_LEAST, Math.min(REPS_MOST, leads / LEADS_PER_REP));
    }

    /** A rep's address, which tells the team. */
    String rep(int number) {
        String first = culture.firstPlain(number);
        return first + "@" + written() + ".ours.example";
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
