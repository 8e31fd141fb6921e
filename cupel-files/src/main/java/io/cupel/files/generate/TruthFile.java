package io.cupel.files.generate;

/** truth.json: what was asked for, what was written, what went wrong on purpose, and what is true. */
final class TruthFile {
    private final Plan plan;
    private final Planted planted;
    private final Written written;
    private final Tally tally;
    private final Effects effects;
    private final Spending spending;
    private final int reps;
    private final Nested json = new Nested();

    TruthFile(Plan plan, Planted planted, Written written, Notes notes) {
        this.plan = plan;
        this.planted = planted;
        this.written = written;
        this.tally = notes.tally();
        this.effects = notes.effects();
        this.spending = notes.spending();
        this.reps = notes.reps();
    }

    /** What was noted while the files were written. */
    record Notes(Tally tally, Effects effects, Spending spending, int reps) {}

    String text() {
        json.open();
        json.put("made_by", "cupel generate");
        arguments();
        counts();
        mishaps();
        json.open("planted");
        weakSignal();
        slowTeam();
        goodChannel();
        strictCriterion();
        return json.close().close().toString();
    }

    private void arguments() {
        json.open("arguments").put("leads", plan.leads()).put("events_per_lead", plan.eventsPerLead());
        json.put("seed", plan.seed())
                .put("year", plan.year())
                .put("format", plan.format().written());
        json.put("gz", plan.isPacked()).close();
    }

    private void counts() {
        json.open("rows").put("leads", written.leads()).put("companies", written.companies());
        json.put("events", written.events()).put("touches", written.touches());
        json.put("outcomes", written.outcomes()).put("spend", written.spend()).close();
        json.open("people").put("leads", plan.leads());
        json.put("second_rows", tally.of(Tally.What.SECOND_ROWS));
        json.put("anonymous_visitors", tally.of(Tally.What.ANONYMOUS_VISITORS));
        json.put("crawlers_among_them", tally.of(Tally.What.CRAWLERS));
        json.put("asked_for_a_demo", tally.of(Tally.What.DEMO_REQUESTS));
        json.put("taken_by_sales", tally.of(Tally.What.TAKEN_BY_SALES)).close();
    }

    private void mishaps() {
        json.open("events").put("of_leads", plan.events());
        json.put("of_visitors", tally.of(Tally.What.CALLS_OF_VISITORS));
        json.put("scanner_clicks", tally.of(Tally.What.SCANNER_CLICKS));
        json.put("exact_duplicates", tally.of(Tally.What.EXACT_DUPLICATES));
        json.put("resent_later", tally.of(Tally.What.RESENT_LATER));
        json.put("conflicting_ids", tally.of(Tally.What.CONFLICTING_IDS));
        json.put("late", tally.of(Tally.What.LATE));
        json.put("leads_with_wrong_clock", tally.of(Tally.What.LEADS_WITH_WRONG_CLOCK))
                .close();
        json.open("rejected")
                .put("is not JSON", tally.of(Tally.What.TORN_LINES))
                .close();
    }

    private void weakSignal() {
        json.open("weak_signal");
        json.put(
                "truth",
                "who downloads the playbook buys neither more nor less often; a visit to the prices tells much");
        json.put("signal", "Playbook Downloaded");
        json.put("share_of_leads_percent", Math.round(Planted.PLAYBOOK_SHARE * 100));
        json.put("counted", "leads taken by sales who ever did it in the year, and those who never did");
        course("with_playbook", effects.of(Effects.Choice.PLAYBOOK));
        course("without_playbook", effects.of(Effects.Choice.NO_PLAYBOOK));
        course("with_pricing_page", effects.of(Effects.Choice.PRICING));
        course("without_pricing_page", effects.of(Effects.Choice.NO_PRICING));
        json.close();
    }

    private void slowTeam() {
        json.open("slow_team");
        json.put("truth", "one team answers late and therefore gets less far; leads are dealt to the teams by lot");
        json.put("team", planted.slow().written());
        json.put("answer_median_minutes", Planted.ANSWER_MEDIAN_MILLIS / Year.MINUTE);
        json.put("answer_median_minutes_of_slow", Planted.SLOW_ANSWER_MEDIAN_MILLIS / Year.MINUTE);
        json.put("chance_of_each_step_left_percent", Math.round(Planted.SLOW_LEAVES * 100));
        json.put(
                "counted",
                "leads taken by sales, by the team in the address of the rep; minutes from asking for a demo"
                        + " to the first touch, nights and weekends among them");
        json.put("reps_of_each_team", reps);
        for (Team team : Team.ALL) {
            course(team.written(), effects.of(team), effects.medianMinutes(team));
        }
        json.close();
    }

    private void goodChannel() {
        json.open("good_channel");
        json.put("truth", "leads of one source get further with sales and cost less");
        json.put("source", planted.good().written());
        json.put("chance_of_each_step_percent", Math.round(Planted.GOOD_MULTIPLIES * 100));
        json.put("cost_percent", Math.round(Planted.GOOD_COST_SHARE * 100));
        json.put(
                "counted",
                "leads taken by sales, by the source in the table of leads; all that was spent on the source");
        for (Source source : Source.values()) {
            Course course = effects.of(source);
            json.open(source.written());
            counted(course);
            json.put("spent", spending.spent(source));
            json.put("spent_per_won", course.won() == 0 ? 0 : spending.spent(source) / course.won());
            json.close();
        }
        json.close();
    }

    private void strictCriterion() {
        json.open("strict_criterion");
        json.put("truth", "companies a little smaller than the contract wants buy as often as those it wants");
        json.put("criterion", "company.employees >= 50 && company.employees <= 500");
        json.put("truly_from", Planted.TRULY_LARGE_ENOUGH);
        json.put("truly_to", Planted.BOUND_MOST);
        json.put("counted", "leads taken by sales, by the employees that their row in the table tells as a number");
        course("from_30_to_49", effects.of(Effects.Size.JUST_BELOW));
        course("from_50_to_500", effects.of(Effects.Size.WITHIN));
        course("other", effects.of(Effects.Size.ELSE));
        json.close();
    }

    private void course(String name, Course course) {
        json.open(name);
        counted(course);
        json.close();
    }

    private void course(String name, Course course, int minutes) {
        json.open(name).put("median_minutes", minutes);
        counted(course);
        json.close();
    }

    private void counted(Course course) {
        json.put("leads", course.leads()).put("decided", course.decided()).put("accepted", course.accepted());
        json.put("sql", course.sql()).put("won", course.won());
        json.percent("accepted_percent_of_decided", course.accepted(), course.decided());
        json.percent("won_percent_of_decided", course.won(), course.decided());
    }
}
