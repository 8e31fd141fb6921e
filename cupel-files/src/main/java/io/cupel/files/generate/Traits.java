package io.cupel.files.generate;

import java.util.ArrayList;
import java.util.List;

/** What a form tells about the lead to the application. */
final class Traits {
    private static final double TELLS_COMPANY = 0.7;

    private Traits() {}

    static List<Fact> of(Dice dice, Lead lead) {
        Card card = lead.card();
        List<Fact> traits = new ArrayList<>();
        traits.add(Fact.of("email", lead.person().email()));
        traits.add(Fact.of("firstName", lead.person().first()));
        traits.add(Fact.of("lastName", lead.person().last()));
        addFilled(traits, "title", card.title());
        addFilled(traits, "phone", card.phone());
        List<Fact> company = new ArrayList<>();
        addFilled(company, "name", card.company());
        addFilled(company, "employees", card.employees());
        addFilled(company, "industry", card.industry());
        if (dice.chance(TELLS_COMPANY) && !company.isEmpty()) {
            traits.add(Fact.of("company", List.copyOf(company)));
        }
        if (!card.country().isEmpty()) {
            traits.add(Fact.of("address", List.of(Fact.of("country", card.country()))));
        }
        return List.copyOf(traits);
    }

    /** What an application tells of the company of somebody who tries it. */
    static List<Fact> ofCompany(Company company) {
        return List.of(
                Fact.of("name", company.name()),
                Fact.of("website", "https://" + company.domain()),
                Fact.of("plan", "trial"));
    }

    private static void addFilled(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(Fact.of(name, value));
        }
    }
}
