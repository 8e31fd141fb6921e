package io.cupel.cli;

import io.cupel.contract.ContractSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cupel schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of contract files, for editors that complete and check while one types.",
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
