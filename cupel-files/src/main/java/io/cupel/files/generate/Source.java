package io.cupel.files.generate;

import java.util.List;

/** Where leads come from: the marketing channels, with what a lead of each costs on average. */
enum Source {
    ORGANIC("organic search", 200, 60, "google", "organic", "guides templates"),
    PAID_SEARCH("paid search", 160, 130, "google", "cpc", "brand category rivals"),
    PAID_SOCIAL("paid social", 170, 95, "linkedin", "paid-social", "playbook-ads founders retargeting"),
    WEBINAR("webinar", 110, 70, "webinar", "event", "pipeline-live forecasting-live"),
    PARTNER("partner", 110, 70, "partner", "referral", "crm-alliance agency-circle"),
    COMMUNITY("community", 110, 70, "community", "referral", "revops-forum podcast"),
    TRADE_FAIR("trade fair", 70, 210, "fair", "offline", "spring-expo autumn-summit"),
    OUTBOUND("outbound", 70, 85, "outbound", "email", "list-a list-b");

    /** The channels of which one is planted as the good one; the same number of leads comes from each. */
    static final List<Source> MAY_BE_GOOD = List.of(WEBINAR, PARTNER, COMMUNITY);

    private static final Weighted<Source> ALL = Weighted.of(List.of(values()), source -> source.weight);

    private static final ByConstant<Source, List<Campaign>> CAMPAIGNS = ByConstant.of(
            Source.class,
            source -> ByConstant.words(source.campaigns).stream()
                    .map(name -> new Campaign(name, source.utmSource, source.utmMedium))
                    .toList());

    private final String written;
    private final int weight;
    private final int costPerLead;
    private final String utmSource;
    private final String utmMedium;
    private final String campaigns;

    Source(String written, int weight, int costPerLead, String utmSource, String utmMedium, String campaigns) {
        this.written = written;
        this.weight = weight;
        this.costPerLead = costPerLead;
        this.utmSource = utmSource;
        this.utmMedium = utmMedium;
        this.campaigns = campaigns;
    }

    /**
     * A campaign of a source.
     *
     * @param utmSource as links to the site tell it
     * @param utmMedium the same
     */
    record Campaign(String name, String utmSource, String utmMedium) {}

    static Source draw(Dice dice) {
        return ALL.draw(dice);
    }

    List<Campaign> campaigns() {
        return CAMPAIGNS.of(this);
    }

    /** In whole US dollars. */
    int costPerLead() {
        return costPerLead;
    }

    /** Whether people of it come by a visit to the site, which tells the campaign. */
    boolean isOnline() {
        return switch (this) {
            case ORGANIC, PAID_SEARCH, PAID_SOCIAL, WEBINAR, PARTNER, COMMUNITY -> true;
            case TRADE_FAIR, OUTBOUND -> false;
        };
    }

    /** As tables write it. */
    String written() {
        return written;
    }
}
