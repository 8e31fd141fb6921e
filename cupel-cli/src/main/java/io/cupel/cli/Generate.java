package io.cupel.cli;

import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import io.cupel.files.generate.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cupel generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes up a company's year: leads, companies, events, touches, outcomes and spend, to try Cupel on.",
            "The same options make the same files, on every machine; truth.json tells what is true about them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "2:The command was called in a wrong way.",
            "3:The folder is not empty, or a file cannot be written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel generate --leads 5000 --events-per-lead 24 --seed 7 --out made-up",
            "  cupel generate --leads 1000000 --events-per-lead 20 --gz --out large"
        })
final class Generate implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--leads", paramLabel = "N", description = "How many leads. Default: ${DEFAULT-VALUE}.")
    private int leads = 1_000;

    @Option(
            names = "--events-per-lead",
            paramLabel = "N",
            description = "How many events there are for each, on average: few for most, very many for some."
                    + " Default: ${DEFAULT-VALUE}.")
    private int eventsPerLead = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another year. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--year", paramLabel = "YEAR", description = "When it happens. Default: ${DEFAULT-VALUE}.")
    private int year = Plan.YEAR_DEFAULT;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for the files.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the events: jsonl (Segment calls, the default), csv or parquet. The tables are CSV.")
    private Plan.Format format = Plan.Format.JSONL;

    @Option(names = "--gz", description = "Pack the files with gzip.")
    private boolean isPacked;

    @Option(
            names = "--force",
            description = "Write into a folder that is not empty; files of the same names are replaced.")
    private boolean isForced;

    Generate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Plan plan = plan();
        expectEmpty();
        closing(made(plan));
        return Exit.DONE;
    }

    private Written made(Plan plan) {
        try (Progress progress = Progress.events(shell, "Making up")) {
            return MadeUpYear.write(plan, out, progress::at);
        } catch (IOException e) {
            throw Stop.file("cannot write to " + out + ": " + Destination.reason(e) + "; nothing was left behind");
        }
    }

    private Plan plan() {
        try {
            return new Plan(leads, eventsPerLead, seed, year, format, isPacked);
        } catch (IllegalArgumentException e) {
            throw Stop.usage("--" + e.getMessage());
        }
    }

    private void expectEmpty() {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw Stop.file("cannot write to " + out + ": it is a file, not a folder");
        }
        try (Stream<Path> content = Files.list(out)) {
            if (!isForced && content.findAny().isPresent()) {
                throw Stop.file(out + " is not empty; name another folder, or write into this one with --force");
            }
        } catch (IOException e) {
            throw Stop.file("cannot read " + out + ": " + Destination.reason(e));
        }
    }

    private void closing(Written written) {
        String counts =
                "Wrote a made-up year to " + out + ": " + Words.count(written.leads(), "row", "rows") + " of leads, "
                        + Words.count(written.events(), "event", "events") + ", "
                        + Words.count(written.touches(), "touch", "touches") + ", "
                        + Words.count(written.outcomes(), "outcome", "outcomes")
                        + ". README.md there says what each file is, truth.json"
                        + " what is true about the year. Now try";
        Table.wrapped(counts, shell.errWidth()).forEach(shell::say);
        // the command on one line, however wide, to be copied
        shell.say("  cupel qualify --contract examples/contracts/b2b-workshop.yaml --leads "
                + out.resolve(written.folderNames().leads()) + " --events "
                + out.resolve(written.folderNames().events()));
    }
}
