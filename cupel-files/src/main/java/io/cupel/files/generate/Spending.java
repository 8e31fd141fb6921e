package io.cupel.files.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What marketing spent: by month, source and campaign, in step with the leads that came. */
final class Spending {
    private static final int MONTHS = 12;
    private static final int CAMPAIGNS_MOST = 4;
    /** By how much prices go up and down, in percent. */
    private static final int NOISE_PERCENT = 20;

    private final long seed;
    private final Planted planted;
    private final ByConstant<Source, int[][]> leads =
            ByConstant.of(Source.class, source -> new int[MONTHS][CAMPAIGNS_MOST]);
    private final Map<Source, Long> spent = new EnumMap<>(Source.class);

    Spending(long seed, Planted planted) {
        this.seed = seed;
        this.planted = planted;
    }

    void add(Lead lead, int month) {
        leads.of(lead.source())[month][lead.source().campaigns().indexOf(lead.campaign())]++;
    }

    /** In whole dollars; known after writing. */
    long spent(Source source) {
        return spent.getOrDefault(source, 0L);
    }

    /** All rows, with a header. */
    void write(Text text, int year) throws IOException {
        text.put("month,source,campaign,amount,currency").end();
        for (int month = 0; month < MONTHS; month++) {
            Dice dice = Dice.of(seed, Dice.Topic.SPEND, month);
            for (Source source : Source.values()) {
                for (int i = 0; i < source.campaigns().size(); i++) {
                    int percent = 100 + dice.between(-NOISE_PERCENT, NOISE_PERCENT);
                    row(text, year, month, source, i, percent);
                }
            }
        }
    }

    private void row(Text text, int year, int month, Source source, int campaign, int percent) throws IOException {
        double share = source == planted.good() ? Planted.GOOD_COST_SHARE : 1;
        long amount = (long) (leads.of(source)[month][campaign] * source.costPerLead() * share * percent / 100);
        if (amount == 0) {
            return;
        }
        spent.merge(source, amount, Long::sum);
        text.put(year).put(month < 9 ? "-0" : "-").put(month + 1).put(',');
        text.cell(source.written())
                .put(',')
                .cell(source.campaigns().get(campaign).name());
        text.put(',').put(amount).put(",USD").end();
    }
}
