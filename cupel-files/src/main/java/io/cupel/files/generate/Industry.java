package io.cupel.files.generate;

import java.util.List;

/** What companies do. */
enum Industry {
    SAAS(280, true, "SaaS; SaaS; saas"),
    FINTECH(150, true, "Fintech; Fintech; FinTech"),
    PROFESSIONAL_SERVICES(160, true, "Professional services; Professional Services"),
    MANUFACTURING(120, false, "Manufacturing"),
    RETAIL(90, false, "Retail; Retail & E-commerce"),
    HEALTH(80, false, "Healthcare; Hospital & Health Care"),
    EDUCATION(60, false, "Education"),
    LOGISTICS(60, false, "Logistics; Transportation"),
    MEDIA(50, false, "Media"),
    CONSTRUCTION(40, false, "Construction"),
    RECRUITMENT(20, false, "Recruitment agency; Staffing and recruiting");

    private static final Weighted<Industry> ALL = Weighted.of(List.of(values()), industry -> industry.weight);
    private static final ByConstant<Industry, List<String>> SPELLINGS =
            ByConstant.of(Industry.class, each -> ByConstant.parts(each.spellings));

    private final int weight;
    private final boolean isTarget;
    private final String spellings;

    Industry(int weight, boolean isTarget, String spellings) {
        this.weight = weight;
        this.isTarget = isTarget;
        this.spellings = spellings;
    }

    static Industry draw(Dice dice) {
        return ALL.draw(dice);
    }

    /** Whether the made-up company's product is for it. */
    boolean isTarget() {
        return isTarget;
    }

    String written(Dice dice) {
        return dice.pick(SPELLINGS.of(this));
    }

    String plain() {
        return SPELLINGS.of(this).get(0);
    }
}
