package io.cupel.files.generate;

import java.io.IOException;
import java.util.Locale;

/** The rows of the tables, with the columns that docs/files.md names. */
final class Tables {
    private Tables() {}

    static void leadsHeader(Text text) throws IOException {
        text.put("user_id,email,first_name,last_name,title,phone,country,company,domain,employees,revenue,industry,")
                .put("opted_in,created,source,campaign")
                .end();
    }

    static void lead(Text text, Lead lead) throws IOException {
        Person person = lead.person();
        Card card = lead.card();
        text.put(lead.isUserInTable() ? lead.user() : "")
                .put(',')
                .put(person.email())
                .put(',');
        text.cell(person.first())
                .put(',')
                .cell(person.last())
                .put(',')
                .cell(card.title())
                .put(',');
        text.cell(card.phone())
                .put(',')
                .cell(card.country())
                .put(',')
                .cell(card.company())
                .put(',');
        text.put(card.domain())
                .put(',')
                .cell(card.employees())
                .put(',')
                .cell(card.revenue())
                .put(',');
        text.cell(card.industry()).put(',').put(lead.isOptedIn() ? "yes" : "no").put(',');
        text.second(lead.created()).put(',');
        text.cell(lead.source().written()).put(',').cell(lead.campaign().name()).end();
    }

    /** The same lead again, from another list: the address in capitals, and little else. */
    static void secondRow(Text text, Lead lead, Lead.SecondRow row) throws IOException {
        Person person = lead.person();
        text.put(",").put(person.email().toUpperCase(Locale.ROOT)).put(',');
        text.cell(person.first())
                .put(',')
                .cell(person.last())
                .put(',')
                .cell(row.title())
                .put(",,,,,,,,,");
        text.second(row.created()).put(",import,").end();
    }

    static void companiesHeader(Text text) throws IOException {
        text.put("company,domain,employees,revenue,industry,country").end();
    }

    static void company(Text text, Company company) throws IOException {
        text.cell(company.name())
                .put(',')
                .put(company.domain())
                .put(',')
                .put(company.employees())
                .put(',');
        text.put(company.revenue()).put(',').cell(company.industry().plain()).put(',');
        text.cell(company.country().english()).end();
    }

    static void touchesHeader(Text text) throws IOException {
        text.put("lead,at,by,channel,direction,outcome").end();
    }

    static void touch(Text text, String lead, Attempt attempt) throws IOException {
        text.cell(lead).put(',').second(attempt.at()).put(',').put(attempt.by()).put(',');
        text.put(attempt.channel())
                .put(',')
                .put(attempt.direction())
                .put(',')
                .cell(attempt.outcome())
                .end();
    }

    static void outcomesHeader(Text text) throws IOException {
        text.put("lead,at,by,decision,reason,amount,currency").end();
    }

    static void outcome(Text text, String lead, Ruling ruling) throws IOException {
        text.cell(lead).put(',').second(ruling.at()).put(',').put(ruling.by()).put(',');
        text.put(ruling.decision()).put(',').cell(ruling.reason()).put(',');
        if (ruling.amount() > 0) {
            text.put(ruling.amount());
        }
        text.put(',').put(ruling.currency()).end();
    }
}
