package io.cupel.core.evidence;

import static io.cupel.core.evidence.Seen.alias;
import static io.cupel.core.evidence.Seen.both;
import static io.cupel.core.evidence.Seen.mail;
import static io.cupel.core.evidence.Seen.phone;
import static io.cupel.core.evidence.Seen.user;
import static io.cupel.core.evidence.Seen.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private final Seen seen = new Seen();

    @Test
    void visitsBeforeTheIdentifyBelongToTheLead() {
        seen.call(visitor("a"), 1).call(visitor("a"), 2).call(both("u", "a"), 3).call(visitor("a"), 4);
        assertThat(seen.leads()).containsExactly("u");
        assertThat(seen.instants("u")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void onASharedDeviceEachVisitBelongsToWhomWasIdentifiedLastAndTheFirstVisitsToTheFirst() {
        seen.call(visitor("a"), 1)
                .call(both("ann", "a"), 2)
                .call(visitor("a"), 3)
                .call(both("bob", "a"), 4)
                .call(visitor("a"), 5)
                .call(both("ann", "a"), 6)
                .call(visitor("a"), 7);
        assertThat(seen.instants("ann")).containsExactly(1L, 2L, 3L, 6L, 7L);
        assertThat(seen.instants("bob")).containsExactly(4L, 5L);
    }

    @Test
    void anAnonymousIdIdentifiedByAnAddressBelongsToIt() {
        seen.call(visitor("a"), 1).call(new Keys(null, List.of("ann@acme.example"), null, "a", null), 2);
        assertThat(seen.instants("ann@acme.example")).containsExactly(1L, 2L);
    }

    @Test
    void visitorsWhoNeverSayWhoTheyAreAreCountedAndAreNoLeads() {
        seen.call(visitor("a"), 1).call(visitor("b"), 2).call(visitor("a"), 3).call(user("u"), 4);
        assertThat(seen.leads()).containsExactly("u");
        assertThat(seen.gathered().identities().visitors()).isEqualTo(2);
    }

    @Test
    void twoUserIdsWithOneAddressAreOneLeadNamedByTheFirstTold() {
        seen.call(user("new", "ann@acme.example"), 5)
                .call(user("old"), 1)
                .call(user("old", "ann@acme.example"), 9)
                .call(user("new"), 7);
        assertThat(seen.leads()).containsExactly("old");
        assertThat(seen.instants("old")).containsExactly(1L, 5L, 7L, 9L);
    }

    @Test
    void ofUserIdsToldAtOneInstantTheFirstInCodePointOrderNamesTheLead() {
        seen.call(user("b", "ann@acme.example"), 5).call(user("a", "ann@acme.example"), 5);
        assertThat(seen.leads()).containsExactly("a");
    }

    @Test
    void aRowJoinsWhatTheAddressJoins() {
        seen.row(mail("ann@acme.example"), Map.of(), null).call(user("u", "ann@acme.example"), 3);
        assertThat(seen.leads()).containsExactly("u");
        assertThat(seen.gathered().identities().find("Ann@ACME.example")).contains("u");
        assertThat(seen.gathered().identities().find("nobody@acme.example")).isEmpty();
    }

    @Test
    void aRoleAddressJoinsNobodyButIsABusinessWhereNothingElseIsTold() {
        seen.call(user("u", "info@acme.example"), 1)
                .call(user("v", "info@acme.example"), 2)
                .row(mail("info@acme.example"), Map.of(), null);
        assertThat(seen.leads()).containsExactly("info@acme.example", "u", "v");
    }

    @Test
    void aPhoneNumberIsAKeyOnlyWhereNothingElseIsTold() {
        seen.row(phone("+4930123456"), Map.of(), null)
                .row(phone("+4930123456"), Map.of(), null)
                .row(new Keys(null, List.of("ann@acme.example"), "+4930123456", null, null), Map.of(), null);
        assertThat(seen.leads()).containsExactly("+4930123456", "ann@acme.example");
        assertThat(seen.gathered().identities().find("+49 (30) 123456")).contains("+4930123456");
    }

    @Test
    void anAliasJoinsTwoUserIds() {
        seen.call(user("old"), 1).call(user("new"), 2).call(alias("old", "new"), 3);
        assertThat(seen.leads()).containsExactly("old");
        assertThat(seen.instants("old")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anAliasIdentifiesAVisitorFromThenOn() {
        seen.call(visitor("a"), 1)
                .call(both("bob", "a"), 2)
                .call(alias("a", "ann"), 3)
                .call(visitor("a"), 4);
        assertThat(seen.instants("bob")).containsExactly(1L, 2L);
        assertThat(seen.instants("ann")).containsExactly(3L, 4L);
    }

    @Test
    void chainsOfAliasesReachToTheEnd() {
        seen.call(alias("b", "c"), 3).call(alias("a", "b"), 2).call(user("a"), 1);
        assertThat(seen.leads()).containsExactly("a");
    }

    @Test
    void aSharedDeviceNeverJoinsTwoLeads() {
        seen.call(both("ann", "a"), 1).call(both("bob", "a"), 1).call(alias("a", "cem"), 1);
        assertThat(seen.leads()).containsExactly("ann", "bob", "cem");
    }

    @Test
    void aUserIdThatIsAnAddressIsThatAddress() {
        seen.call(user("Ann@Acme.example"), 4).row(mail("ann@acme.example"), Map.of(), null);
        assertThat(seen.leads()).containsExactly("Ann@Acme.example");
    }

    @Test
    void aTypoIsAnsweredByWhatIsNearest() {
        seen.call(user("u-17", "vp@nordwind.example"), 1).row(mail("ceo@nordwind.example"), Map.of(), null);
        assertThat(seen.gathered().identities().nearest("vp@nordwnd.example", 3))
                .startsWith("vp@nordwind.example");
        assertThat(seen.gathered().identities().nearest("quite-something-else", 3))
                .isEmpty();
    }

    @Test
    void whatABrowserTellsTogetherJoinsNobody() {
        seen.call(user("u", "ann@acme.example"), 1)
                .call(user("v", "bob@acme.example"), 2)
                .call(user("u", "bob@acme.example").by(Origin.BROWSER), 3);
        assertThat(seen.leads()).containsExactly("u", "v");
        assertThat(seen.instants("v")).containsExactly(2L, 3L);
    }

    @Test
    void aUserWhomNoServerToldHowToReachIsTheAddressesWithWhichABrowserToldItFirst() {
        seen.call(user("u"), 1)
                .call(user("u", "ann@acme.example").by(Origin.BROWSER), 2)
                .call(user("u", "bob@acme.example").by(Origin.BROWSER), 3)
                .call(user("u"), 4);
        assertThat(seen.leads()).containsExactly("bob@acme.example", "u");
        assertThat(seen.instants("u")).containsExactly(1L, 2L, 4L);
        assertThat(seen.gathered().identities().isClaimed("u")).isTrue();
        assertThat(seen.gathered().identities().find("ann@acme.example")).contains("u");
    }

    @Test
    void aServersWordAboutAUserTakesBackWhatABrowserClaimed() {
        seen.call(user("u", "ann@acme.example").by(Origin.BROWSER), 1)
                .call(user("u"), 2)
                .call(user("u", "bob@acme.example"), 3);
        assertThat(seen.leads()).containsExactly("ann@acme.example", "u");
        assertThat(seen.instants("ann@acme.example")).containsExactly(1L);
        assertThat(seen.instants("u")).containsExactly(2L, 3L);
        assertThat(seen.gathered().identities().isClaimed("u")).isFalse();
    }

    @Test
    void anAliasOfABrowserRecognisesADeviceAndJoinsNoLeads() {
        seen.call(user("u", "ann@acme.example"), 1)
                .call(visitor("a"), 2)
                .call(user("v", "bob@acme.example"), 3)
                .call(alias("u", "v").by(Origin.BROWSER), 4)
                .call(alias("a", "v").by(Origin.BROWSER), 5);
        assertThat(seen.leads()).containsExactly("u", "v");
        assertThat(seen.instants("v")).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void whatABrowserTellsFillsWhatIsEmptyAndOverwritesNothing() {
        Keys ann = mail("ann@acme.example");
        seen.call(ann.by(Origin.BROWSER), 1, Map.of("lead.title", "CEO", "lead.country", "DE"), null)
                .call(ann, 2, Map.of("lead.title", "Clerk"), null)
                .call(ann.by(Origin.BROWSER), 3, Map.of("lead.title", "CEO", "lead.country", "FR"), null);
        Evidence lead = seen.lead("ann@acme.example");
        assertThat(lead.toldAt(1)).containsEntry("lead.title", "CEO").containsEntry("lead.country", "DE");
        assertThat(lead.toldAt(3)).containsEntry("lead.title", "Clerk").containsEntry("lead.country", "FR");
    }

    @Test
    void aBrowsersCompanyCountsWhereNobodyElseNamesOne() {
        Keys ann = mail("ann@acme.example");
        Keys bob = mail("bob@gmail.com");
        seen.call(ann, 1, Map.of("lead.email", "ann@acme.example"), null)
                .call(ann.by(Origin.BROWSER), 2, Map.of(), "big.example")
                .call(bob, 1, Map.of("lead.email", "bob@gmail.com"), null)
                .call(bob.by(Origin.BROWSER), 2, Map.of(), "big.example");
        assertThat(seen.lead("ann@acme.example").toldAt(3)).doesNotContainEntry("company.domain", "big.example");
        assertThat(seen.lead("bob@gmail.com").toldAt(3)).containsEntry("company.domain", "big.example");
    }
}
