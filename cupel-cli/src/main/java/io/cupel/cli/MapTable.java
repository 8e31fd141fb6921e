package io.cupel.cli;

import io.cupel.files.MapProposal;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cupel map}. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "cupel map FILE [--out FILE]",
        description = "Proposes a mapping file for a table: what each of its columns may tell, and why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:The file is no table.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel map agency.csv",
            "  cupel map agency.csv --out agency.yaml",
            "  cupel qualify --contract contract.yaml --leads agency.csv --map agency.yaml"
        })
final class MapTable implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            paramLabel = "FILE",
            description = "A table: CSV of any encoding and separator or JSON Lines, plain or .gz, or Parquet.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the proposal to a file.")
    private @Nullable Path out;

    MapTable(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path written = out;
        if (written != null && Target.isSame(written, file)) {
            throw Stop.usage("--out " + written + " would overwrite " + file + ", which is read; name another file");
        }
        Reading.expectRegular(file);
        try (Destination destination = Destination.open(shell, written)) {
            int width = written == null ? shell.width() : Shell.UNLIMITED;
            List<String> lines = MapProposal.of(file, written == null ? "" : written.toString(), width);
            lines.stream().map(Table::plain).forEach(destination::line);
            destination.finish();
        } catch (FileFault fault) {
            throw Stop.input(String.valueOf(fault.getMessage()));
        } catch (FileSystemException e) {
            throw Stop.file("cannot read " + e.getFile() + ": " + Destination.reason(e));
        } catch (IOException e) {
            throw Stop.file("cannot read " + file + ": " + Destination.reason(e));
        }
        return Exit.DONE;
    }
}
