package io.cupel.files.generate;

/** README.md of the folder: what is what, how it was made, and what to do with it. */
final class ReadMe {
    private ReadMe() {}

    static String of(Plan plan, Written written) {
        String gz = plan.isPacked() ? ".gz" : "";
        return """
                # A made-up company's year %s

                Nobody in these files exists. All company domains end in `.example`; addresses at mail providers hold the word
                `demo`. The same command makes the same files again:

                    cupel generate %s --out DIR

                | file | rows | |
                | --- | ---: | --- |
                | `leads.csv%s` | %s | who they are; some stand there twice, much is missing |
                | `companies.csv%s` | %s | the companies of the market, as a list that was bought |
                | `%s` | %s | what they did: calls of the Segment protocol, some twice, late, torn or by robots |
                | `touches.csv%s` | %s | what sales did to reach them |
                | `outcomes.csv%s` | %s | what sales decided, and what was sold |
                | `spend.csv%s` | %s | what marketing spent |
                | `truth.json` | | what went wrong on purpose, and what is true about this year |

                Who is worth a call, by the contract of the workshop (in this folder, with its path from the project):

                    cupel qualify --contract examples/contracts/b2b-workshop.yaml --leads %s --events %s
                """.formatted(
                        Integer.toString(plan.year()),
                        command(plan),
                        gz,
                        count(written.leads()),
                        gz,
                        count(written.companies()),
                        written.folderNames().events(),
                        count(written.events()),
                        gz,
                        count(written.touches()),
                        gz,
                        count(written.outcomes()),
                        gz,
                        count(written.spend()),
                        written.folderNames().leads(),
                        written.folderNames().events());
    }

    private static String command(Plan plan) {
        String format = plan.format() == Plan.Format.JSONL
                ? ""
                : " --format " + plan.format().written();
        return "--leads " + plan.leads() + " --events-per-lead " + plan.eventsPerLead() + " --seed " + plan.seed()
                + " --year " + plan.year() + format + (plan.isPacked() ? " --gz" : "");
    }

    private static String count(long number) {
        return Long.toString(number);
    }
}
