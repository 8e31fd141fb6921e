package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser says that it is Ann, and a person says that it is not. A page counts 10; 30 qualify. */
class DenialStoriesTest {
    private static final String ANN = "ann@a.example";
    private static final String BOB = "bob@a.example";

    private LogReplay replay;
    private final Register register = new Register();
    private final List<Sighting> log = new ArrayList<>();
    private long position;
    private long now = 1_772_000_000_000L;

    @BeforeEach
    void begin() {
        replay = new LogReplay(Judge.of(new ContractBuilder("denying")
                .signal(engagement("Visit", "10").onPath("/blog"))
                .mql(EntryBuilder.at(30).expires("30d").reArm("30d"))
                .build()));
    }

    private void take(Sighting sighting) {
        now += 1_000;
        replay.take(++position, now, sighting);
        register.enrol(position, sighting);
        log.add(sighting);
        agree();
    }

    /** The register knows what reading all again finds. */
    private void agree() {
        Map<String, List<Event>> wanted = new HashMap<>();
        Gathering.of(log).evidence().forEach(each -> wanted.put(each.lead(), each.events()));
        Map<String, List<Event>> found = new HashMap<>();
        register.leads().stream()
                .filter(lead -> !register.isBare(lead))
                .forEach(lead -> found.put(register.name(lead), register.events(lead)));
        assertThat(found).isEqualTo(wanted);
    }

    private String id() {
        return "m" + position;
    }

    private static Keys keys(@Nullable String user, @Nullable String mail, @Nullable String device) {
        return new Keys(user, mail == null ? List.of() : List.of(mail), null, device, null);
    }

    private static Keys browser(@Nullable String user, @Nullable String mail, @Nullable String device) {
        return keys(user, mail, device).by(Origin.BROWSER);
    }

    private void reads(Keys who, long at) {
        Event page = new Event(id(), at, EventType.PAGE, "", Map.of("path", "/blog"));
        take(Sighting.call(who, page, Map.of(), null));
    }

    private void reads(Keys who) {
        reads(who, now);
    }

    private void tells(Keys who, Map<String, Object> values) {
        take(Sighting.call(who, new Event(id(), now, EventType.IDENTIFY, "", Map.of()), values, null));
    }

    private String denied(String visitor, String address) {
        String id = id();
        take(Sighting.act(Keys.NONE, Denial.of(id, now, visitor, address, "Bea")));
        return id;
    }

    private void restored(String denial) {
        take(Sighting.act(Keys.NONE, Denial.restore(id(), now, denial, "Bea")));
    }

    private Judgement of(String lead) {
        return replay.judgements(now).stream()
                .filter(each -> each.lead().equals(lead))
                .findFirst()
                .orElseThrow();
    }

    /** Of whoever has a key. */
    private long score(String node) {
        long number = register.leadOf(node).orElseThrow();
        return of(register.name(register.whole(number))).score().score().shown();
    }

    private List<String> leads() {
        return replay.leads().stream().map(LogReplay.Lead::id).toList();
    }

    private Map<String, Object> told(String node) {
        return register.told(register.leadOf(node).orElseThrow());
    }

    @Test
    void whatTheBrowserDidLeavesTheLeadWithItsWords() {
        tells(keys(null, ANN, null), Map.of("lead.email", ANN));
        tells(browser(null, ANN, "d"), Map.of("lead.email", ANN, "lead.title", "Boss"));
        reads(browser(null, null, "d"));
        assertThat(score(ANN)).isEqualTo(10);
        assertThat(told(ANN)).containsEntry("lead.title", "Boss");
        denied("d", ANN);
        assertThat(leads()).containsExactly(ANN);
        assertThat(score(ANN)).isZero();
        assertThat(told(ANN)).containsOnlyKeys("lead.email");
    }

    @Test
    void aClaimToldLaterCountsAsAny() {
        reads(browser(null, ANN, "d"));
        denied("d", ANN);
        assertThat(score(ANN)).isZero();
        reads(browser(null, ANN, "d"));
        // and what the browser did before it was recognised is the lead's, as ever
        assertThat(score(ANN)).isEqualTo(20);
    }

    @Test
    void aCallOfThenThatComesLateIsDeniedToo() {
        long then = now;
        denied("d", ANN);
        reads(browser(null, ANN, "d"), then);
        assertThat(leads()).isEmpty();
        reads(browser(null, BOB, "d"));
        assertThat(leads()).containsExactly(BOB);
        assertThat(score(BOB)).isEqualTo(20);
    }

    @Test
    void whatAServerToldIsNotDenied() {
        reads(keys(null, ANN, "d"));
        denied("d", ANN);
        assertThat(score(ANN)).isEqualTo(10);
    }

    @Test
    void aUserWhoIsNotTheAddresssIsALeadOfItsOwn() {
        tells(keys(null, ANN, null), Map.of("lead.email", ANN));
        tells(browser("u", ANN, "d"), Map.of("lead.email", ANN, "lead.title", "Boss"));
        reads(browser("u", null, "d"));
        denied("u", ANN);
        assertThat(leads()).containsExactly(ANN, "u");
        assertThat(score("u")).isEqualTo(10);
        assertThat(score(ANN)).isZero();
        // what else the calls told is the user's, the address is nobody's word
        assertThat(told("u")).containsExactly(Map.entry("lead.title", "Boss"));
    }

