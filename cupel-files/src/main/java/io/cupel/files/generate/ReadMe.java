package io.cupel.files.generate;

/** README.md of the folder: what is what, how it was made, and what to do with it. */
final class ReadMe {
    private static final String TEXT = """
            # A made-up company's year {year}

            Nobody in these files exists. All company domains end in `.example`; addresses at mail providers
            hold the word `demo`. The same command makes the same files again:

                cupel generate {options} --out DIR

            | file | rows | |
            | --- | ---: | --- |
            | `leads.csv{gz}` | {leads} | who they are; some stand there twice, much is missing |
            | `companies.csv{gz}` | {companies} | the companies of the market, as a list that was bought |
            | `{events-file}` | {events} | what they did; some calls are late, there twice, or by robots |
            | `touches.csv{gz}` | {touches} | what sales did to reach them |
            | `outcomes.csv{gz}` | {outcomes} | what sales decided, and what was sold |
            | `spend.csv{gz}` | {spend} | what marketing spent |
            | `truth.json` | | what went wrong on purpose, and what is true about this year |

            Who is worth a call (from this folder, with the path to the contract):

                cupel qualify --contract b2b-workshop.yaml --leads leads.csv{gz} --events {events-file}

            With the companies as well (`--leads leads.csv{gz} companies.csv{gz}`), less is missing and fewer are held.

            The same, without those about whom sales has decided:

                cupel qualify --contract b2b-workshop.yaml --leads leads.csv{gz} --events {events-file} \\
                    --touches touches.csv{gz} --outcomes outcomes.csv{gz}
            """;

    private ReadMe() {}

    static String of(Plan plan, Written written) {
        return TEXT.replace("{gz}", plan.isPacked() ? ".gz" : "")
                .replace("{year}", Integer.toString(plan.year()))
                .replace("{options}", options(plan))
                .replace("{events-file}", written.folderNames().events())
                .replace("{leads}", Long.toString(written.leads()))
                .replace("{companies}", Long.toString(written.companies()))
                .replace("{events}", Long.toString(written.events()))
                .replace("{touches}", Long.toString(written.touches()))
                .replace("{outcomes}", Long.toString(written.outcomes()))
                .replace("{spend}", Long.toString(written.spend()));
    }

    private static String options(Plan plan) {
        String format = plan.format() == Plan.Format.JSONL
                ? ""
                : " --format " + plan.format().written();
        return "--leads " + plan.leads() + " --events-per-lead " + plan.eventsPerLead() + " --seed " + plan.seed()
                + " --year " + plan.year() + format + (plan.isPacked() ? " --gz" : "");
    }
}
