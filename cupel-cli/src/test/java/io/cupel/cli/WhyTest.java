package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to stand in the way, and that it does. */
class WhyTest {
    private static final String FIT = """
            name: sizes
            timezone: UTC
            fit:
              pass: 10
              criteria:
                - {name: Up to 30 people, when: company.employees <= 30, points: 10, required: true}
            exclude:
              - {name: Student, when: 'lead.title.words(["student"])'}
            signals:
              - {name: Up, kind: intent, on: track "Up", points: 60}
              - {name: Demo, kind: intent, on: track "Demo", points: 1, qualifies: mql}
            stages:
              mql: {score: 60, requires: {distinct-days: 2}, re-arm: 5d, unknown-fit: allow-raised-hands}
            """;
    private static final String FADING = """
            name: fading
            timezone: UTC
            signals:
              - {name: Up, kind: intent, on: track "Up", points: 60}
              - {name: Down, kind: intent, on: track "Down", points: -10, half-life: 1d, cap: 10}
            stages:
              mql: {score: 55, requires: {distinct-days: 1}}
            """;

    @TempDir
    Path folder;

    private Case sized(String email, String employees) throws Exception {
        return new Case(folder, FIT).leads("email,user_id,company.employees", email + ",u," + employees);
    }

    private Case excludedAndBack() throws Exception {
        return sized("u@a.example", "10")
                .tracked("2026-01-01T10:00:00Z", "Up")
                .tracked("2026-01-02T10:00:00Z", "Up")
                .told("2026-01-03T10:00:00Z", "{\"title\":\"Student\"}")
                .told("2026-01-04T10:00:00Z", "{\"title\":\"CEO\"}");
    }

    private static String explained(Case one, String asOf) {
        return one.run("explain", "--lead", "u", "--as-of", asOf).out();
    }

    @Test
    void afterAnExclusionEndedTheReArmIsWaitedFor() throws Exception {
        Case back = excludedAndBack();
        assertThat(explained(back, "2026-01-04T12:00:00Z"))
                .contains("Why not qualified: may qualify again from 2026-01-08\n");
        assertThat(back.run("qualify", "--all", "--as-of", "2026-01-04T12:00:00Z")
                        .out())
                .contains("may qualify again from 2026-01-08");
    }

    @Test
    void afterTheReArmOnlyAnEventIsNeeded() throws Exception {
        assertThat(explained(excludedAndBack(), "2026-01-08T10:00:00Z"))
                .contains("Why not qualified: needs an event since\n");
    }

    @Test
    void timeAloneNeverPromotes() throws Exception {
        Case faded = new Case(folder, FADING)
                .leads("email,user_id", "u@a.example,u")
                .tracked("2026-01-01T10:00:00Z", "Up")
                .tracked("2026-01-01T10:00:00Z", "Down");
        assertThat(explained(faded, "2026-01-09T10:00:00Z")).contains("Why not qualified: needs an event since\n");
    }

    @Test
    void aRequirementThatIsNotMetIsNamed() throws Exception {
        assertThat(explained(sized("u@a.example", "10").tracked("2026-01-01T10:00:00Z", "Up"), "2026-01-01T12:00:00Z"))
                .contains("Why not qualified: needs 2 different days\n");
    }

    @Test
    void whoCannotBeReachedIsSaidToBeSo() throws Exception {
        assertThat(explained(sized("", "").tracked("2026-01-01T10:00:00Z", "Up"), "2026-01-01T12:00:00Z"))
                .contains("Why not qualified: no e-mail, phone or CRM record known\n");
    }

    @Test
    void aRangeAcrossABoundIsNotMissing() throws Exception {
        Case ranged = sized("u@a.example", "11-50")
                .tracked("2026-01-01T10:00:00Z", "Up")
                .tracked("2026-01-02T10:00:00Z", "Up");
        assertThat(explained(ranged, "2026-01-02T12:00:00Z"))
                .contains("Why not qualified: held: employees 11 to 50: may or may not fit\n")
                .contains("required  employees 11 to 50: may or may not fit\n")
                .doesNotContain("missing");
        assertThat(ranged.run("qualify").err())
                .contains("1 held: employees too coarse 1.")
                .doesNotContain("missing");
    }

    @Test
    void aFitThatWasAlreadyUnknownWhenTheHandWasRaisedIsNoNews() throws Exception {
        Case raised = sized("u@a.example", "").tracked("2026-01-01T10:00:00Z", "Demo");
        assertThat(explained(raised, "2026-01-01T12:00:00Z"))
                .contains("MQL since")
                .doesNotContain("Look:");
    }

    @Test
    void aFitThatIsWorseThanAtTheOpeningIsPointedOut() throws Exception {
        Case grown = sized("u@a.example", "10")
                .tracked("2026-01-01T10:00:00Z", "Demo")
                .told("2026-01-01T11:00:00Z", "{\"company\":{\"employees\":500}}");
        assertThat(explained(grown, "2026-01-01T12:00:00Z"))
                .contains("Look: the fit is fail now; the open cycle stays with sales.\n");
    }
}
