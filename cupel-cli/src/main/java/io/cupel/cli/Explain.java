package io.cupel.cli;

import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judge;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cupel explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis =
                "cupel explain --contract FILE [--leads FILE...] [--events FILE...] --lead E-MAIL-OR-ID [OPTION...]",
        description =
                "Shows why a lead stands where it stands: fit, points that add up, history, what would be enough.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:No such lead, a contract with faults, leads without a usable header, or --strict met a bad row.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read, or the output cannot be written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel explain --contract contract.yaml --leads leads.csv --events e.jsonl --lead vp@nordwind.example",
            "  cupel explain --contract contract.yaml --leads leads.csv --events e.jsonl --lead u-17 --as-of 2026-03-05"
        })
final class Explain implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Inputs inputs = new Inputs();

    @Option(names = "--lead", required = true, paramLabel = "E-MAIL-OR-ID", description = "The lead to explain.")
    private String lead = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (for people, the default) or json (for programs).")
    private Format format = Format.TEXT;

    Explain(Shell shell) {
        this.shell = shell;
    }

    /** How the explanation is written. */
    enum Format {
        TEXT,
        JSON;

        /** As one writes it after {@code --format}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        try (Rejects rejects = Rejects.open(shell, null)) {
            Reading reading = Reading.of(inputs, shell, rejects);
            rejects.finish();
            Dossier dossier = Dossier.of(reading, Judge.of(reading.contract()), find(reading));
            switch (format) {
                case TEXT ->
                    new ExplainText(dossier, shell.width())
                            .lines().stream().map(Table::plain).forEach(shell.out()::println);
                case JSON -> shell.out().println(ExplainJson.of(dossier));
            }
            reading.sayOrder(shell);
        }
        return Exit.DONE;
    }

    private Evidence find(Reading reading) {
        return reading.population().find(lead).orElseThrow(() -> {
            int known = reading.population().size();
            // Who it may be is a person, and messages end up in logs.
            boolean isNear = !reading.population().nearest(lead).isEmpty();
            return Stop.input("no lead '%s' among the %s of these files%s; cupel qualify --all lists them"
                    .formatted(
                            Table.plain(lead),
                            Words.count(known),
                            isNear
                                    ? ", but one that is written much like it"
                                    : ", by user id, e-mail address, phone number or CRM id"));
        });
    }
}
