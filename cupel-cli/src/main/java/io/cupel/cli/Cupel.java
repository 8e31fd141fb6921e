package io.cupel.cli;

import io.cupel.files.log.TempFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code cupel}. */
@Command(
        name = "cupel",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "Qualifies leads by a written contract, with reasons.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done (also when nobody qualifies).",
            "1:The input has faults.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read or written.",
            "70:A fault of Cupel itself, or too little memory."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel qualify --contract contract.yaml --leads leads.csv --events events.jsonl",
            "  cupel check contract.yaml",
            "  cupel COMMAND --help"
        })
public final class Cupel implements Runnable {
    /** Below it picocli refuses to write help. */
    private static final int HELP_WIDTH_MIN = 55;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Cupel() {}

    public static void main(String[] args) {
        Shell shell = Shell.ofSystem();
        // a helping thread out of memory ends the command too, which then says so itself, in one sentence
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            if (shell.debug() || !(fault instanceof VirtualMachineError)) {
                fault.printStackTrace(shell.err());
                shell.flush();
            }
        });
        System.exit(run(shell, args));
    }

    /** Runs a command to its end; whatever it was to print has arrived then, or is said to be lost. */
    static int run(Shell shell, String... arguments) {
        return run(shell, System.in, arguments);
    }

    /** @param in from where questions are answered */
    static int run(Shell shell, InputStream in, String... arguments) {
        int exit = execute(shell, in, arguments);
        IOException loss = shell.out().loss();
        if (loss != null) {
            shell.say("cupel: cannot write standard output: " + Destination.reason(loss));
            exit = Exit.FILE;
        }
        shell.flush();
        return exit;
    }

    private static int execute(Shell shell, InputStream in, String... arguments) {
        try {
            return commandLine(shell, in).execute(arguments);
        } catch (OutOfMemoryError e) {
            return exhausted(shell, e, "more memory than Java may take", "-Xmx4g");
        } catch (StackOverflowError e) {
            return exhausted(shell, e, "a deeper stack than Java has", "-Xss16m");
        }
    }

    private static int exhausted(Shell shell, VirtualMachineError fault, String need, String remedy) {
        if (shell.debug()) {
            fault.printStackTrace(shell.err());
        }
        shell.say("cupel: this takes " + need + "; give it more with CUPEL_JAVA_OPTIONS=" + remedy);
        return Exit.INTERNAL;
    }

    private static CommandLine commandLine(Shell shell, InputStream in) {
        CommandLine line = new CommandLine(new Cupel())
                .addSubcommand(new Qualify(shell))
                .addSubcommand(new Explain(shell))
                .addSubcommand(new MapTable(shell))
                .addSubcommand(new Convert(shell))
                .addSubcommand(new Import(shell, in))
                .addSubcommand(new Check(shell))
                .addSubcommand(new Diff(shell))
                .addSubcommand(new Schema(shell))
                .addSubcommand(new Generate(shell))
                .addSubcommand(new Completion(shell));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(shell.colour() ? Ansi.ON : Ansi.OFF))
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setUsageHelpWidth(Math.max(HELP_WIDTH_MIN, Math.min(shell.width(), Shell.WIDTH_DEFAULT)))
                .setParameterExceptionHandler((fault, args) -> misused(shell, fault))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(shell, fault));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? See cupel --help");
    }

    private static int misused(Shell shell, ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        shell.say("cupel: " + fault.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(fault, command.getErr())) {
            shell.say("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return Exit.USAGE;
    }

    private static int failed(Shell shell, Exception fault) {
        if (shell.debug()) {
            fault.printStackTrace(shell.err());
        }
        if (fault instanceof Stop stop) {
            shell.say("cupel: " + Table.plain(stop.sentence()));
            return stop.exit();
        }
        if (fault instanceof TempFault) {
            shell.say("cupel: " + Table.plain(String.valueOf(fault.getMessage())));
            return Exit.FILE;
        }
        shell.say("cupel: a fault of Cupel itself (" + fault.getClass().getSimpleName()
                + "); set CUPEL_DEBUG=1 to see where, and please report it");
        return Exit.INTERNAL;
    }
}
