package io.cupel.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cupel completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that completes commands and options in bash and zsh.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done.", "2:The command was called in a wrong way.", "3:The output cannot be written."},
        footerHeading = "%nExample:%n",
        footer = "  source <(cupel completion)")
final class Completion implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Completion(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.out().print(AutoComplete.bash("cupel", spec.root().commandLine()));
        return Exit.DONE;
    }
}
