package io.cupel.core.reference;

import static io.cupel.core.reference.Conditions.all;
import static io.cupel.core.reference.Conditions.any;
import static io.cupel.core.reference.Conditions.atLeast;
import static io.cupel.core.reference.Conditions.atMost;
import static io.cupel.core.reference.Conditions.in;
import static io.cupel.core.reference.Conditions.like;
import static io.cupel.core.reference.Conditions.text;
import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.EventType;

/** The contract of a workshop that sells sales training, as in the examples, and a lead that fits it. */
final class Workshop {
    static final Contract CONTRACT = contract();

    private Workshop() {}

    static LeadStory vpOfSales() {
        return new LeadStory(CONTRACT)
                .knownFor("lead.email", "vp@nordwind.example")
                .knownFor("lead.title", "VP of Sales")
                .knownFor("company.employees", 120L)
                .knownFor("company.revenue", 12_000_000L)
                .knownFor("company.industry", "SaaS")
                .knownFor("company.region", "North America");
    }

    static LeadStory stranger() {
        return new LeadStory(CONTRACT);
    }

    private static Contract contract() {
        return new ContractBuilder("b2b-workshop")
                .pass(80)
                .required(
                        "50 to 500 people", 30, all(atLeast("company.employees", 50), atMost("company.employees", 500)))
                .criterion(
                        "Revenue of 5 to 100 million",
                        20,
                        all(atLeast("company.revenue", 5_000_000), atMost("company.revenue", 100_000_000)))
                .criterion("Industry", 20, like("company.industry", "SaaS", "fintech", "professional services"))
                .required(
                        "Somebody who buys",
                        20,
                        any(
                                like("lead.title", "VP of Sales", "CRO", "Head of Growth"),
                                all(like("lead.title", "CEO"), atMost("company.employees", 199))))
                .criterion("Where we work", 10, in("company.region", "North America", "LATAM"))
                .exclude("Competitor", in("company.domain", "rival.example"))
                .exclude("Student", text("lead.persona", "student"))
                .exclude("Job seeker", text("lead.persona", "job seeker"))
                .signal(engagement("Playbook", "15").onTrack("Playbook Downloaded"))
                .signal(engagement("Case study", "15").onTrack("Case Study Downloaded"))
                .signal(engagement("Case study view", "10").onPath("/case-studies"))
                .signal(engagement("Blog post", "10").onPath("/blog"))
                .signal(engagement("Webinar", "10").onTrack("Webinar Attended"))
                .signal(intent("Pricing page", "20").onPath("/pricing"))
                .signal(intent("Reply to a sequence", "25").on(EventType.EMAIL_REPLIED, null))
                .signal(intent("Demo request", "40").onTrack("Demo Requested").qualifies(Target.MQL))
                .mql(EntryBuilder.at(60).requiresAny(2, 2).expires("30d").reArm("30d"))
                .build();
    }
}
