package io.cupel.cli;

import io.cupel.files.Conversion;
import io.cupel.files.Form;
import io.cupel.files.Kind;
import io.cupel.files.columns.MapFault;
import io.cupel.files.columns.TableKind;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cupel convert}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "cupel convert FILE... --to FILE [OPTION...]",
        description = "Writes leads, events, touches, outcomes or spend in another form, so that they say the same.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Files without a usable header or of several kinds, a faulty mapping, or --strict met an unreadable row.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel convert events.jsonl --to events.parquet",
            "  cupel convert events.parquet --to events.csv",
            "  cupel convert january.csv february.csv --to touches.jsonl.gz --zone America/New_York",
            "  cupel convert ads.csv --map ads.map.yaml --to spend.jsonl"
        })
final class Convert implements Callable<Integer> {
    private static final String PACKED = ".gz";

    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of one kind, in any form, also .gz.")
    private List<Path> in = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, which appears when it is whole: .csv, .jsonl or .parquet,"
                    + " the first two also .gz.")
    private Path to = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, jsonl or parquet, where the name of the file does not tell.")
    private @Nullable Form format;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "leads, events, touches, outcomes or spend, where the content does not tell.")
    private @Nullable Kind kind;

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Write the rows that cannot be read, with the reason, as CSV, or as JSON Lines to a .jsonl file.")
    private @Nullable Path rejectsFile;

    Convert(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String name = to.toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(PACKED);
        Form form =
                format == null ? formOf(packed ? name.substring(0, name.length() - PACKED.length()) : name) : format;
        if (packed && form == Form.PARQUET) {
            throw Stop.usage("Parquet packs itself: name the file without " + PACKED);
        }
        List<Path> written = new ArrayList<>(List.of(to));
        if (rejectsFile != null) {
            written.add(rejectsFile);
        }
        written.forEach(this::keepFromInputs);
        if (rejectsFile != null && Target.isSame(to, rejectsFile)) {
            throw Stop.usage("--to and --rejects name one file, " + to + "; give each its own");
        }
        in.forEach(Reading::expectRegular);
        tables.maps().forEach(Reading::expectRegular);
        convert(new Conversion.Order(
                in, kind, form, packed, tables.manner(shell.clock().millis(), false)));
        return Exit.DONE;
    }

    private void convert(Conversion.Order order) {
        try (Rejects rejects = Rejects.open(shell, rejectsFile);
                WholeFile file = WholeFile.at(to)) {
            Conversion.Result result;
            try (Progress progress = Progress.bytes(shell, "Converting")) {
                result = Conversion.run(order, file.part(), rejects.listener(progress));
            } catch (MapFault fault) {
                throw Reading.stop(fault, shell, "nothing was written");
            } catch (FileFault fault) {
                rejects.keep();
                throw Stop.input(file.named(String.valueOf(fault.getMessage())));
            } catch (FileSystemException e) {
                throw Stop.file(
                        file.isPart(e.getFile())
                                ? "cannot write " + to + ": " + Destination.reason(e)
                                : "cannot read " + e.getFile() + ": " + Destination.reason(e));
            } catch (IOException e) {
                throw Stop.file("cannot read the files or write " + to + ": " + Destination.reason(e));
            }
            file.finish();
            rejects.finish();
            say(result);
        }
    }

    private void say(Conversion.Result result) {
        long rejected =
                result.rejected().values().stream().mapToLong(Long::longValue).sum();
        List<String> parts = new ArrayList<>(List.of(Words.count(result.written()) + " written"));
        if (result.duplicates() > 0) {
            parts.add(Words.count(result.duplicates(), "duplicate", "duplicates"));
        }
        if (rejected > 0) {
            parts.add(Words.count(rejected) + " rejected");
        }
        if (result.passedOver() > 0) {
            parts.add(Words.count(result.passedOver()) + " passed over");
        }
        shell.say("%s: %s read = %s".formatted(to, rows(result.kind(), result.read()), String.join(" + ", parts)));
    }

    private static String rows(TableKind kind, long number) {
        return switch (kind) {
            case LEADS -> Words.count(number, "lead", "leads");
            case COMPANIES -> Words.count(number, "company", "companies");
            case DEALS -> Words.count(number, "deal", "deals");
            case EVENTS -> Words.count(number, "event", "events");
            case TOUCHES -> Words.count(number, "touch", "touches");
            case OUTCOMES -> Words.count(number, "outcome", "outcomes");
            case SPEND -> Words.count(number, "row of spend", "rows of spend");
        };
    }

    private void keepFromInputs(Path written) {
        Stream.concat(in.stream(), tables.maps().stream())
                .filter(read -> Target.isSame(written, read))
                .findFirst()
                .ifPresent(read -> {
                    throw Stop.usage(written + " is read; name another file to write");
                });
    }

    private Form formOf(String name) {
        if (name.endsWith(".csv")) {
            return Form.CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Form.JSONL;
        }
        if (name.endsWith(".parquet")) {
            return Form.PARQUET;
        }
        throw Stop.usage("the name of " + to + " does not tell its form; say --format "
                + Arrays.stream(Form.values()).map(Form::written).collect(Collectors.joining(" or ")));
    }
}
