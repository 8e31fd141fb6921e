package io.cupel.files.generate;

import java.util.List;

/** The product, tried by some. */
final class Trial {
    private static final double SHARE_BY_CHANCE = 0.015;
    private static final double SHARE_BY_NEED = 0.12;
    private static final double SHARE_OF_CALLS = 0.35;
    private static final double ACTIVATED = 0.45;
    private static final int CALLS_LEAST = 8;
    private static final int DAYS_MOST = 30;

    private static final List<String> MILESTONES =
            List.of("first-report", "first-import", "first-invite", "first-week");
    private static final List<String> RESOURCES = List.of("getting-started", "routing", "forecast", "reports", "api");
    private static final Weighted<String> DOINGS = Weighted.of(
            List.of("Signed In", "Report Created", "Resource Opened", "Milestone Reached", "Teammate Invited"),
            name -> switch (name) {
                case "Signed In" -> 50;
                case "Report Created" -> 25;
                case "Resource Opened" -> 15;
                default -> 5;
            });

    private Trial() {}

    /** What the lead does in the product until its time is over; nothing for most. */
    static void of(Year year, Dice dice, Stream stream, Lead lead, long until) {
        boolean tries = dice.chance(SHARE_BY_CHANCE + SHARE_BY_NEED * lead.need());
        if (!tries || stream.left() < CALLS_LEAST || !lead.person().role().isOfACompany()) {
            return;
        }
        int keep = stream.left() - (int) (stream.left() * SHARE_OF_CALLS);
        long begin = year.sometime(dice, lead.created(), until, lead.offsetHours());
        long end = Math.min(until, begin + DAYS_MOST * Year.DAY);
        stream.track(begin, "Trial Started", List.of(Fact.of("plan", "trial")));
        if (lead.person().email().endsWith("@" + lead.company().domain())) {
            stream.group(begin, lead.company().domain(), Traits.ofCompany(lead.company()));
        }
        if (dice.chance(ACTIVATED) && begin < end && stream.left() > keep) {
            long at = year.sometime(dice, begin, end, lead.offsetHours());
            stream.track(at, "Workspace Activated", List.of(Fact.of("plan", "trial")));
        }
        while (stream.left() > keep && begin < end) {
            long at = year.sometime(dice, begin, end, lead.offsetHours());
            String name = DOINGS.draw(dice);
            stream.track(at, name, facts(dice, name));
        }
    }

    private static List<Fact> facts(Dice dice, String name) {
        return switch (name) {
            case "Milestone Reached" -> List.of(Fact.of("milestone", dice.pick(MILESTONES)));
            case "Resource Opened" -> List.of(Fact.of("resource", dice.pick(RESOURCES)));
            case "Teammate Invited" -> List.of(Fact.of("invitee", "colleague-" + dice.between(1, 4)));
            default -> List.of(Fact.of("plan", "trial"));
        };
    }
}
