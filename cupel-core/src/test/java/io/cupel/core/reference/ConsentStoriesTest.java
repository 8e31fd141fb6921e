package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.consent.Basis;
import io.cupel.core.consent.ConsentRecord;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.ConsentWords;
import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One lead who says what may be done. Each day has its instant; each entry is received at it. */
class ConsentStoriesTest {
    private static final Keys ANN = new Keys("ann", List.of("ann@a.example"), null, null, null);
    private static final long DAY = 86_400_000L;

    private final Judge judge = Judge.of(new ContractBuilder("mail")
            .signal(engagement("Click", "10").on(EventType.EMAIL_CLICKED, null))
            .mql(EntryBuilder.at(30).expires("90d").reArm("30d"))
            .build());

    private final List<Sighting> entries = new ArrayList<>();
    private LogReplay replay;
    private long now;

    @BeforeEach
    void begin() {
        replay = new LogReplay(judge);
        on(1);
    }

    private void on(int day) {
        now = DAY * 20_000 + DAY * day;
    }

    private void take(Sighting sighting) {
        entries.add(sighting);
        replay.take(entries.size(), now, sighting);
    }

    private String id() {
        return "m" + entries.size();
    }

    private void happens(EventType type, Origin origin, Map<String, Object> values) {
        take(Sighting.call(ANN.by(origin), new Event(id(), now, type, "", Map.of()), values, null));
    }

    private void clicks(int times) {
        for (int i = 0; i < times; i++) {
            happens(EventType.EMAIL_CLICKED, Origin.SERVER, Map.of());
        }
    }

    private void says(Origin origin, Said... said) {
        take(Sighting.act(ANN.by(origin), new Consenting(id(), now, List.of(said), "")));
    }

    private void chooses(Origin origin, Purpose purpose, boolean isGiven) {
        says(origin, Said.of(purpose, isGiven, Means.PREFERENCES));
    }

    private Judgement judged() {
        return replay.judgements(now).get(0);
    }

    private ConsentRecord record() {
        return ConsentRecord.of(entries.stream()
                .flatMap(entry -> ConsentWords.of(entry, List.of()).stream())
                .toList());
    }

    /** As {@code withheld by browser since 2}. */
    private String holding(Purpose purpose) {
        return record().at(purpose, now).map(ConsentStoriesTest::shown).orElse("unknown");
    }

    private static String shown(ConsentWord word) {
        return (word.said().isGiven() ? "given" : "withheld") + " by "
                + word.teller().written() + " since " + (word.at() / DAY - 20_000);
    }

    @Test
    void aWordOnConsentHasNobodyJudged() {
        happens(EventType.IDENTIFY, Origin.SERVER, Map.of("lead.email", "ann@a.example"));
        clicks(3);
        take(Sighting.act(ANN, new Decision(id(), now, Outcome.REJECTED, "", "", null, false, "")));
        on(2);
        clicks(1);
        on(40);
        chooses(Origin.SERVER, Purpose.EMAIL, true);
        assertThat(judged().stage()).isEqualTo(Stage.NURTURE);
        clicks(1);
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aWordOnConsentTellsNothingElse() {
        chooses(Origin.SERVER, Purpose.PROFILING, false);
        assertThat(replay.leads()).hasSize(1);
        assertThat(replay.evidence().get(0).toldAt(now)).isEmpty();
        assertThat(replay.evidence().get(0).acts()).isEmpty();
        assertThat(Gathering.of(entries).evidence(0).toldAt(now)).isEmpty();
        assertThat(Gathering.of(entries).evidence(0).acts()).isEmpty();
    }

    @Test
    void whatABrowserGivesOverwritesNoServersNo() {
        chooses(Origin.SERVER, Purpose.EMAIL, false);
        on(2);
        chooses(Origin.BROWSER, Purpose.EMAIL, true);
        assertThat(holding(Purpose.EMAIL)).isEqualTo("withheld by server since 1");
        on(3);
        chooses(Origin.SERVER, Purpose.EMAIL, true);
        assertThat(holding(Purpose.EMAIL)).isEqualTo("given by server since 3");
        on(4);
        chooses(Origin.BROWSER, Purpose.EMAIL, false);
        assertThat(holding(Purpose.EMAIL)).isEqualTo("withheld by browser since 4");
        on(5);
        chooses(Origin.BROWSER, Purpose.EMAIL, true);
        assertThat(holding(Purpose.EMAIL)).isEqualTo("given by browser since 5");
    }

    @Test
    void mailsAndAttributesSpeakOfMails() {
        happens(EventType.IDENTIFY, Origin.IMPORT, Map.of("lead.opted_in", true));
        assertThat(holding(Purpose.EMAIL)).isEqualTo("given by import since 1");
        on(2);
        happens(EventType.EMAIL_COMPLAINED, Origin.SERVER, Map.of());
        assertThat(holding(Purpose.EMAIL)).isEqualTo("withheld by server since 2");
        on(3);
        happens(EventType.IDENTIFY, Origin.SERVER, Map.of("lead.opted_in", true, "lead.unsubscribed", false));
        assertThat(holding(Purpose.EMAIL)).isEqualTo("given by server since 3");
        on(4);
        happens(EventType.IDENTIFY, Origin.SERVER, Map.of("lead.opted_in", true, "lead.unsubscribed", true));
        assertThat(holding(Purpose.EMAIL)).isEqualTo("withheld by server since 4");
        assertThat(holding(Purpose.PROFILING)).isEqualTo("unknown");
    }

    @Test
    void whatIsSaidAgainLeavesItsInstant() {
        Said contract = new Said(Purpose.PHONE, true, Basis.CONTRACT, Means.WORD, "");
        says(Origin.SERVER, contract);
        on(2);
        says(Origin.SERVER, contract);
        chooses(Origin.BROWSER, Purpose.PHONE, true);
        assertThat(holding(Purpose.PHONE)).isEqualTo("given by server since 1");
        assertThat(record().steps(Purpose.PHONE)).hasSize(1);
        on(3);
        chooses(Origin.SERVER, Purpose.PHONE, true);
        assertThat(holding(Purpose.PHONE)).isEqualTo("given by server since 3");
        assertThat(record().at(Purpose.PHONE, DAY * 20_002))
                .hasValueSatisfying(word -> assertThat(word.said().basis()).isEqualTo(Basis.CONTRACT));
    }
}
