package io.cupel.core.evidence;

import static io.cupel.core.evidence.Seen.both;
import static io.cupel.core.evidence.Seen.mail;
import static io.cupel.core.evidence.Seen.user;
import static io.cupel.core.evidence.Seen.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final String EMPLOYEES = "company.employees";

    private final Seen seen = new Seen();

    private Object told(String lead, long instant, String path) {
        return seen.lead(lead).toldAt(instant).get(path);
    }

    @Test
    void colleaguesShareWhatIsToldAboutTheCompanyOfTheirAddresses() {
        seen.row(mail("ann@acme.example"), Map.of("lead.email", "ann@acme.example"), null)
                .call(user("bob"), 5, Map.of("lead.email", "bob@acme.example", EMPLOYEES, 240L), null);
        assertThat(told("ann@acme.example", 4, EMPLOYEES)).isNull();
        assertThat(told("ann@acme.example", 5, EMPLOYEES)).isEqualTo(240L);
        assertThat(seen.lead("ann@acme.example").judgedInstants()).containsExactly(5L);
    }

    @Test
    void withAFreeMailAddressTheFactsStayWithTheLead() {
        seen.row(mail("ann@gmail.com"), Map.of("lead.email", "ann@gmail.com", EMPLOYEES, 3L), null)
                .row(mail("bob@gmail.com"), Map.of("lead.email", "bob@gmail.com"), null);
        assertThat(told("ann@gmail.com", 0, EMPLOYEES)).isEqualTo(3L);
        assertThat(told("bob@gmail.com", 0, EMPLOYEES)).isNull();
        assertThat(seen.lead("ann@gmail.com").company()).isEmpty();
    }

    @Test
    void aGroupThatTellsItsDomainWinsOverTheAddress() {
        seen.row(mail("ann@agency.example"), Map.of("lead.email", "ann@agency.example"), null)
                .call(mail("ann@agency.example"), 5, Map.of(EMPLOYEES, 900L), "client.example")
                .row(mail("bob@agency.example"), Map.of("lead.email", "bob@agency.example", EMPLOYEES, 7L), null);
        assertThat(told("ann@agency.example", 4, EMPLOYEES)).isEqualTo(7L);
        assertThat(told("ann@agency.example", 5, EMPLOYEES)).isEqualTo(900L);
        assertThat(told("ann@agency.example", 5, "company.domain")).isEqualTo("client.example");
        assertThat(told("bob@agency.example", 9, EMPLOYEES)).isEqualTo(7L);
    }

    @Test
    void theNewestWordAboutTheCompanyCountsAndNewerAddressesDoNot() {
        seen.call(user("u"), 1, Map.of(), "first.example")
                .call(user("u"), 3, Map.of(), "second.example")
                .call(user("u"), 5, Map.of("lead.email", "u@third.example"), null);
        assertThat(seen.lead("u").company())
                .extracting(Evidence.Membership::since)
                .containsExactly(1L, 3L);
        assertThat(told("u", 9, "company.domain")).isEqualTo("second.example");
    }

    @Test
    void aNewAddressIsANewCompanyAndAFreeOneIsNone() {
        seen.call(user("u"), 1, Map.of("lead.email", "u@first.example", EMPLOYEES, 10L), null)
                .call(user("u"), 3, Map.of("lead.email", "u@second.example"), null)
                .call(user("u"), 5, Map.of("lead.email", "u@gmail.com", "company.name", "Own"), null);
        assertThat(told("u", 2, EMPLOYEES)).isEqualTo(10L);
        assertThat(told("u", 3, EMPLOYEES)).isNull();
        assertThat(told("u", 5, "company.name")).isEqualTo("Own");
        assertThat(seen.lead("u").company()).hasSize(3);
    }

    @Test
    void whatAVisitorTellsAboutACompanyWithAKeyIsTold() {
        seen.row(mail("ann@acme.example"), Map.of("lead.email", "ann@acme.example"), null)
                .call(visitor("a"), 5, Map.of(EMPLOYEES, 50L), "acme.example");
        assertThat(told("ann@acme.example", 5, EMPLOYEES)).isEqualTo(50L);
    }

    @Test
    void aCallThatRepeatsWhatIsKnownTellsNothingNew() {
        for (int i = 1; i <= 5; i++) {
            seen.call(user("u"), i, Map.of("lead.title", "CEO"), null);
        }
        assertThat(seen.lead("u").own().told()).hasSize(1);
        assertThat(seen.lead("u").judgedInstants()).hasSize(5);
    }

    @Test
    void anAddressThatOnlyTouchesNameTellsTheLeadsFromTheFirstOn() {
        seen.row(mail("bob@acme.example"), Map.of("lead.email", "bob@acme.example", EMPLOYEES, 240L), null)
                .touch(user("u", "ann@late.example"), 7)
                .touch(user("u", "ann@acme.example"), 3)
                .touch(user("u"), 1);
        assertThat(told("u", 2, "lead.email")).isNull();
        assertThat(told("u", 2, EMPLOYEES)).isNull();
        assertThat(told("u", 9, "lead.email")).isEqualTo("ann@acme.example");
        assertThat(told("u", 3, EMPLOYEES)).isEqualTo(240L);
        assertThat(seen.lead("u").judgedInstants()).containsExactly(3L);
        assertThat(seen.lead("u").acts()).hasSize(3);
    }

    @Test
    void anAddressThatIsToldLaterTakesNothingBackOfWhatATouchTold() {
        seen.touch(user("u", "ann@agency.example"), 1)
                .call(user("u"), 5, Map.of("lead.email", "ann@acme.example"), null);
        assertThat(told("u", 4, "lead.email")).isEqualTo("ann@agency.example");
        assertThat(told("u", 5, "lead.email")).isEqualTo("ann@acme.example");
        assertThat(seen.lead("u").company())
                .extracting(Evidence.Membership::since)
                .containsExactly(1L, 5L);
    }

    @Test
    void anAddressThatWasToldByThenIsNotChangedByATouch() {
        seen.call(user("u"), 5, Map.of("lead.email", "ann@acme.example"), null)
                .touch(user("u", "ann@agency.example"), 5)
                .touch(user("u", "ann@agency.example"), 6);
        assertThat(told("u", 9, "lead.email")).isEqualTo("ann@acme.example");
        assertThat(seen.lead("u").judgedInstants()).containsExactly(5L);
    }

    @Test
    void aFreeMailAddressOfATouchTellsNoCompany() {
        seen.touch(mail("ann@gmail.com"), 1);
        assertThat(told("ann@gmail.com", 1, "lead.email")).isEqualTo("ann@gmail.com");
        assertThat(seen.lead("ann@gmail.com").company()).isEmpty();
    }

    @Test
    void aNumberOrARecordThatOnlyTouchesNameIsAWayToReachTheLead() {
        Keys number = new Keys(null, List.of(), "+49301234567", null, null);
        Keys record = new Keys(null, List.of(), null, null, null, List.of("hubspot:9"));
        seen.touch(number, 1).touch(record, 2).touch(user("u"), 3);
        assertThat(told("+49301234567", 1, "lead.phone")).isEqualTo("+49301234567");
        assertThat(told("hubspot:9", 2, BuiltIn.CRM_ID)).isEqualTo("hubspot:9");
        assertThat(seen.lead("u").own().told()).isEmpty();
    }

    @Test
    void aRecordThatATouchNamesTellsNothingOfALeadThatCouldBeReached() {
        Keys both = new Keys("u", List.of(), null, null, null, List.of("hubspot:9"));
        seen.call(user("u"), 5, Map.of("lead.phone", "+49301234567"), null)
                .touch(both, 6)
                .touch(user("v", "v@acme.example"), 1)
                .touch(new Keys("v", List.of(), null, null, null, List.of("hubspot:8")), 2);
        assertThat(told("u", 9, BuiltIn.CRM_ID)).isNull();
        assertThat(told("v", 9, BuiltIn.CRM_ID)).isNull();
    }

    @Test
    void aRecordThatATouchNamesCountsUntilAnAddressIsTold() {
        Keys both = new Keys("u", List.of(), null, null, null, List.of("hubspot:9"));
        seen.touch(both, 1).touch(user("u", "ann@acme.example"), 3);
        assertThat(told("u", 2, BuiltIn.CRM_ID)).isEqualTo("hubspot:9");
        assertThat(told("u", 3, "lead.email")).isEqualTo("ann@acme.example");
        assertThat(seen.lead("u").judgedInstants()).containsExactly(1L, 3L);
    }

    @Test
    void whatIsToldLaterChangesNothingBefore() {
        Seeds.cases(2_000).check((seed, random) -> {
            Seen all = new Seen();
            Seen early = new Seen();
            for (int at = 0; at < 6; at++) {
                long drawn = random.nextLong();
                for (Seen each : at < 3 ? List.of(all, early) : List.of(all)) {
                    tellOfOne(each, at, new Random(drawn));
                }
            }
            assertThat(lastTold(all, 2)).isEqualTo(lastTold(early, 2));
        });
    }

    /** What is known of the only lead at an instant; nothing, where there is none yet. */
    private static Map<String, Object> lastTold(Seen seen, long at) {
        List<Evidence> leads = Gathering.of(seen.all()).evidence();
        return leads.isEmpty() ? Map.of() : leads.get(0).toldAt(at);
    }

    private static void tellOfOne(Seen seen, long at, Random random) {
        String mail = pick(random, "a@acme.example", "b@other.example", "c@gmail.com");
        switch (random.nextInt(6)) {
            case 0 -> seen.touch(user("u", mail), at);
            case 1 -> seen.touch(new Keys("u", List.of(), null, null, null, List.of("hubspot:1")), at);
            case 2 -> seen.call(user("u"), at, Map.of("lead.email", mail, EMPLOYEES, at), null);
            case 3 -> seen.call(user("u"), at, Map.of("lead.phone", "+49301234567"), null);
            case 4 -> seen.row(user("u"), at, Map.of("lead.email", mail), null);
            default -> seen.touch(user("u"), at);
        }
    }

    @Test
    void theOrderInWhichThingsAreSeenMakesNoDifference() {
        Seeds.cases(2_000).check((seed, random) -> {
            List<Sighting> sightings = sightings(random);
            Gathering expected = Gathering.of(sightings);
            List<Sighting> shuffled = new ArrayList<>(sightings);
            Collections.shuffle(shuffled, random);
            Gathering other = Gathering.of(shuffled);
            assertThat(describe(other)).isEqualTo(describe(expected));
            long events = expected.evidence().stream()
                    .mapToLong(evidence -> evidence.events().size())
                    .sum();
            assertThat(events).isLessThanOrEqualTo(sightings.size());
        });
    }

    private static List<String> describe(Gathering gathering) {
        List<String> lines = new ArrayList<>();
        lines.add("visitors " + gathering.identities().visitors());
        for (Evidence evidence : gathering.evidence()) {
            lines.add(evidence.lead() + " " + evidence.events() + " " + evidence.acts() + " "
                    + evidence.own().told().stream()
                            .map(GatheringTest::describe)
                            .toList());
            evidence.company()
                    .forEach(membership -> lines.add(membership.since() + " "
                            + membership.log().told().stream()
                                    .map(GatheringTest::describe)
                                    .toList()));
        }
        return lines;
    }

    private static String describe(Told told) {
        return told.at() + " " + told.order() + " " + new java.util.TreeMap<>(told.values());
    }

    private static List<Sighting> sightings(Random random) {
        Seen seen = new Seen();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            String mail = pick(random, "a@acme.example", "b@acme.example", "c@gmail.com", "info@acme.example");
            String user = pick(random, "u", "v", "w");
            String anonymous = pick(random, "x", "y");
            long at = random.nextInt(6);
            String company = pick(random, null, null, "acme.example", "other.example");
            switch (random.nextInt(10)) {
                case 0 -> seen.call(visitor(anonymous), at);
                case 1 -> seen.call(both(user, anonymous), at);
                case 2 -> seen.call(user(user, mail), at, Map.of("lead.email", mail, EMPLOYEES, at), company);
                case 3 -> seen.call(Seen.alias(random.nextBoolean() ? anonymous : "v", user), at);
                case 4 -> seen.row(mail(mail), Map.of("lead.email", mail, EMPLOYEES, 7L), company);
                case 5 -> seen.row(mail(mail), at, Map.of("lead.email", mail), company);
                case 6 -> seen.touch(mail(mail), at);
                case 7 -> seen.touch(user(user, mail), at);
                case 8 -> seen.touch(new Keys(null, List.of(), null, null, null, List.of("crm:" + user)), at);
                default -> seen.call(user(user), at, Map.of("company.name", "N" + at), company);
            }
        }
        return seen.all();
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
