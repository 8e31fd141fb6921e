package io.cupel.files.generate;

import java.util.List;

/** What people are at work, by what it means for the made-up company; titles are written as people write them. */
enum Role {
    /** Decides about it. */
    BUYER(
            460,
            "VP of Sales; VP Sales; VP of Sales; CRO; Chief Revenue Officer; Head of Growth; Head of Growth;"
                    + " VP of Sales, Americas; Regional VP of Sales",
            ""),
    /** Decides about everything. */
    FOUNDER(
            100,
            "CEO; Co-Founder & CEO; Founder and CEO; Chief Executive Officer; CEO; Managing Director; Owner",
            "DE Geschäftsführer; DE Geschäftsführerin; FR Directeur général; FR Directrice générale;"
                    + " MX Directora General; AR Gerente General; BR Diretor Geral"),
    /** Has a say. */
    ADVISER(
            260,
            "Director of Sales; Sales Operations Manager; Head of Sales; RevOps Lead; Head of Revenue Operations;"
                    + " Marketing Manager; Senior Marketing Manager; Director of Marketing; Head of Marketing; CMO;"
                    + " Demand Generation Manager; Director, Business Development; Sales Manager; VP Marketing",
            "DE Vertriebsleiter; DE Leiterin Marketing; FR Directeur commercial; FR Responsable marketing;"
                    + " MX Gerente de Ventas; CO Directora de Mercadeo; BR Gerente de Vendas;"
                    + " BR Coordenador de Marketing; NL Hoofd Sales"),
    /** Looks around. */
    READER(
            200,
            "Account Executive; SDR; Marketing Coordinator; Content Marketer; Data Analyst; Product Manager;"
                    + " Software Engineer; Office Manager; HR Business Partner; Finance Director;"
                    + " Customer Success Manager; IT Administrator; Business Analyst; Junior Account Manager;"
                    + " Executive Assistant to the CEO",
            "DE Sachbearbeiterin; DE Werkstudentin Marketing; FR Chargée de communication; MX Analista de Marketing;"
                    + " BR Analista de Vendas"),
    CONSULTANT(
            45, "Consultant; Independent Consultant; Sales Coach; Freelance Growth Advisor", "DE Unternehmensberater"),
    STUDENT(35, "Student; MBA Student; Marketing Intern; Student at Lakeside University; Trainee", "DE Praktikantin"),
    JOB_SEEKER(20, "Job Seeker; Sales Manager - open to work; Seeking opportunities in RevOps; Looking for work", "");

    private static final Weighted<Role> ALL = Weighted.of(List.of(values()), role -> role.weight);
    private static final ByConstant<Role, List<String>> TITLES =
            ByConstant.of(Role.class, role -> ByConstant.parts(role.titles));
    private static final ByConstant<Role, List<String>> LOCAL =
            ByConstant.of(Role.class, role -> ByConstant.parts(role.local));

    /** How often somebody writes the title in the language of the country, where there is one to choose. */
    private static final double LOCAL_SHARE = 0.45;

    private final int weight;
    private final String titles;
    private final String local;

    Role(int weight, String titles, String local) {
        this.weight = weight;
        this.titles = titles;
        this.local = local;
    }

    static Role draw(Dice dice) {
        return ALL.draw(dice);
    }

    /** A title of somebody in a country. */
    String title(Dice dice, Country country) {
        String title = dice.pick(TITLES.of(this));
        String other = dice.pick(LOCAL.of(this));
        boolean isLocal = dice.chance(LOCAL_SHARE) && other.startsWith(country.name() + " ");
        return isLocal ? other.substring(other.indexOf(' ') + 1) : title;
    }

    /** Whether somebody is there for a company, and not for himself. */
    boolean isOfACompany() {
        return switch (this) {
            case BUYER, FOUNDER, ADVISER, READER -> true;
            case CONSULTANT, STUDENT, JOB_SEEKER -> false;
        };
    }
}
