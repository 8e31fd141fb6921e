package io.cupel.files.generate;

/**
 * How many calls each lead makes: few for most, very many for some (a Pareto distribution), more for those who want the
 * product. Together they make exactly as many as are planned.
 */
final class Shares {
    private static final double PARETO = 1.3;
    private static final double WEIGHT_MOST = 300;
    private static final double BY_CHANCE = 0.5;
    private static final double BY_NEED = 1.5;

    private final long seed;
    private final Market market;
    private final double callsPerWeight;
    private final long leadsWithOneMore;

    /** Looks at every lead twice, and keeps none. */
    Shares(Plan plan, Market market) {
        this.seed = plan.seed();
        this.market = market;
        long shared = plan.events() - plan.leads();
        double sum = 0;
        for (int lead = 0; lead < plan.leads(); lead++) {
            sum += weight(lead);
        }
        this.callsPerWeight = shared / sum;
        long given = 0;
        for (int lead = 0; lead < plan.leads(); lead++) {
            given += whole(lead);
        }
        this.leadsWithOneMore = shared - given;
    }

    /** At least one: the call by which the lead becomes known. */
    int calls(int lead) {
        return 1 + whole(lead) + (lead < leadsWithOneMore ? 1 : 0);
    }

    private int whole(int lead) {
        return (int) (weight(lead) * callsPerWeight);
    }

    private double weight(int lead) {
        Dice dice = Dice.of(seed, Dice.Topic.WEIGHT, lead);
        double need = market.need(dice);
        double weight = Math.min(WEIGHT_MOST, StrictMath.pow(1 - dice.uniform(), -1 / PARETO));
        return weight * (BY_CHANCE + BY_NEED * need);
    }
}
