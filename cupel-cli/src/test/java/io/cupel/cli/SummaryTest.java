package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many leads are said to be what, each counted once. */
class SummaryTest {
    private static final String CONTRACT = """
            name: sizes
            timezone: UTC
            fit:
              pass: 10
              criteria:
                - name: 50 to 500 people
                  when: company.employees >= 50 && company.employees <= 500
                  points: 10
                  required: true
            exclude:
              - {name: Student, when: 'lead.title.words(["student"])'}
            signals:
              - {name: Demo, kind: intent, on: track "Demo", points: 60}
            stages:
              mql: {score: 60}
            """;

    @TempDir
    Path folder;

    private String summary(String... rows) throws Exception {
        return new Case(folder, CONTRACT)
                .leads("email,user_id,company.employees,company.revenue,lead.title", rows)
                .run("qualify")
                .err();
    }

    @Test
    void anExcludedLeadOfUnknownFitIsCountedOnce() throws Exception {
        assertThat(summary("a@a.example,a,100,$8M,CEO", "s@b.example,s,,,Student"))
                .contains("2 leads: 1 fit; 1 excluded: Student 1.\n");
    }

    @Test
    void leadsThatFitOrDoNotOrMightAreCountedApart() throws Exception {
        assertThat(summary("a@a.example,a,100,,", "b@b.example,b,,,", "c@c.example,c,9,,"))
                .contains("3 leads: 1 fit; 1 unknown; 1 does not fit: 50 to 500 people 1.\n");
    }

    @Test
    void whoCannotBeReachedIsCountedBesideTheLeads() throws Exception {
        assertThat(summary("a@a.example,a,100,,", ",b,100,,"))
                .contains("1 lead: 1 fit.\n1 known by a user id alone: no e-mail, phone or CRM record yet.\n");
    }

    @Test
    void whoBecameKnownAfterThatDayIsCountedApart() throws Exception {
        Run run = new Case(folder, CONTRACT)
                .leads(
                        "Record ID,Email,User ID,Create Date",
                        "5,a@a.example,,2026-03-01",
                        "6,,,2026-03-01",
                        ",c@c.example,c,2026-03-01",
                        ",,d,2026-03-01")
                .tracked("2026-02-01T10:00:00Z", "Demo")
                .run("qualify", "--as-of", "2026-02-15");
        assertThat(run.err()).contains("""
                        1 known by a user id alone: no e-mail, phone or CRM record yet.
                        4 not known then: all that the files tell of them is later.
                        """);
    }
}
