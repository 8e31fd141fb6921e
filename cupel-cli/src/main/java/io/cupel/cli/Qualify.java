package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.files.FileCount;
import io.cupel.files.answers.JudgementJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code cupel qualify}. */
@Command(
        name = "qualify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "cupel qualify --contract FILE [--leads FILE...] [--events FILE...] [OPTION...]",
        description = "Lists the leads that a contract qualifies, with their reasons; says why others are not.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done (also when nobody qualifies).",
            "1:A contract with faults, leads without a usable header, or --strict met a row that cannot be read.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel qualify --contract contract.yaml --leads leads.csv --events events.jsonl",
            "  cupel qualify --contract contract.yaml --leads hubspot.csv salesforce.csv",
            "  cupel qualify --contract contract.yaml --leads leads.csv --events e.jsonl --format csv --out mqls.csv"
        })
final class Qualify implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Inputs inputs = new Inputs();

    @Option(names = "--all", description = "List everybody with contact details, and what is missing.")
    private boolean all;

    @Option(
            names = "--stage",
            split = ",",
            paramLabel = "STAGE",
            converter = StageName.class,
            description = "List the leads in these stages, such as lead,nurture.")
    private Set<Stage> stages = EnumSet.noneOf(Stage.class);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (for people, the default), csv or jsonl (for programs), hubspot or salesforce"
                    + " (CSV to import there).")
    private Format format = Format.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the list to a file, which appears when it is whole.")
    private @Nullable Path out;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Write the rows that cannot be read, with the reason, as CSV, or as JSON Lines to a .jsonl file.")
    private @Nullable Path rejectsFile;

    /** What an import of the list would not do as one expects. */
    private List<String> notes = List.of();

    private boolean withoutEvents;

    Qualify(Shell shell) {
        this.shell = shell;
    }

    /** How the list is written. */
    enum Format {
        TABLE,
        CSV,
        JSONL,
        HUBSPOT,
        SALESFORCE;

        /** As one writes it after {@code --format}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        inputs.keepFrom("--out", out);
        inputs.keepFrom("--rejects", rejectsFile);
        if (out != null && rejectsFile != null && Target.isSame(out, rejectsFile)) {
            throw Stop.usage("--out and --rejects name one file, " + out + "; give each its own");
        }
        try (Rejects rejects = Rejects.open(shell, rejectsFile);
                Destination destination = Destination.open(shell, out)) {
            Reading reading = Reading.of(inputs, shell, rejects);
            Verdicts verdicts = new Verdicts(reading, Judge.of(reading.contract()), shell);
            withoutEvents = inputs.withoutEvents() && reading.population().withoutEvents();
            write(verdicts, destination);
            destination.finish();
            sayWhatWasRead(reading.population().files());
            rejects.finish();
            Stream.concat(notes.stream(), closing(verdicts).stream())
                    .flatMap(line -> Table.wrapped(line, shell.errWidth()).stream())
                    .forEach(shell::say);
            reading.sayOrder(shell);
        }
        return Exit.DONE;
    }

    /** Apart from the list, where a terminal shows both. */
    private void sayWhatWasRead(List<FileCount> files) {
        if (out == null && format == Format.TABLE) {
            shell.say("");
        }
        ReadTable.lines(files, shell.errWidth()).forEach(shell::say);
        shell.say("");
    }

    private void write(Verdicts verdicts, Destination destination) {
        Contract contract = verdicts.contract();
        switch (format) {
            case JSONL ->
                writeAll(
                        verdicts.listed(this::isListed, (lead, each) -> JudgementJson.of(contract, each)), destination);
            case CSV -> {
                destination.line(CsvRows.header());
                writeAll(verdicts.listed(this::isListed, (lead, each) -> CsvRows.of(contract, each)), destination);
            }
            case HUBSPOT -> writeFor(Crm.HUBSPOT, verdicts, destination);
            case SALESFORCE -> writeFor(Crm.SALESFORCE, verdicts, destination);
            case TABLE -> {
                List<Judgement> listed = verdicts.listed(this::isListed, (lead, each) -> each);
                writeTable(verdicts, listed, destination);
            }
        }
    }

    private void writeFor(Crm crm, Verdicts verdicts, Destination destination) {
        CrmRows rows = new CrmRows(crm, verdicts.contract(), verdicts.goneIds(), withoutEvents);
        SharedAddresses addresses = new SharedAddresses();
        Predicate<Judgement> listed = judgement -> {
            addresses.meet(judgement);
            return isListed(judgement);
        };
        List<CrmRows.Lead> leads = addresses.mark(verdicts.listed(listed, rows::lead));
        destination.line(rows.header());
        writeAll(leads.stream().flatMap(lead -> rows.lines(lead).stream()).toList(), destination);
        notes = rows.notes(leads);
    }

    private static void writeAll(List<String> lines, Destination destination) {
        for (String line : lines) {
            if (!destination.line(line)) {
                return;
            }
        }
    }

    private void writeTable(Verdicts verdicts, List<Judgement> listed, Destination destination) {
        QueueTable table = new QueueTable(verdicts.contract());
        int width = out == null ? shell.width() : Shell.UNLIMITED;
        if (listed.isEmpty()) {
            destination.line(stages.isEmpty() && !all ? "Nobody is qualified." : "No such lead.");
        } else {
            List<String> lines = withoutEvents ? table.fitLines(listed, width) : table.lines(listed, width);
            destination.line(out == null && shell.colour() ? bold(lines.get(0)) : lines.get(0));
            writeAll(lines.subList(1, lines.size()), destination);
        }
        destination.line("");
        writeAll(Table.wrap(table.footer(verdicts.asOf()), width), destination);
    }

    private static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }

    private boolean isListed(Judgement judgement) {
        if (!stages.isEmpty()) {
            return stages.contains(judgement.stage());
        }
        boolean everybody = all || withoutEvents;
        return everybody ? Who.isReachable(judgement) : judgement.stage().isUndecided();
    }

    private List<String> closing(Verdicts verdicts) {
        if (withoutEvents) {
            return verdicts.summary().fitLines();
        }
        boolean told = format == Format.TABLE && (all || !stages.isEmpty());
        return told ? verdicts.summary().lines() : verdicts.closing();
    }

    /** Reads the name of a stage. */
    static final class StageName implements ITypeConverter<Stage> {
        @Override
        public Stage convert(String name) {
            return Arrays.stream(Stage.values())
                    .filter(stage -> stage.written().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is no stage; the stages are "
                            + Arrays.stream(Stage.values()).map(Stage::written).collect(Collectors.joining(", "))));
        }
    }
}
