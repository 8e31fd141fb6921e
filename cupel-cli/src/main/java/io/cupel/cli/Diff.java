package io.cupel.cli;

import io.cupel.contract.ContractDiff;
import io.cupel.core.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cupel diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells in words what changes from one contract to another.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done (whether they differ or not).",
            "1:A contract has faults.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read, or the output cannot be written."
        },
        footerHeading = "%nExample:%n",
        footer = "  cupel diff examples/contracts/b2b-workshop.yaml draft.yaml")
final class Diff implements Callable<Integer> {
    private static final String NOTHING_COMPARED = "nothing was compared";

    private final Shell shell;

    @Parameters(index = "0", paramLabel = "A", description = "The contract as it is.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The contract as it would be.")
    private Path after = Path.of("");

    Diff(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Contract old = Reading.contract(before, shell, NOTHING_COMPARED);
        Contract now = Reading.contract(after, shell, NOTHING_COMPARED);
        List<String> changes = ContractDiff.between(old, now);
        shell.out()
                .println("From " + old.id() + " to " + now.id() + ": "
                        + (changes.isEmpty() ? "no difference" : Words.count(changes.size(), "change", "changes")));
        changes.forEach(change -> shell.out().println("  " + Table.plain(change)));
        return Exit.DONE;
    }
}
