package io.cupel.files.generate;

/**
 * How likely each next step with a lead is: the cause of all outcomes. It knows the lead's need and true fit, the
 * team's speed and the channel; it does not know what the lead downloaded, nor any score.
 */
record Merits(double accepted, double sql, double opportunity, double won) {
    private static final double FIT_LEAST = 0.05;
    private static final double FIT_BY_SIZE = 0.55;
    private static final double FIT_BY_ROLE = 0.25;
    private static final double FIT_BY_INDUSTRY = 0.15;

    private static final double ACCEPTED_BY_FIT = 0.66;
    private static final double ACCEPTED_BY_NEED = 0.4;
    private static final double SQL_BY_CHANCE = 0.3;
    private static final double SQL_BY_NEED = 0.6;
    private static final double OPPORTUNITY = 0.82;
    private static final double WON_BY_FIT = 0.36;
    private static final double WON_BY_NEED = 0.36;
    private static final double MOST = 0.97;

    static Merits of(Lead lead, boolean isSlow, boolean isGood) {
        double speed = isSlow ? Planted.SLOW_LEAVES : 1;
        double factor = speed * (isGood ? Planted.GOOD_MULTIPLIES : 1);
        double fit = fit(lead);
        boolean isHopeless = lead.company().isRival() || !lead.person().role().isOfACompany();
        return new Merits(
                isHopeless ? 0 : Math.min(MOST, (ACCEPTED_BY_FIT * fit + ACCEPTED_BY_NEED * lead.need()) * factor),
                Math.min(MOST, (SQL_BY_CHANCE + SQL_BY_NEED * lead.need()) * factor),
                Math.min(MOST, OPPORTUNITY * speed),
                Math.min(MOST, (WON_BY_FIT * fit + WON_BY_NEED * lead.need()) * factor));
    }

    /** From 0 to 1: how well the product serves the lead's company, and whether the lead has a say. */
    static double fit(Lead lead) {
        double size = lead.company().isOfTheRightSize() ? FIT_BY_SIZE : 0;
        double industry = lead.company().industry().isTarget() ? FIT_BY_INDUSTRY : 0;
        double role = switch (lead.person().role()) {
            case BUYER, FOUNDER -> FIT_BY_ROLE;
            case ADVISER -> FIT_BY_ROLE / 2;
            case READER, CONSULTANT, STUDENT, JOB_SEEKER -> 0;
        };
        return FIT_LEAST + size + industry + role;
    }
}
