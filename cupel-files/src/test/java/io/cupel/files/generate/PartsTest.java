package io.cupel.files.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Places;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void equalDiceFallAlikeAndOthersDoNot() {
        Dice one = Dice.of(7, Dice.Topic.PERSON, 3);
        Dice same = Dice.of(7, Dice.Topic.PERSON, 3);
        assertThat(one.next()).isEqualTo(same.next());
        assertThat(one.next()).isNotEqualTo(Dice.of(7, Dice.Topic.COMPANY, 3).next());
        assertThat(Dice.of(7, Dice.Topic.PERSON, 3).next())
                .isNotEqualTo(Dice.of(8, Dice.Topic.PERSON, 3).next());
    }

    @Test
    void drawsStayWithinTheirBounds() {
        Dice dice = Dice.of(1, Dice.Topic.PLANTED, 0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(dice.uniform()).isBetween(0.0, Math.nextDown(1.0));
            assertThat(dice.between(-3, 4)).isBetween(-3, 4);
            assertThat(dice.below(1)).isZero();
        }
    }

    @Test
    void theFirstDrawsAreThoseOfSplitMix() {
        Dice dice = Dice.of(7, Dice.Topic.WEIGHT, 0);
        assertThat(dice.next()).isEqualTo(Dice.mixed(Dice.mixed(Dice.mixed(7)) + 0x9e3779b97f4a7c15L));
    }

    @Test
    void workingTimeLeavesOutNightsAndWeekends() {
        // in New York a Friday at 17:00, with an hour to go
        long friday = at("2025-03-07T22:00:00Z");
        assertThat(Year.afterWork(friday, 30 * Year.MINUTE)).isEqualTo(at("2025-03-07T22:30:00Z"));
        assertThat(Year.afterWork(friday, 2 * Year.HOUR)).isEqualTo(at("2025-03-10T15:00:00Z"));
        assertThat(Year.afterWork(friday, 10 * Year.HOUR)).isEqualTo(at("2025-03-11T14:00:00Z"));
        assertThat(Year.atWork(at("2025-03-08T12:00:00Z"))).isEqualTo(at("2025-03-10T14:00:00Z"));
        assertThat(Year.atWork(at("2025-03-10T13:59:59.999Z"))).isEqualTo(at("2025-03-10T14:00:00Z"));
        assertThat(Year.atWork(at("2025-03-10T22:59:59.999Z"))).isEqualTo(at("2025-03-10T22:59:59.999Z"));
    }

    @Test
    void mostHappensOnWorkingDays() {
        Year year = new Year(2025);
        Dice dice = Dice.of(1, Dice.Topic.ACTIVITY, 0);
        long weekends = IntStream.range(0, 10_000)
                .mapToObj(i -> Instant.ofEpochMilli(year.sometime(dice, year.begin(), year.end(), 0)))
                .filter(time -> Math.floorMod(time.getEpochSecond() / 86_400 + 4, 7L) % 6 == 0)
                .count();
        assertThat(weekends).isBetween(300L, 1_200L);
    }

    @Test
    void noLastNameIsInTwoCultures() {
        Set<String> seen = new HashSet<>();
        for (Culture culture : Culture.values()) {
            for (int i = 0; i < culture.lasts(); i++) {
                assertThat(culture.lastPlain(i)).matches("[a-z]{2,}");
                assertThat(seen.add(culture.lastPlain(i))).as(culture.last(i)).isTrue();
            }
            for (int i = 0; i < culture.firsts(); i++) {
                assertThat(culture.firstPlain(i)).matches("[a-z]{2,}");
            }
        }
    }

    @Test
    void companiesHaveDomainsOfTheirOwnAlsoBeyondTheNames() {
        Companies companies = new Companies(7);
        Set<String> domains = new HashSet<>();
        for (int number = 0; number < 130_000; number++) {
            assertThat(domains.add(companies.company(number, 1).domain())).isTrue();
        }
    }

    @Test
    void countriesAreKnownToTheReader() {
        for (Country country : Country.values()) {
            Dice dice = Dice.of(1, Dice.Topic.PERSON, country.name().hashCode());
            for (int i = 0; i < 20; i++) {
                assertThat(Places.country(country.written(dice))).contains(country.name());
            }
        }
    }

    @Test
    void addressesOutsideCompaniesAreOfProvidersThatTheReaderKnows() {
        Market market = new Market(7, 5_000, new Year(2025));
        for (int number = 0; number < 5_000; number++) {
            Lead lead = market.lead(number);
            String domain =
                    lead.person().email().substring(lead.person().email().indexOf('@') + 1);
            assertThat(domain.equals(lead.company().domain())
                            || MailDomains.freeMail(domain)
                            || MailDomains.disposable(domain))
                    .as(domain)
                    .isTrue();
            assertThat(MailDomains.roleAddress(lead.person().email()))
                    .isEqualTo(lead.person().isShared());
        }
    }

    @Test
    void sharesAddUpToThePlanAndAreUnequal() {
        Plan plan = MadeUp.plan(2_000, 24, 3);
        Shares shares = new Shares(plan, new Market(3, 2_000, new Year(2025)));
        int[] calls = IntStream.range(0, 2_000).map(shares::calls).sorted().toArray();
        assertThat(IntStream.of(calls).asLongStream().sum()).isEqualTo(48_000);
        assertThat(calls[1_000]).isLessThan(24);
        assertThat(calls[1_980]).isGreaterThan(100);
    }
}
