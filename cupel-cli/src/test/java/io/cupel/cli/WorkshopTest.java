package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stories of the workshop's leads, as a salesperson would tell them. */
class WorkshopTest {
    private static final String STORIES = """
            # lead                  | story                                | stage        | score | since
            vp@nordwind.example     | the worked example                   | mql          |    70 | 2026-03-06T16:40:00Z
            dana@copperleaf.example | one e-book and never back            | lead         |    15 |
            pat@rivalsoft.example   | a competitor with 500 points         | disqualified |   500 |
            mia@twodesks.example    | ten blog posts, two-person agency    | lead         |     0 |
            cro@harborpay.example   | asks for a demo: MQL at once         | mql          |    40 | 2026-03-05T18:30:00Z
            ceo@bluefinch.example   | a CEO of 150 people can say yes      | mql          |    60 | 2026-02-27T14:10:00Z
            ceo@granitehall.example | a CEO of 300 people cannot           | lead         |    60 |
            vp@quietharbor.example  | size unknown: held, and named        | lead         |    60 |
            growth@echolane.example | the same reply three times is one    | lead         |    35 |
            cro@lateralpay.example  | an old download arrives last         | lead         |    45 |
            vp@burstworks.example   | thirty views of one second are one   | lead         |    20 |
            vp@tidewater.example    | expired, back after the re-arm       | mql          |    80 | 2026-02-10T13:10:00Z
            head@meadowline.example | a second raised hand needs no re-arm | mql          |    80 | 2026-02-16T15:45:00Z
            sam@silverpine.example  | a student for a month, then no more  | mql          |    60 | 2026-03-03T13:30:00Z
            vp@twinpeak.example     | MQL and PQL tie: MQL goes first      | mql          |    60 | 2026-03-05T17:00:00Z
            cro@autumnfield.example | nobody took it for a month           | nurture      |    60 | 2026-01-11T17:30:00Z
            """;

    private static final Map<String, Map<String, Object>> LEADS = Run.workshop("qualify", "--all", "--format", "jsonl")
            .out()
            .lines()
            .map(JsonText::object)
            .collect(Collectors.toMap(line -> (String) line.get("email"), line -> line));

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = STORIES)
    void everyLeadGetsItsVerdict(String email, String story, String stage, long score, String since) {
        assertThat(LEADS).containsKey(email);
        Map<String, Object> lead = LEADS.get(email);
        assertThat(lead.get("stage")).as(story).isEqualTo(stage);
        assertThat(lead.get("score")).as(story).isEqualTo(score);
        if (since != null) {
            assertThat(lead.get("since")).as(story).isEqualTo(since);
        }
    }

    @Test
    void everyLeadOfTheFileHasAStory() {
        assertThat(LEADS).hasSize(16);
    }

    @Test
    void theWorkedExampleHasExactlyFourReasons() {
        assertThat(LEADS.get("vp@nordwind.example").get("reasons").toString())
                .isEqualTo("[{signal=Reply to a sequence, points=25, events=1, last=2026-03-06T16:40:00Z},"
                        + " {signal=Pricing page, points=20, events=1, last=2026-03-04T15:12:00Z},"
                        + " {signal=Playbook download, points=15, events=1, last=2026-03-02T14:05:00Z},"
                        + " {signal=Case study view, points=10, events=1, last=2026-03-04T15:20:00Z}]");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(LEADS.get("vp@quietharbor.example").get("held")).hasToString("[company.employees]");
    }

    @Test
    void theCompetitorIsExcludedByName() {
        assertThat(LEADS.get("pat@rivalsoft.example").get("excluded")).isEqualTo("Competitor");
    }

    @Test
    void cyclesAreNumbered() {
        assertThat(LEADS.get("vp@tidewater.example").get("cycle")).isEqualTo(2L);
        assertThat(LEADS.get("head@meadowline.example").get("cycle")).isEqualTo(2L);
        assertThat(LEADS.get("sam@silverpine.example").get("cycle")).isEqualTo(1L);
        assertThat(LEADS.get("dana@copperleaf.example").get("cycle")).isEqualTo(0L);
    }

    @Test
    void twoDaysEarlierTheWorkedExampleWasNotReady() {
        Run then = Run.workshop("qualify", "--all", "--format", "jsonl", "--as-of", "2026-03-04");
        Map<String, Object> lead = then.out()
                .lines()
                .map(JsonText::object)
                .filter(line -> "vp@nordwind.example".equals(line.get("email")))
                .findFirst()
                .orElseThrow();
        assertThat(lead.get("stage")).isEqualTo("lead");
        assertThat(lead.get("score")).isEqualTo(45L);
    }
}
