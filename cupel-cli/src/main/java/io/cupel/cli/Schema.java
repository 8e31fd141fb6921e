package io.cupel.cli;

import io.cupel.contract.ContractSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cupel schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of contract files, for editors that complete and check while one types.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done.", "2:The command was called in a wrong way.", "3:The output cannot be written."},
        footerHeading = "%nExample:%n",
        footer = "  cupel schema > contract.schema.json")
final class Schema implements Callable<Integer> {
    private final Shell shell;

    Schema(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.out().println(ContractSchema.text().stripTrailing());
        return Exit.DONE;
    }
}
