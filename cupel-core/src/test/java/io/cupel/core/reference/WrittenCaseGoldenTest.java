package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;
import static io.cupel.core.reference.SignalBuilder.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.state.UnreadableState;
import io.cupel.testkit.Golden;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The bytes of a few states. They lie in databases: where these change, states written before would be misread, so that
 * {@code LeadCase.FORM} must become the next number before the change is approved. (Then they are refused, and their
 * leads folded anew.)
 */
class WrittenCaseGoldenTest {
    private static final String HEAD = """
            Form 3. Where bytes of a state that was here before change, LeadCase.FORM must be raised first.

            """;

    /** As in {@code bench/w1.yaml}. */
    private static final Contract W1 = new ContractBuilder("w1")
            .signal(engagement("Any page", "0.5").halfLife("7d").cap("8"))
            .signal(intent("Pricing", "8").onPath("/pricing").halfLife("14d").cap("30"))
            .signal(engagement("Docs", "1").onPath("/docs").halfLife("7d").cap("8"))
            .signal(engagement("Mail opened", "1")
                    .on(EventType.EMAIL_OPENED, null)
                    .halfLife("7d")
                    .cap("6"))
            .signal(intent("Demo form", "30").onTrack("Demo").halfLife("30d").cap("45"))
            .mql(EntryBuilder.at(60))
            .build();

    private static final Contract FILTERED = new ContractBuilder("filtered")
            .signal(engagement("Visit", "1").linear("400d"))
            .signal(intent("Topic", "2")
                    .onTrack("Topic")
                    .distinct("event.properties.topic")
                    .every("1m"))
            .signal(usage("Use", "5").onTrack("Use").halfLife("7d").qualifies(Target.PQL))
            .mql(EntryBuilder.at(1_000).requiresAll(3, 2))
            .pql(EntryBuilder.at(20).requiresAll(2, 1))
            .build();

    private static Map<String, byte[]> states() throws UnreadableState {
        Map<String, byte[]> states = new LinkedHashMap<>();
        states.put("a lead that did nothing", new LeadStory(W1).written());
        states.put("a visitor of a page that counts for nothing", visitor().written());
        states.put("a lead of W1 whose one event counts for nothing", idle().written());
        states.put("a lead of W1 with 5 events of 3 signals", usual().written());
        states.put("a lead of W1 that opened a cycle", qualified().written());
        states.put("qualified by a hand, accepted, with two deals", sold().written());
        states.put(
                "disqualified by a person",
                Workshop.vpOfSales()
                        .visits("/blog")
                        .on(2)
                        .decided(Outcome.DISQUALIFIED, "duplicate")
                        .written());
        states.put("distinct values of every kind", topics().written());
        states.put("a product-qualified lead", used().written());
        states.put("a lead that waits in the review tray", waiting());
        states.put("120 events of a signal that keeps 100", crowded().written());
        return states;
    }

    private static LeadStory visitor() {
        return Workshop.stranger().visits("/");
    }

    private static LeadStory idle() {
        return new LeadStory(W1).knownFor("lead.email", "vp@nordwind.example").tracks("Nothing");
    }

    private static LeadStory usual() {
        return new LeadStory(W1)
                .knownFor("lead.email", "vp@nordwind.example")
                .visits("/docs/start")
                .on(3)
                .laterBy(4_321_987)
                .does(EventType.EMAIL_OPENED)
                .on(8)
                .laterBy(7_654_321)
                .visits("/")
                .laterBy(45_678)
                .visits("/docs/prices")
                .on(12)
                .laterBy(9_876_543)
                .does(EventType.EMAIL_OPENED);
    }

    private static LeadStory qualified() {
        return usual().on(13)
                .tracks("Demo")
                .laterBy(59_999)
                .visits("/pricing")
                .laterBy(400_001)
                .tracks("Demo")
                .laterBy(61_001)
                .visits("/pricing");
    }

    private static LeadStory sold() {
        return Workshop.vpOfSales()
                .visits("/pricing")
                .on(2)
                .tracks("Demo Requested")
                .laterBy(3_600_000)
                .decided(Outcome.ACCEPTED, "")
                .on(5)
                .hasDeal("deal-2", Outcome.OPPORTUNITY)
                .laterBy(1)
                .hasDeal("deal-1", Outcome.OPPORTUNITY);
    }

