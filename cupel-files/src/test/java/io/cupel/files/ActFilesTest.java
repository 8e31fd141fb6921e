package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Touch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActFilesTest {
    private static final String TOUCHES = "lead,at,by,channel,direction,outcome";
    private static final String OUTCOMES = "lead,at,decision,reason,amount,currency";

    @TempDir
    private Path folder;

    private Desk desk() {
        return new Desk(folder).leads("user_id,email,phone", "u,u@acme.example,+49 30 123456");
    }

    private static Act only(Population population) {
        List<Act> acts = Desk.only(population).acts();
        assertThat(acts).hasSize(1);
        return acts.get(0);
    }

    @Test
    void aTouchIsWhatItsRowSays() {
        Act act = only(desk().touches(TOUCHES, "u,2026-03-01T09:00:00Z,Ann,Call,Outbound,voicemail")
                .read());
        assertThat(act).isInstanceOfSatisfying(Touch.class, touch -> {
            assertThat(touch.at()).isEqualTo(1_772_355_600_000L);
            assertThat(touch.by()).isEqualTo("Ann");
            assertThat(touch.channel()).isEqualTo(Touch.Channel.CALL);
            assertThat(touch.direction()).isEqualTo(Touch.Direction.OUTBOUND);
            assertThat(touch.outcome()).isEqualTo("voicemail");
            assertThat(touch.fromExport()).isFalse();
        });
    }

    @Test
    void anOutcomeIsWhatItsRowSays() {
        Act act = only(desk().outcomes(OUTCOMES, "u,2026-03-01T09:00:00Z,Closed Won,,\"12,500.75\",EUR")
                .read());
        assertThat(act).isInstanceOfSatisfying(Decision.class, decision -> {
            assertThat(decision.outcome()).isEqualTo(Decision.Outcome.WON);
            assertThat(decision.amount()).isEqualTo(new Sum(new BigDecimal("12500.75"), "EUR"));
            assertThat(decision.imported()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"u", "U@Acme.example", "+49 30 123456", "hubspot:501", "x; u@acme.example"})
    void aLeadIsFoundByEveryKindOfKey(String lead) {
        Desk desk = desk().touches(TOUCHES, lead + ",2026-03-01T09:00:00Z,,,,");
        if (lead.startsWith("hubspot")) {
            desk.outcomes(OUTCOMES, "u@acme.example;" + lead + ",2026-03-02T09:00:00Z,sql,,,");
        }
        if (lead.startsWith("+")) {
            assertThat(desk.read().evidence()).hasSize(2); // a phone number is a key where nothing better is told
            return;
        }
        assertThat(Desk.only(desk.read()).acts()).isNotEmpty();
    }

    @Test
    void aPhoneNumberFindsALeadThatHasNothingElse() {
        Population population = new Desk(folder)
                .leads("phone,name", "+49 30 123456,Acme")
                .touches("phone,at", "(0049) 30 123456,2026-03-01T09:00:00Z")
                .touches("lead,at", "+4930 123456,2026-03-02T09:00:00Z")
                .read();
        assertThat(Desk.only(population).acts()).hasSize(2);
    }

    @Test
    void theSameFactsAsTrackCallsAreTheSame() {
        String row = "u,2026-03-01T09:00:00Z,Ann,call,outbound,voicemail";
        String call = """
                {"type":"track","event":"Cupel Touch","userId":"u","timestamp":"2026-03-01T10:00:00.000+01:00",\
                "context":{"ip":"203.0.113.1"},"properties":\
                {"by":"Ann","channel":"phone call","outcome":"voicemail"}}""";
        Population both = desk().touches(TOUCHES, row, row).events(call).read();
        assertThat(Desk.only(both).events()).isEmpty();
        assertThat(only(both)).isEqualTo(only(desk().touches(TOUCHES, row).read()));
        assertThat(both.counts().duplicates()).isEqualTo(2);
        assertThat(both.counts().differing()).isZero();
    }

    @Test
    void anAddressOrNumberThatIsNoneIsCountedWithTheFirstPlace() {
        String call = """
                {"type":"track","event":"Cupel Outcome","userId":"u","timestamp":"2026-03-02T09:00:00Z","properties":\
                {"decision":"lost"},"context":{"traits":{"email":"not-one","phone":"%s"}}}""";
        Desk desk = desk().touches(
                        "user_id,email,phone,at",
                        "u,u@acme.example,030 123456,2026-03-01",
                        "u,not-one,n/a,2026-03-01",
                        ",not-one,not-one,2026-03-01")
                .events(call.formatted("not-one"), call.formatted("030 123456"));
        desk.read();
        assertThat(desk.notes)
                .contains(
                        "lead.email stays unknown in 3 places: the value is not an e-mail address (first " + folder
                                + "/events0.jsonl:1)",
                        "lead.phone stays unknown in 1 place: the value is not a phone number (first " + folder
                                + "/events0.jsonl:1)");
        assertThat(desk.reasons()).containsExactly("has no user id, anonymous id, e-mail address or phone number");
    }

    @Test
    void anAddressWithANameBesideItIsReadAsInTablesOfLeads() {
        Desk desk = new Desk(folder)
                .touches(
                        "email,at",
                        "Ann <ann@acme.example>,2026-03-01",
                        "mailto:bob@acme.example,2026-03-01",
                        "n/a; cleo@acme.example,2026-03-01");
        assertThat(desk.read().evidence())
                .extracting(Evidence::lead)
                .containsExactly("ann@acme.example", "bob@acme.example", "cleo@acme.example");
        assertThat(desk.rejected).isEmpty();
    }

    @Test
    void theSameActUnderTwoNamesOfItsLeadIsOne() {
        String act = ",2026-03-01T09:00:00Z,";
        Population population = desk().touches(TOUCHES, "u" + act + "Ann,call,,", "u@acme.example" + act + "Ann,call,,")
                .outcomes(OUTCOMES, "u@acme.example" + act + "rejected,,,", "u" + act + "rejected,,,")
                .read();
        assertThat(Desk.only(population).acts()).hasSize(2);
        assertThat(population.counts().duplicates()).isZero();
    }

    @Test
    void actsWithIdsOfTheirOwnAreAsManyAsTheyHaveIds() {
        Population population = desk().touches(
                        TOUCHES + ",message_id",
                        "u,2026-03-01,Ann,call,,,m1",
                        "u@acme.example,2026-03-01,Ann,call,,,m2")
                .read();
        assertThat(Desk.only(population).acts()).hasSize(2);
    }

    @Test
    void copiesThatDifferAreNamed() {
        Desk desk = desk();
        Population population = desk.outcomes(
                        OUTCOMES + ",message_id",
                        "u,2026-03-01T09:00:00Z,rejected,no budget,,,m",
                        "u,2026-03-01T09:00:00Z,accepted,,,,m")
                .read();
        assertThat(population.counts().differing()).isEqualTo(1);
        assertThat(only(population))
                .isInstanceOfSatisfying(
                        Decision.class,
                        decision -> assertThat(decision.outcome()).isEqualTo(Decision.Outcome.ACCEPTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            rejected     ; No budget       ; no budget
            rejected     ; not interested  ; no need
            rejected     ; student         ; competitor / student / job seeker
            rejected     ; Other: on leave ; other: on leave
            rejected     ; On leave        ; other: On leave
            rejected     ; other           ; other
            nurture      ; Bad timing      ; wrong timing
            disqualified ; ???             ; other: ???
            lost         ; Too expensive   ; Too expensive
            accepted     ;                 ; ''
            """)
    void aReasonIsOneOfTheListOrOther(String decision, String reason, String meaning) {
        Act act = only(desk().outcomes(
                        OUTCOMES, "u,2026-03-01T09:00:00Z," + decision + "," + (reason == null ? "" : reason) + ",,")
                .read());
        assertThat(((Decision) act).reason()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            u,2026-03-01T09:00:00Z,,fax,,= has a channel that is none of call
            u,2026-03-01T09:00:00Z,,call,up,     = has a direction that is neither outbound nor inbound
            ,2026-03-01T09:00:00Z,,call,,        = has no user id, anonymous id, e-mail address or phone number
            u,soon,,call,,                       = has a time that cannot be used (it is not a date)
            u,,,call,,                           = has no timestamp
            u,1971-01-01,,call,,                 = is from before 1990
            u;v,2026-03-01,,call,,               = names several leads in one cell
            """)
    void aTouchThatCannotBeUsedIsRejected(String row, String reason) {
        Desk desk = desk().touches(TOUCHES, row);
        assertThat(Desk.only(desk.read()).acts()).isEmpty();
        assertThat(desk.reasons()).singleElement().asString().startsWith(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            u,2026-03-01,maybe,,,   ; has no decision of accepted, rejected, sql
            u,2026-03-01,won,,1-5k, ; has an amount that is not one sum of money (it is a range
            u,2026-03-01,won,,12,BTC; has a currency that is not known
            u,2026-03-01,won,,$12,EUR ; has an amount that is not one sum of money (it tells two currencies)
            """)
    void anOutcomeThatCannotBeUsedIsRejected(String row, String reason) {
        Desk desk = desk().outcomes(OUTCOMES, row);
        assertThat(Desk.only(desk.read()).acts()).isEmpty();
        assertThat(desk.reasons()).singleElement().asString().startsWith(reason);
    }

    @Test
    void aLeadOfWhomNothingElseIsKnownIsNoted() {
        Desk desk = desk().touches(TOUCHES, "nobody,2026-03-01,,,,");
        assertThat(desk.read().evidence()).extracting(Evidence::lead).containsExactly("nobody", "u");
        assertThat(desk.notes)
                .containsExactly(
                        "1 lead is known by touches, outcomes or deals alone; if another file tells of it, name"
                                + " leads alike in both: by user id, e-mail address or an id such as hubspot:901");
    }

    @Test
    void aLeadThatATouchNamesByItsAddressBelongsToTheCompanyOfItsDomain() {
        Desk desk = new Desk(folder)
                .leads(
                        "Company name,Company Domain Name,Number of Employees,Company owner",
                        "Acme,acme.example,200,Ann")
                .touches(TOUCHES, "Jo@acme.example,2026-03-01,,,,");
        assertThat(Desk.profile(Desk.only(desk.read())))
                .containsEntry("lead.email", "jo@acme.example")
                .containsEntry("company.name", "Acme");
        assertThat(desk.notes).anyMatch(note -> note.startsWith("1 lead is known by touches, outcomes or deals alone"));
    }

    @Test
    void aTableThatLacksAColumnIsRefusedWithTheRemedy() {
        assertThat(fault(desk().touches("at,channel", "2026-03-01,call")))
                .endsWith(
                        ":1: no column tells who a row is about; name one of them lead. The columns are: at, channel");
        assertThat(fault(desk().touches("lead,channel", "u,call")))
                .contains("no column tells when; name one of them at");
        assertThat(fault(desk().outcomes("lead,at", "u,2026-03-01")))
                .contains("no column tells what was decided; name one of them decision");
    }

    @Test
    void touchesAndOutcomesThatAreSwappedAreAFaultThatNamesTheRightOption() {
        assertThat(fault(desk().touches(OUTCOMES, "u,2026-03-01,won,,,")))
                .endsWith("touches0:1: is a table of outcomes, as its column decision tells; give it after --outcomes");
        assertThat(fault(desk().outcomes(TOUCHES, "u,2026-03-01,Ann,call,outbound,voicemail")))
                .endsWith("outcomes0:1: is a table of touches, as its column channel tells; give it after --touches");
        assertThat(fault(desk().touches("Record ID,Deal Name,Deal Stage,Date", "1,A,won,2026-03-01")))
                .endsWith("touches0:1: is a table of deals; give it after --leads or --outcomes");
        assertThat(fault(desk().touches(TOUCHES + ",decision", "u,2026-03-01,Ann,call,outbound,voicemail,")))
                .isEmpty();
        assertThat(fault(desk().outcomes("lead,at,channel,status", "u,2026-03-01,Web,won")))
                .isEmpty();
    }

    private static String fault(Desk desk) {
        try {
            desk.readOrFail();
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void namesThatAreAlmostReservedAreNoted() {
        String call = """
                {"type":"track","event":"%s","userId":"u","timestamp":"2026-03-01T10:00:00Z",\
                "properties":{"decision":"won"}}""";
        Desk desk = desk().events(
                        call.formatted("cupel outcome"), call.formatted("Cupel Outcome"), call.formatted("Signed Up"));
        assertThat(Desk.only(desk.read()).events()).hasSize(2);
        assertThat(desk.notes)
                .containsExactly("'cupel outcome' is an event like any other; the reserved names are Cupel Touch, Cupel"
                        + " Outcome, Cupel Spend, Cupel Review, Cupel Merge, Cupel Claim, Cupel Suspect and Cupel"
                        + " Consent, written so");
    }

    @Test
    void aReviewIsAnActInWhateverWordsItSaysYesOrNo() {
        String call = """
                {"type":"track","event":"Cupel Review","userId":"u","timestamp":"2026-03-01T10:00:00Z",\
                "messageId":"%s","properties":{"Decision":"%s","by":" Bea "}}""";
        Desk desk = desk().events(
                        call.formatted("r1", "Released"),
                        call.formatted("r2", "dismiss"),
                        call.formatted("r3", "maybe"));
        Evidence lead = Desk.only(desk.read());
        long at = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
        assertThat(lead.acts())
                .containsExactly(
                        new Review("r1", at, Review.Verdict.RELEASE, "Bea"),
                        new Review("r2", at, Review.Verdict.DISMISS, "Bea"));
        assertThat(lead.events()).isEmpty();
        assertThat(desk.reasons()).containsExactly("has no decision of release and dismiss");
    }

    @Test
    void aMergeIsNothingThatALeadDidOrTold() {
        String at = "2026-03-01T10:00:00Z";
        Desk desk = desk().events("""
                {"type":"track","event":"Cupel Merge","messageId":"m1","userId":"u","timestamp":"%1$s",\
                "properties":{"decision":"Merge","other":"Ann@A.example","by":"Bea"}}
                {"type":"track","event":"Cupel Merge","messageId":"m2","timestamp":"%1$s",\
                "properties":{"decision":"undo","merge":"m1","by":"Bea"}}
                {"type":"track","event":"Cupel Merge","userId":"u","timestamp":"%1$s","properties":{"other":"v"}}
                {"type":"track","event":"Cupel Merge","userId":"u","timestamp":"%1$s",\
                "properties":{"decision":"merge"}}
                {"type":"track","event":"Cupel Merge","timestamp":"%1$s","properties":{"decision":"undo"}}
                {"type":"page","userId":"u","timestamp":"%1$s","context":{"page":{"path":"/"}}}
                """.formatted(at));
        Population population = desk.read();
        assertThat(population.evidence()).hasSize(1);
        assertThat(population.evidence().get(0).acts()).isEmpty();
        assertThat(desk.reasons())
                .containsExactly(
                        "has no decision of merge and undo",
                        "does not say in 'other' which lead is the same",
                        "does not say in 'merge' by its message id which merge is taken back");
    }

    @Test
    void whatABrowserClaimedIsNotBelievedWhereAPersonSaysSo() {
        Desk desk = new Desk(folder).events("""
                {"type":"track","event":"Cupel Claim","messageId":"c1","timestamp":"%1$s",\
                "properties":{"decision":"undo","visitor":"d1","address":" Ann@A.example ","by":"Bea"}}
                {"type":"track","event":"Cupel Claim","messageId":"c2","timestamp":"%1$s",\
                "properties":{"decision":"undo","visitor":"d2","address":"ann@a.example"}}
                {"type":"track","event":"Cupel Claim","messageId":"c3","timestamp":"%1$s",\
                "properties":{"decision":"restore","undo":"c2"}}
                {"type":"page","anonymousId":"d1","keyOrigin":"browser","messageId":"e1","timestamp":"%2$s",\
                "context":{"traits":{"email":"ann@a.example"}}}
                {"type":"page","anonymousId":"d2","keyOrigin":"browser","messageId":"e2","timestamp":"%2$s",\
                "context":{"traits":{"email":"ann@a.example"}}}
                {"type":"page","anonymousId":"d3","keyOrigin":"browser","messageId":"e3","timestamp":"%2$s",\
                "context":{"traits":{"email":"ann@a.example"}}}
                """.formatted("2026-03-02T10:00:00Z", "2026-03-01T10:00:00Z"));
        assertThat(Desk.only(desk.read()).events()).extracting(Event::id).containsExactly("e2", "e3");
        assertThat(desk.reasons()).isEmpty();
    }

    @Test
    void aWordOnAClaimThatSaysTooLittleIsRefused() {
        String call = """
                {"type":"track","event":"Cupel Claim","timestamp":"2026-03-01T10:00:00Z","properties":%s}""";
        Desk desk = desk().events(
                        call.formatted("{\"visitor\":\"d1\",\"address\":\"a@b.example\"}"),
                        call.formatted("{\"decision\":\"undo\",\"address\":\"a@b.example\"}"),
                        call.formatted("{\"decision\":\"undo\",\"visitor\":\"d1\",\"address\":\"Ann\"}"),
                        call.formatted("{\"decision\":\"restore\"}"),
                        "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T10:00:00Z\"}");
        desk.read();
        assertThat(desk.reasons())
                .containsExactly(
                        "has no decision of undo and restore",
                        "does not say in 'visitor' which browser, device or user is meant",
                        "has no e-mail address in 'address'",
                        "does not say in 'undo' by its message id what is restored");
    }

    @Test
    void spendInALogOfEventsIsAboutNobody() {
        String call = """
                {"type":"track","event":"Cupel Spend","properties":\
                {"month":"2026-03","source":"google","amount":12.5}}""";
        Population population = desk().events(call).read();
        assertThat(population.evidence()).hasSize(1);
        assertThat(population.counts().calls()).isEqualTo(1);
        assertThat(population.newest()).isNull();
    }
}
