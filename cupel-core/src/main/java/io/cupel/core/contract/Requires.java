package io.cupel.core.contract;

/**
 * What a score needs beside its height, so that one e-book and never back is no MQL.
 *
 * @param distinctDays days of the contract's time zone with a counted event; 0 for no such need
 * @param distinctSignals signals with a counted event; 0 for no such need
 * @param any whether one of the two is enough
 */
public record Requires(int distinctDays, int distinctSignals, boolean any) {
    public static final int DAYS_MAX = 366;
    public static final Requires NOTHING = new Requires(0, 0, false);

    public Requires {
        if (distinctDays < 0 || distinctDays > DAYS_MAX || distinctSignals < 0) {
            throw new IllegalArgumentException("requires: days are 0 to " + DAYS_MAX + " and signals not negative");
        }
    }

    public boolean areMet(int days, int signals) {
        boolean daysMet = days >= distinctDays;
        boolean signalsMet = signals >= distinctSignals;
        if (!any || distinctDays == 0 || distinctSignals == 0) {
            return daysMet && signalsMet;
        }
        return daysMet || signalsMet;
    }
}
