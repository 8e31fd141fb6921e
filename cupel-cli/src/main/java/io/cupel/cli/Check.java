package io.cupel.cli;

import io.cupel.contract.CheckResult;
import io.cupel.contract.Code;
import io.cupel.contract.ContractFile;
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
            "2:The command was called in a wrong way.",
            "3:A file cannot be read (CUP-CONTRACT-001), or the output cannot be written."
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
        boolean unread = false;
        for (Path file : files) {
            CheckResult result = ContractFile.read(file).check();
            faults += result.faults().size();
            warnings += result.warnings().size();
            unread |= result.findings().stream().anyMatch(finding -> finding.code() == Code.UNREADABLE);
            result.findings().stream().map(Finding::rendered).forEach(shell.out()::println);
        }
        shell.out().println(summary(files.size(), faults, warnings));
        return unread ? Exit.FILE : faults > 0 ? Exit.INPUT : Exit.DONE;
    }

    /** "4 contracts, no faults, 2 warnings". */
    static String summary(int contracts, int faults, int warnings) {
        return Words.count(contracts, "contract", "contracts") + ", "
                + (faults == 0 ? "no faults" : Words.count(faults, "fault", "faults")) + ", "
                + (warnings == 0 ? "no warnings" : Words.count(warnings, "warning", "warnings"));
    }
}
