package io.cupel.app.judging;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this package. */
record JudgingTables(
        ProgressTable progress,
        TurnTable turns,
        CaseTable cases,
        StateTable states,
        MilestoneTable milestones,
        LeadListTable lists,
        TrayTable tray,
        RehearsalTable rehearsals,
        WordTable words,
        TransitionTable transitions,
        PartTable parts,
        MailTable mails,
        SuspectTable suspects) {
    static JudgingTables of(JdbcTemplate db) {
        JdbcClient client = JdbcClient.create(db);
        return new JudgingTables(
                new ProgressTable(client),
                new TurnTable(client),
                new CaseTable(client),
                new StateTable(client),
                new MilestoneTable(client),
                new LeadListTable(client),
                new TrayTable(client),
                new RehearsalTable(client),
                new WordTable(client),
                new TransitionTable(db),
                new PartTable(client),
                new MailTable(client, db),
                new SuspectTable(client));
    }
}
