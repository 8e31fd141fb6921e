package io.cupel.cli;

import io.cupel.contract.CheckResult;
import io.cupel.contract.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cupel check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks contract files and tells all faults and warnings at once, each with its place.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No faults (there may be warnings).",
            "1:Faults.",
            "2:Wrong usage.",
            "3:A file cannot be read."
        },
        footerHeading = "%nExample:%n",
        footer = "  cupel check examples/contracts/*.yaml")
final class Check implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Contract files.")
    private List<Path> files = List.of();

    Check(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        int faults = 0;
        int warnings = 0;
        int unread = 0;
        for (Path file : files) {
            try {
                CheckResult result = Reading.check(file);
                faults += result.faults().size();
                warnings += result.warnings().size();
                result.findings().stream().map(Finding::rendered).forEach(shell.out()::println);
            } catch (Stop unreadable) {
                unread++;
                shell.say("cupel: " + unreadable.sentence());
            }
        }
        shell.out().println(summary(files.size() - unread, faults, warnings));
        return unread > 0 ? Exit.FILE : faults > 0 ? Exit.INPUT : Exit.DONE;
    }

    /** "4 contracts, no faults, 2 warnings". */
    static String summary(int contracts, int faults, int warnings) {
        return Words.count(contracts, "contract", "contracts") + ", "
                + (faults == 0 ? "no faults" : Words.count(faults, "fault", "faults")) + ", "
                + (warnings == 0 ? "no warnings" : Words.count(warnings, "warning", "warnings"));
    }
}
