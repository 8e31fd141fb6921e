package io.cupel.files.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Makes up a company's year and writes it to a folder. docs/files.md says what the files hold. */
public final class MadeUpYear {
    /** A second row of a lead stands so many leads behind the first. */
    private static final int ROWS_BETWEEN = 25;

    private static final String EVENTS = "events.";

    private final Plan plan;
    private final Folder folder;
    private final Year year;
    private final Market market;
    private final Planted planted;
    private final Tally tally = new Tally();
    private final Effects effects = new Effects();
    private final Spending spending;

    private MadeUpYear(Plan plan, Folder folder) {
        this.plan = plan;
        this.folder = folder;
        this.year = new Year(plan.year());
        this.market = new Market(plan.seed(), plan.leads(), year);
        this.planted = Planted.of(plan.seed());
        this.spending = new Spending(plan.seed(), planted);
    }

    /** Hears how far it is. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = (callsDone, callsTotal) -> {};

        /** Calls of leads, written and to be written. */
        void progress(long callsDone, long callsTotal);
    }

    /**
     * Writes all files of a plan, or none.
     *
     * @param target a folder; made where it is not there. Files of the same names in it are replaced, others stay
     * @throws IOException if a file cannot be written
     */
    public static Written write(Plan plan, Path target, Listener listener) throws IOException {
        try (Folder folder = Folder.open(target, plan.isPacked())) {
            Written written = new MadeUpYear(plan, folder).write(listener);
            folder.finish();
            return written;
        }
    }

    private Written write(Listener listener) throws IOException {
        SalesFloor sales = new SalesFloor(plan.seed(), year, planted, plan.leads());
        Rows rows = everybody(sales, listener);
        long companies = companies();
        long spend;
        try (Text text = folder.table("spend.csv")) {
            spending.write(text, plan.year());
            spend = text.lines() - 1;
        }
        String gz = plan.isPacked() ? ".gz" : "";
        Written.Names names = new Written.Names("leads.csv" + gz, eventsName());
        Written written =
                new Written(rows.leads(), companies, rows.events(), rows.touches(), rows.outcomes(), spend, names);
        TruthFile.Notes notes = new TruthFile.Notes(tally, effects, spending, sales.reps());
        plain("truth.json", new TruthFile(plan, planted, written, notes).text());
        plain("README.md", ReadMe.of(plan, written));
        return written;
    }

    /** How many rows the tables have that are written lead by lead. */
    private record Rows(long leads, long events, long touches, long outcomes) {}

    private Rows everybody(SalesFloor sales, Listener listener) throws IOException {
        Shares shares = new Shares(plan, market);
        Activity activity = new Activity(year, plan.seed());
        long done = 0;
        try (Text leads = folder.table("leads.csv");
                CallFile events = calls();
                Text touches = folder.table("touches.csv");
                Text outcomes = folder.table("outcomes.csv")) {
            Tables.leadsHeader(leads);
            Tables.touchesHeader(touches);
            Tables.outcomesHeader(outcomes);
            Deque<Lead> again = new ArrayDeque<>();
            CallLog log = new CallLog(plan.seed(), events, tally);
            Visitors visitors = new Visitors(plan.seed(), year, plan.leads());
            for (int number = 0; number < plan.leads(); number++) {
                Lead lead = market.lead(number);
                row(leads, lead, again);
                int calls = shares.calls(number);
                Activity.Done what = activity.of(lead, calls);
                log.write(lead, what, visitors.behind(number));
                note(lead, what);
                Pursuit pursuit = sales.pursuit(lead, what);
                if (pursuit != null) {
                    write(lead, what, pursuit, touches, outcomes);
                }
                done += calls;
                listener.progress(done, plan.events());
            }
            while (!again.isEmpty()) {
                secondRow(leads, again.remove());
            }
            events.finish();
            return new Rows(leads.lines() - 1, events.calls(), touches.lines() - 1, outcomes.lines() - 1);
        }
    }

    private void note(Lead lead, Activity.Done what) {
        spending.add(lead, year.month(lead.created()));
        tally.add(Tally.What.SCANNER_CLICKS, what.stream().robots());
        if (what.demoAt() != Call.UNTOLD) {
            tally.add(Tally.What.DEMO_REQUESTS);
        }
    }

    private void write(Lead lead, Activity.Done what, Pursuit pursuit, Text touches, Text outcomes) throws IOException {
        tally.add(Tally.What.TAKEN_BY_SALES);
        effects.add(lead, what, pursuit);
        for (Attempt attempt : pursuit.attempts()) {
            Tables.touch(touches, lead.key(), attempt);
        }
        for (Ruling ruling : pursuit.rulings()) {
            Tables.outcome(outcomes, lead.key(), ruling);
        }
    }

    private void row(Text leads, Lead lead, Deque<Lead> again) throws IOException {
        Tables.lead(leads, lead);
        if (lead.second() != null) {
            again.add(lead);
        }
        Lead first = again.peek();
        if (first != null && lead.number() - first.number() >= ROWS_BETWEEN) {
            secondRow(leads, again.remove());
        }
    }

    private void secondRow(Text leads, Lead lead) throws IOException {
        Lead.SecondRow second = lead.second();
        if (second != null) {
            Tables.secondRow(leads, lead, second);
            tally.add(Tally.What.SECOND_ROWS);
        }
    }

    private long companies() throws IOException {
        try (Text text = folder.table("companies.csv")) {
            Tables.companiesHeader(text);
            for (int number = 0; number < market.companies(); number++) {
                Tables.company(text, market.company(number));
            }
            return text.lines() - 1;
        }
    }

    private String eventsName() {
        String name = EVENTS + plan.format().written();
        return plan.isPacked() && plan.format() != Plan.Format.PARQUET ? name + ".gz" : name;
    }

    private CallFile calls() throws IOException {
        String name = EVENTS + plan.format().written();
        return switch (plan.format()) {
            case JSONL -> new JsonCalls(folder.table(name));
            case CSV -> new CsvCalls(folder.table(name));
            case PARQUET -> ParquetCalls.open(folder.place(name));
        };
    }

    private void plain(String name, String content) throws IOException {
        try (OutputStream out = folder.plain(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
