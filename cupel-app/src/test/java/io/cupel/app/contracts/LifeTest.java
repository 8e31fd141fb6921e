package io.cupel.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.people.Person;
import io.cupel.app.people.Role;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {
    private static final String HASH = "3f0c9a1b22de";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private static final Person MAYA = new Person(1, "Maya", Set.of(Role.MARKETER));
    private static final Person SAM = new Person(2, "Sam", Set.of(Role.MANAGER));
    private static final Person OLA = new Person(3, "Ola", Set.of(Role.ADMIN));
    private static final Person RIA = new Person(4, "Ria", Set.of(Role.REP));
    private static final Person SOLO = new Person(5, "Solo", Set.of(Role.MARKETER, Role.MANAGER, Role.ADMIN));

    private static final Life PROPOSED = Life.proposed(HASH, OLA);
    private static final Life BY_MARKETING = PROPOSED.signed(Side.MARKETING, HASH, MAYA, NOW, false);
    private static final Life SIGNED = BY_MARKETING.signed(Side.SALES, HASH, SAM, NOW, false);
    private static final Life SCHEDULED = SIGNED.activated(LATER, OLA, NOW);
    private static final Life IN_FORCE = SIGNED.activated(NOW, OLA, NOW);
    private static final Life SUPERSEDED = new Life(HASH, IN_FORCE.signatures(), false, NOW.minusSeconds(60), NOW);
    private static final Life WITHDRAWN = SIGNED.withdrawn(OLA, NOW);

    @Test
    void aVersionIsProposedThenSignedByBothThenActiveThenSuperseded() {
        assertThat(PROPOSED.at(NOW)).isEqualTo(Standing.PROPOSED);
        assertThat(BY_MARKETING.at(NOW)).isEqualTo(Standing.PROPOSED);
        assertThat(SIGNED.at(NOW)).isEqualTo(Standing.SIGNED);
        assertThat(SCHEDULED.at(NOW)).isEqualTo(Standing.SCHEDULED);
        assertThat(SCHEDULED.at(LATER.minusMillis(1))).isEqualTo(Standing.SCHEDULED);
        assertThat(SCHEDULED.at(LATER)).isEqualTo(Standing.IN_FORCE);
        assertThat(IN_FORCE.at(NOW)).isEqualTo(Standing.IN_FORCE);
        assertThat(SUPERSEDED.at(NOW)).isEqualTo(Standing.SUPERSEDED);
        assertThat(SUPERSEDED.at(NOW.minusMillis(1))).isEqualTo(Standing.IN_FORCE);
        assertThat(WITHDRAWN.at(NOW)).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void onlyRevenueOperationsProposesWithdrawsAndActivates() {
        for (Person other : new Person[] {MAYA, SAM, RIA}) {
            refused(Refusal.NOT_YOUR_ROLE, () -> Life.proposed(HASH, other));
            refused(Refusal.NOT_YOUR_ROLE, () -> PROPOSED.withdrawn(other, NOW));
            refused(Refusal.NOT_YOUR_ROLE, () -> SIGNED.activated(NOW, other, NOW));
        }
    }

    @Test
    void marketersSignForMarketingAndManagersForSales() {
        refused(Refusal.NOT_YOUR_ROLE, () -> PROPOSED.signed(Side.SALES, HASH, MAYA, NOW, false));
        refused(Refusal.NOT_YOUR_ROLE, () -> PROPOSED.signed(Side.MARKETING, HASH, SAM, NOW, false));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void neitherARepNorRevenueOperationsSigns(Side side) {
        refused(Refusal.NOT_YOUR_ROLE, () -> PROPOSED.signed(side, HASH, RIA, NOW, true));
        refused(Refusal.NOT_YOUR_ROLE, () -> PROPOSED.signed(side, HASH, OLA, NOW, true));
    }

    @Test
    void onePersonDoesNotSignForBothSides() {
        Life one = PROPOSED.signed(Side.MARKETING, HASH, SOLO, NOW, false);
        refused(Refusal.SAME_PERSON_FOR_BOTH, () -> one.signed(Side.SALES, HASH, SOLO, NOW, false));
        assertThat(one.signed(Side.SALES, HASH, SAM, NOW, false).isSigned()).isTrue();
    }

    @Test
    void inAOnePersonCompanyOnePersonSignsForBothButInEachRole() {
        Life one = PROPOSED.signed(Side.MARKETING, HASH, SOLO, NOW, true);
        assertThat(one.signed(Side.SALES, HASH, SOLO, NOW, true).isSigned()).isTrue();
        Life maya = PROPOSED.signed(Side.MARKETING, HASH, MAYA, NOW, true);
        refused(Refusal.NOT_YOUR_ROLE, () -> maya.signed(Side.SALES, HASH, MAYA, NOW, true));
    }

    @Test
    void aSignatureStandsUnderTheContentThatWasRead() {
        refused(Refusal.OTHER_CONTENT, () -> PROPOSED.signed(Side.SALES, "00", SAM, NOW, false));
        Life altered = new Life("00", SIGNED.signatures(), false, null, null);
        assertThat(altered.isSigned()).isFalse();
        refused(Refusal.NOT_SIGNED, () -> altered.activated(NOW, OLA, NOW));
    }

    @Test
    void aSideSignsOnce() {
        refused(Refusal.SIDE_HAS_SIGNED, () -> BY_MARKETING.signed(Side.MARKETING, HASH, MAYA, NOW, false));
        refused(Refusal.SIDE_HAS_SIGNED, () -> BY_MARKETING.signed(Side.MARKETING, HASH, SOLO, NOW, false));
    }

    @Test
    void nothingIsActiveBeforeBothSidesSigned() {
        refused(Refusal.NOT_SIGNED, () -> PROPOSED.activated(NOW, OLA, NOW));
        refused(Refusal.NOT_SIGNED, () -> BY_MARKETING.activated(NOW, OLA, NOW));
    }

    @Test
    void aVersionIsActivatedOnceNeverBackwardsAndAtMostAYearAhead() {
        refused(Refusal.ACTIVATED_ALREADY, () -> SCHEDULED.activated(NOW, OLA, NOW));
        refused(Refusal.ACTIVATED_ALREADY, () -> IN_FORCE.activated(LATER, OLA, NOW));
        refused(Refusal.ACTIVATED_ALREADY, () -> SUPERSEDED.activated(LATER, OLA, NOW));
        refused(Refusal.IN_THE_PAST, () -> SIGNED.activated(NOW.minusMillis(1), OLA, NOW));
        Instant farthest = NOW.plus(Life.AHEAD_MAX);
        assertThat(SIGNED.activated(farthest, OLA, NOW).at(NOW)).isEqualTo(Standing.SCHEDULED);
        refused(Refusal.TOO_FAR_AHEAD, () -> SIGNED.activated(farthest.plusMillis(1), OLA, NOW));
    }

    @Test
    void whatIsNotYetInForceCanBeWithdrawn() {
        for (Life life : new Life[] {PROPOSED, BY_MARKETING, SIGNED, SCHEDULED}) {
            assertThat(life.withdrawn(OLA, NOW).at(NOW)).isEqualTo(Standing.WITHDRAWN);
        }
        refused(Refusal.IN_FORCE, () -> IN_FORCE.withdrawn(OLA, NOW));
        refused(Refusal.IN_FORCE, () -> SCHEDULED.withdrawn(OLA, LATER));
        refused(Refusal.SUPERSEDED, () -> SUPERSEDED.withdrawn(OLA, NOW));
        refused(Refusal.WITHDRAWN, () -> WITHDRAWN.withdrawn(OLA, NOW));
    }

    @Test
    void aWithdrawnVersionIsNeitherSignedNorActivated() {
        refused(Refusal.WITHDRAWN, () -> WITHDRAWN.activated(NOW, OLA, NOW));
        Life open = BY_MARKETING.withdrawn(OLA, NOW);
        refused(Refusal.WITHDRAWN, () -> open.signed(Side.SALES, HASH, SAM, NOW, false));
    }

    @Test
    void anEditWithdrawsWhatStoodProposedWithItsSignatures() {
        assertThat(PROPOSED.edited(NOW).at(NOW)).isEqualTo(Standing.WITHDRAWN);
        assertThat(SIGNED.edited(NOW).at(NOW)).isEqualTo(Standing.WITHDRAWN);
        assertThat(WITHDRAWN.edited(NOW)).isEqualTo(WITHDRAWN);
    }

    @Test
    void theDraftOfAnActivatedVersionIsClosed() {
        for (Life life : new Life[] {SCHEDULED, IN_FORCE, SUPERSEDED}) {
            refused(Refusal.DRAFT_CLOSED, () -> life.edited(NOW));
        }
    }

    @Test
    void theContractOfTheFirstStartIsUnsignedInForceAndCanBeSignedThen() {
        Life first = Life.startedWith(HASH, NOW);
        assertThat(first.at(NOW)).isEqualTo(Standing.IN_FORCE);
        assertThat(first.isSigned()).isFalse();
        Life signed =
                first.signed(Side.MARKETING, HASH, MAYA, LATER, false).signed(Side.SALES, HASH, SAM, LATER, false);
        assertThat(signed.isSigned()).isTrue();
        assertThat(signed.at(LATER)).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void nobodySignsWhatWasSuperseded() {
        Life first = new Life(HASH, Life.startedWith(HASH, NOW).signatures(), false, NOW, LATER);
        refused(Refusal.SUPERSEDED, () -> first.signed(Side.SALES, HASH, SAM, LATER, false));
    }

    private static void refused(Refusal refusal, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        StepRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