    @Test
    void aUserIsTheAddresssWithWhichItWasToldNext() {
        reads(browser("u", ANN, null));
        reads(browser("u", BOB, null));
        reads(keys("u", null, null));
        assertThat(score(ANN)).isEqualTo(20);
        String denial = denied("u", ANN);
        assertThat(score(BOB)).isEqualTo(30);
        restored(denial);
        assertThat(score(ANN)).isEqualTo(20);
        assertThat(score(BOB)).isEqualTo(10);
    }

    @Test
    void anEarlierIdThatIsDeniedIsNoPartOfItsAlias() {
        reads(browser(null, null, "d"));
        Keys alias = new Keys(null, List.of(ANN), null, "e", "d").by(Origin.BROWSER);
        tells(alias, Map.of());
        assertThat(score(ANN)).isEqualTo(10);
        denied("d", ANN);
        assertThat(score(ANN)).isZero();
        reads(browser(null, null, "e"));
        assertThat(score(ANN)).isEqualTo(10);
    }

    @Test
    void theStageOfALeadOfWhomNothingIsToldAnyMoreStands() {
        for (int i = 0; i < 3; i++) {
            tells(browser(null, ANN, "d"), Map.of("lead.email", ANN));
            reads(browser(null, ANN, "d"));
        }
        assertThat(of(ANN).stage()).isEqualTo(Stage.MQL);
        long number = register.leadOf(ANN).orElseThrow();
        String denial = denied("d", ANN);
        assertThat(of(ANN).stage()).isEqualTo(Stage.MQL);
        assertThat(score(ANN)).isZero();
        assertThat(register.isBare(number)).isTrue();
        assertThat(register.name(number)).isEqualTo(ANN);
        reads(keys(null, ANN, null));
        assertThat(register.leadOf(ANN)).hasValue(number);
        assertThat(score(ANN)).isEqualTo(10);
        restored(denial);
        assertThat(score(ANN)).isEqualTo(40);
        assertThat(of(ANN).transitions()).hasSize(2);
    }

    @Test
    void whatWouldOpenByThatAloneWaitsInTheTray() {
        tells(keys(null, ANN, null), Map.of("lead.email", ANN));
        String denial = denied("d", ANN);
        for (int i = 0; i < 3; i++) {
            reads(browser(null, ANN, "d"), now - 10_000);
        }
        assertThat(score(ANN)).isZero();
        restored(denial);
        assertThat(score(ANN)).isEqualTo(30);
        assertThat(of(ANN).stage()).isEqualTo(Stage.LEAD);
        assertThat(of(ANN).waiting()).extracting(Waiting::cause).isEqualTo(Cause.CLAIM);
    }

    @Test
    void whatIsTakenBackBeforeItIsSaidWasNeverSaid() {
        reads(browser(null, ANN, "d"));
        take(Sighting.act(Keys.NONE, Denial.restore("r", now, "later", "Bea")));
        take(Sighting.act(Keys.NONE, Denial.of("later", now, "d", ANN, "Bea")));
        assertThat(score(ANN)).isEqualTo(10);
    }

    @Test
    void aNameThatOnlyADeniedCallToldFirstIsNotTheFirst() {
        reads(browser(null, ANN, "d"));
        for (String mail : List.of(BOB, ANN)) {
            Keys both = new Keys(null, List.of(mail), null, null, null, List.of("hubspot:7"));
            tells(both, Map.of());
        }
        assertThat(leads()).containsExactly(ANN);
        denied("d", ANN);
        assertThat(leads()).containsExactly(BOB);
    }

    @Test
    void anAliasWaitsAgainForAUserWhoIsToldOnlyBesideAnAddress() {
        reads(browser("u", ANN, null));
        tells(new Keys("v", List.of(), null, null, "u"), Map.of());
        assertThat(leads()).containsExactly("u", "v");
        String denial = denied("u", ANN);
        assertThat(leads()).containsExactly(ANN, "u"); // of Ann nothing is told
        restored(denial);
        assertThat(leads()).containsExactly("u", "v");
        reads(keys("u", null, null));
        assertThat(leads()).containsExactly("u");
    }

    @Test
    void whatLeavesALeadLeavesTheOneThatItIsMergedInto() {
        tells(keys(null, ANN, null), Map.of("lead.email", ANN));
        tells(keys(null, BOB, null), Map.of("lead.email", BOB));
        reads(browser(null, ANN, "d"));
        reads(keys(null, BOB, null));
        take(Sighting.act(Keys.NONE, Merging.of(id(), now, keys(null, ANN, null), keys(null, BOB, null), "Bea")));
        assertThat(score(ANN)).isEqualTo(20);
        String denial = denied("d", ANN);
        assertThat(score(ANN)).isEqualTo(10);
        restored(denial);
        assertThat(score(ANN)).isEqualTo(20);
    }

    @Test
    void whoIsErasedIsForgottenWithWhatWasDenied() {
        reads(browser(null, ANN, "d"));
        reads(keys(null, ANN, null));
        denied("d", ANN);
        long ann = register.leadOf(ANN).orElseThrow();
        assertThat(register.forget(ann).positions()).containsExactlyInAnyOrder(1L, 2L);
        log.clear();
        reads(browser(null, BOB, "d"));
        Evidence bob = register.evidence(register.leadOf(BOB).orElseThrow());
        assertThat(bob.events()).extracting(Event::id).containsExactly("m3");
    }
}