    private static LeadStory topics() {
        LeadStory story = new LeadStory(FILTERED).knownFor("lead.phone", "+12025550123");
        List<Object> topics = List.of(
                "pricing",
                "",
                "é\ud800",
                "a text that is longer than thirty-two chars",
                true,
                false,
                0L,
                -0.0,
                1200L,
                -2.25,
                1e300,
                List.of(1L, "a"),
                Map.of("k", 2L));
        topics.forEach(topic -> story.tracksWith("Topic", "topic", topic).laterBy(60_000));
        return story;
    }

    private static LeadStory used() {
        return new LeadStory(FILTERED)
                .knownFor("lead.email", "vp@nordwind.example")
                .tracks("Use")
                .on(2)
                .tracks("Use");
    }

    private static byte[] waiting() {
        Contract asking = new ContractBuilder("asking")
                .signal(intent("Demo form", "30").onTrack("Demo").halfLife("30d"))
                .mql(EntryBuilder.at(20))
                .build();
        long at = LeadStory.day(1);
        List<Event> demo = List.of(new Event("a", at, EventType.TRACK, "Demo", Map.of()));
        Map<String, Object> told = Map.of("lead.email", "vp@nordwind.example");
        LeadCase lead = Judge.of(W1).open(1);
        lead.receive(at, Cause.EVENT, demo, told, true, () -> demo);
        return lead.turn(LeadStory.day(2), Judge.of(asking), told, demo).written();
    }

    private static LeadStory crowded() {
        LeadStory story = new LeadStory(FILTERED).knownFor("lead.email", "vp@nordwind.example");
        for (int i = 0; i < 120; i++) {
            story.visits("/").laterBy(1_001);
        }
        return story;
    }

    @Test
    void theBytesAreThoseOfTheirForm() throws UnreadableState {
        String text = states().entrySet().stream()
                .map(state -> "%s: %d bytes\n%s\n"
                        .formatted(
                                state.getKey(),
                                state.getValue().length,
                                HexFormat.of().formatHex(state.getValue())))
                .collect(Collectors.joining());
        try {
            Golden.assertMatches("written-states.txt", HEAD + text);
        } catch (AssertionError e) {
            throw new AssertionError("raise LeadCase.FORM by one, then approve: " + e.getMessage(), e);
        }
    }

    @Test
    void usualLeadsTakeLittleRoom() throws UnreadableState {
        assertThat(idle().written()).hasSizeLessThan(20);
        assertThat(usual().written()).hasSizeLessThan(60);
    }

    @Test
    void aStateOfANewerFormIsRefusedWithBothNumbers() throws UnreadableState {
        byte[] newer = usual().written();
        newer[0]++;
        assertThatThrownBy(() -> Judge.of(W1).read("lead", newer))
                .isInstanceOf(UnreadableState.class)
                .hasMessage("""
                        The written state of a lead cannot be read: it has the form 4, this Cupel reads the form 3. \
                        Fold the lead anew from the log.""");
    }

    @Test
    void aSignalThatTheContractDoesNotHaveIsRefused() throws UnreadableState {
        byte[] written = usual().written();
        Contract smaller = new ContractBuilder("smaller")
                .signal(engagement("Any page", "0.5").halfLife("7d").cap("8"))
                .mql(EntryBuilder.at(60))
                .build();
        assertThatThrownBy(() -> Judge.of(smaller).read("lead", written)).isInstanceOf(UnreadableState.class);
    }

    @Test
    void anInstantThatIsNotJudgedToItsEndIsNotWritten() {
        Contract often = new ContractBuilder("often")
                .signal(engagement("Often", "1").atLeast(2).qualifies(Target.MQL))
                .mql(EntryBuilder.at(60))
                .build();
        Judge judge = Judge.of(often);
        LeadCase lead = judge.open("lead");
        Event event = new Event("a", 5, EventType.PAGE, "", Map.of());
        lead.arrive(5);
        lead.fold(event, judge.scorer().signature(event));
        assertThatThrownBy(lead::written).isInstanceOf(IllegalStateException.class);
        lead.settle(5, List.of(event));
        assertThat(lead.written()).isNotEmpty();
    }
}
