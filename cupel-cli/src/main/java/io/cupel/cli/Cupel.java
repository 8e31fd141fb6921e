package io.cupel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cupel}. */
@Command(name = "cupel", version = "cupel 0.1.0", mixinStandardHelpOptions = true)
public final class Cupel implements Runnable {
    private Cupel() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Cupel()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
